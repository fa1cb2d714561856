import { describe, expect, it } from 'vitest';
import { MillraceError } from '../../src/model/errors.ts';
import type { Event } from '../../src/model/events.ts';
import { batchReport } from '../../src/report/batch-report.ts';
import type { BatchReport } from '../../src/report/batch-report.ts';
import { reportMarkdown } from '../../src/report/markdown.ts';
import { runFigures } from '../../src/report/run-figures.ts';
import { admitFile, batchOf, noKeys, tempLedger } from '../support/ledger-terms.ts';
import { manualClock } from '../support/manual-clock.ts';

const job = { job: 'j', pipeline: 'p', filename: 'a.pdf' };

function report(change: Partial<BatchReport> = {}): BatchReport {
  const figures = runFigures(manualClock());
  return { ...batchReport(tempLedger(), batchOf, figures, 1), ...change };
}

describe('the report of a batch', () => {
  it('counts every file once: the total is the sum of the others, and failures by code that of the failed', { timeout: 30_000 }, () => {
    const ledger = tempLedger();
    for (let i = 0; i < 1_210; i++) admitFile(ledger, String(i));
    admitFile(ledger, 'copy', { content: '0' });
    for (let i = 0; i < 1_209; i++) {
      const { id } = ledger.claimNext([batchOf], 0) ?? { id: '' };
      if (i < 3) ledger.commit(id, { kind: 'completed', result: `/out/${String(i)}`, partial: false }, noKeys, 0);
      else if (i < 5) ledger.cancel(id, 0);
      else ledger.commit(id, { kind: 'failed', error: new MillraceError(i % 2 ? 'document.damaged' : 'document.empty', 'no') }, noKeys, 0);
    }
    ledger.recover(0);
    const { counts, unfinished, failures } = batchReport(ledger, batchOf, runFigures(manualClock()), 1);
    expect(counts).toEqual({ total: 1_210, completed: 3, failed: 1_204, duplicate: 1, cancelled: 2 });
    expect(unfinished).toBe(1);
    expect(failures.map(({ code, count }) => [code, count])).toEqual([
      ['document.damaged', 602],
      ['document.empty', 602],
    ]);
    expect(failures.flatMap(({ files }) => files)).toHaveLength(1_000);
  });

  it('has no number that is none, also of a batch without files and without time', () => {
    const empty = report();
    expect(empty).toMatchObject({ format: 'millrace.report/1', counts: { total: 0 }, pages_per_second: 0, documents_per_second: 0, wall_seconds: 0 });
    expect(JSON.stringify(empty)).not.toContain('null');
    expect(Object.keys(empty).slice(0, 2)).toEqual(['format', 'counts']);
  });
});

describe('the report as Markdown', () => {
  const names = [
    'a|b.pdf',
    '`code`.pdf',
    'line\nend.pdf',
    '\r\n# Heading',
    '<script>alert(1)</script>',
    '| --- |',
    '\\|',
    '\u001b[31mred',
    '\u009b31mred',
    '](http://evil)',
  ];

  it('tells what language models took only where one was asked, with the cost only where prices are known', () => {
    const usage = { requests: 2, input_tokens: 2_400, output_tokens: 60, cost: 0.0125 };
    expect(reportMarkdown(report())).not.toContain('Language models');
    const told = reportMarkdown(report({ usage: { ...usage, files: [{ path: '/in/a|b.pdf', ...usage, cost: 0 }] } }));
    expect(told).toContain('| all | 2 | 2400 | 60 | 0.0125 |\n| `/in/a\\|b.pdf` | 2 | 2400 | 60 |  |');
  });

  it('keeps its form, whatever the files are called', () => {
    const plain = reportMarkdown(
      report({
        slowest: names.map(() => ({ filename: 'x', seconds: 1 })),
        failures: [{ code: 'document.empty', count: 9, files: names.map(() => 'x') }],
      }),
    );
    const hostile = reportMarkdown(
      report({ slowest: names.map((filename) => ({ filename, seconds: 1 })), failures: [{ code: 'document.empty', count: 9, files: names }] }),
    );
    const form = (text: string): string[] => text.split('\n').map((line) => line.replace(/`[^`]*`/, '`x`').replaceAll('\\|', ''));
    expect(form(hostile)).toEqual(form(plain));
    for (const steering of ['\u001b', '\u009b']) expect(hostile).not.toContain(steering);
  });
});

describe('the figures of a run', () => {
  const heard = (...events: Event[]) => {
    const clock = manualClock();
    const figures = runFigures(clock);
    for (const event of events) figures.listen(event);
    return { figures, clock };
  };

  it('count files as they come and end', () => {
    const { figures } = heard(
      { type: 'job.admitted', ...job, bytes: 1, again: false },
      { type: 'job.known', ...job, status: 'completed' },
      { type: 'job.known', ...job, status: 'pending' },
      { type: 'job.duplicate', ...job, path: '/b' },
      { type: 'job.failed', ...job, error: { code: 'document.empty', message: 'm' }, duration: 1 },
    );
    expect(figures).toMatchObject({ files: 4, ended: 3, failed: 1 });
  });

  it('count a page once, though several stages read it', () => {
    const task = { type: 'task.finished', ...job, first: 1, last: 5, duration: 10 } as const;
    const { figures } = heard(
      { ...task, stage: 'text', pages: 5 },
      { ...task, stage: 'ocr', pages: 2 },
      { ...task, stage: 'identify', first: 0, last: 0, pages: 1 },
    );
    expect(figures.pages).toBe(5);
    expect(figures.stages.get('text')?.at(0.5)).toBe(10);
  });

  // Catches a batch that was stopped while it still looked for files, and said with exit code 0 that all was done.
  it('know whether all files were found before the end came', () => {
    const stopping: Event = { type: 'daemon.stopping', inFlight: 0 };
    expect(heard().figures.listed).toBe(false);
    expect(heard({ type: 'intake.ended' }, stopping).figures.listed).toBe(true);
    const { figures } = heard(stopping, { type: 'intake.ended' });
    const stopped = batchReport(tempLedger(), batchOf, figures, 1);
    expect(stopped.all_found).toBe(false);
    expect(reportMarkdown(stopped)).toContain('| unfinished | 0, and files that were not found yet |');
  });

  it('keep the ten slowest, longest first', () => {
    const done = (duration: number): Event => ({ type: 'job.completed', ...job, result: '/r', partial: false, pages: 1, bytes: 1, duration });
    const { figures } = heard(...Array.from({ length: 30 }, (_, i) => done((i * 7) % 30)));
    expect(figures.slowest.map(({ duration }) => duration)).toEqual([29, 28, 27, 26, 25, 24, 23, 22, 21, 20]);
  });
});
