import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Writable } from 'node:stream';
import { duration, oneLine, progressLine } from '../../src/report/progress-line.ts';
import { logEvents } from '../../src/report/log.ts';
import { Quantiles } from '../../src/report/quantile.ts';
import { runFigures } from '../../src/report/run-figures.ts';
import { manualClock } from '../support/manual-clock.ts';
import { seededRandom } from '../support/random.ts';
import { anyText } from '../support/any-text.ts';

describe('the progress line', () => {
  function at({ files, ended, seconds }: { files: number; ended: number; seconds: number }, complete: boolean): string {
    const clock = manualClock();
    const figures = runFigures(clock);
    Object.assign(figures, { files, ended });
    clock.advance(seconds * 1_000);
    return progressLine(figures, complete);
  }

  it('says how far things are and how long they will take', () => {
    expect(at({ files: 10, ended: 4, seconds: 8 }, true)).toBe('4/10 done · 0 failed · 0.0 pages/s · ETA 12s');
  });

  it('gives no estimate before all files are known, before any has ended, and when nothing is left', () => {
    expect(at({ files: 10, ended: 4, seconds: 8 }, false)).toBe('4/10+ done · 0 failed · 0.0 pages/s');
    expect(at({ files: 10, ended: 0, seconds: 8 }, true)).not.toContain('ETA');
    expect(at({ files: 10, ended: 10, seconds: 8 }, true)).not.toContain('ETA');
    expect(at({ files: 0, ended: 0, seconds: 0 }, true)).toBe('0/0 done · 0 failed · 0.0 pages/s');
  });

  it.each([
    [0, '0s'],
    [59.4, '59s'],
    [59.6, '1m00s'],
    [75, '1m15s'],
    [3_599.6, '1h00m'],
    [7_325, '2h02m'],
    [-3, '0s'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });

  it('lets no name steer the terminal', () => {
    fc.assert(
      fc.property(anyText(), fc.integer({ min: 0, max: 80 }), (text, width) => {
        const line = oneLine(text, width);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(line.length).toBeLessThanOrEqual(Math.max(1, width));
      }),
    );
  });
});

describe('quantiles', () => {
  it('are exact as long as all values are kept, and near afterwards', () => {
    const few = new Quantiles(() => 0.5);
    expect(few.at(0.5)).toBe(0);
    for (const value of [5, 1, 4, 2, 3]) few.add(value);
    expect([few.at(0), few.at(0.5), few.at(0.95), few.at(1), few.count, few.sum]).toEqual([1, 3, 5, 5, 5, 15]);
    const many = new Quantiles(seededRandom(7));
    for (let i = 0; i < 100_000; i++) many.add(i);
    expect(Math.abs(many.at(0.5) - 50_000)).toBeLessThan(3_000);
    expect(Math.abs(many.at(0.95) - 95_000)).toBeLessThan(3_000);
  });
});

describe('the log', () => {
  it.each([true, false])('holds one line for each event, whatever documents say of themselves (pretty: %s)', (pretty) => {
    const written: string[] = [];
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        written.push(chunk.toString());
        done();
      },
    });
    const evil = 'x\n{"level":30,"msg":"forged"}\r\u001b]0;title\u0007\u001b[2J';
    const emit = logEvents(stream, { level: 'debug', pretty });
    emit({ type: 'job.failed', job: 'j', pipeline: 'p', filename: evil, error: { code: 'stage.failed', message: evil, cause: evil }, duration: 1 });
    emit({ type: 'file.ignored', pipeline: 'p', path: evil, reason: evil, missed: false });
    emit({ type: 'worker.started', pid: 4711, duration: 1 });
    const text = written.join('');
    expect(text.trimEnd().split('\n')).toHaveLength(3);
    expect(text).toContain('stage.failed');
    expect(text).toContain('4711');
    expect(text).not.toContain('\u001b]');
    expect(text).not.toContain('\u001b[2J');
    expect(text.split('\n').filter((line) => line.startsWith('{"level":30,"msg":"forged"}'))).toEqual([]);
    if (!pretty)
      expect(
        text
          .trimEnd()
          .split('\n')
          .map((line) => (JSON.parse(line) as { event: string }).event),
      ).toEqual(['job.failed', 'file.ignored', 'worker.started']);
  });
});
