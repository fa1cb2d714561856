import fc from 'fast-check';
import { of } from 'rxjs';
import type { Observable } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, it } from 'vitest';
import { settle } from '../../src/admission/settle.ts';
import type { Sample, Settlement } from '../../src/admission/settle.ts';

interface Verdict {
  at: number;
  looks: number;
  settlement: Settlement | undefined;
}

/** Lets a file be written at these times (ms, from its discovery at 0) and looks at it in virtual time. `skew`: how far the file system's clock is ahead. */
function writtenAt(times: readonly number[], { quiet = 2_000, age = 0, skew = 0, until = 60_000, empty = false } = {}): Verdict {
  const time = new TestScheduler(() => undefined);
  const verdict: Verdict = { at: -1, looks: 0, settlement: undefined };
  const look = (): Observable<Sample> => {
    verdict.looks++;
    const written = times.filter((at) => at <= time.frame);
    return of({ kind: 'file', signature: `state ${written.length}`, empty, ctime: (written.at(-1) ?? -age) + skew });
  };
  time.maxFrames = until;
  settle('a.pdf', { settle: quiet, now: () => time.frame, look, scheduler: time }).subscribe((settlement) =>
    Object.assign(verdict, { at: time.frame, settlement }),
  );
  time.flush();
  return verdict;
}

describe('settling', () => {
  it('takes a file exactly the settle time after its only write', () => {
    expect(writtenAt([])).toMatchObject({ at: 2_000, looks: 3 });
  });

  it('takes a file that has been as it is for long after a second look half a second later', () => {
    expect(writtenAt([], { age: 86_400_000 })).toMatchObject({ at: 500, looks: 2 });
  });

  it('applies the same rule to a file that grows when it is found (E1: chokidar hands it out at once)', () => {
    expect(writtenAt([100, 900, 1_700, 2_500])).toMatchObject({ at: 4_500, settlement: { signature: 'state 4' } });
  });

  it('never takes a file that is written to again and again', () => {
    expect(writtenAt(Array.from({ length: 400 }, (_, i) => i * 150)).settlement).toBeUndefined();
  });

  it('does not take a file early because the clock of the file system is wrong', () => {
    expect(writtenAt([300, 1_500], { skew: -3_600_000 }).at).toBeGreaterThanOrEqual(3_500);
    expect(writtenAt([300, 1_500], { skew: 3_600_000 }).at).toBeGreaterThanOrEqual(3_500);
  });

  it('hands on what is gone, no file or unreadable at once', () => {
    const samples: Sample[] = [{ kind: 'gone' }, { kind: 'other' }, { kind: 'known' }, { kind: 'unreadable', error: 'EACCES' }];
    for (const sample of samples) expect(settledAtOnce(sample)).toEqual([sample]);
  });

  it('calls a file empty only when it has stayed so (every copy began with a warning)', () => {
    expect(settledAtOnce({ kind: 'file', signature: 's', empty: true, ctime: 0 })).toEqual([]);
    expect(writtenAt([], { empty: true })).toMatchObject({ at: 2_000, settlement: { kind: 'empty' } });
  });

  it('for any writer: the last state, once, unchanged for the settle time, and no more than 100 ms late', () => {
    const writes = fc.array(fc.integer({ min: 1, max: 1_900 }), { maxLength: 30 });
    fc.assert(
      fc.property(writes, fc.integer({ min: 1, max: 5_000 }), (gaps, quiet) => {
        const times = gaps.map((_, i) => gaps.slice(0, i + 1).reduce((sum, gap) => sum + gap));
        const last = times.find((at, i) => (times[i + 1] ?? Infinity) - at > quiet) ?? 0;
        const first = (times[0] ?? Infinity) > quiet ? 0 : last;
        const { at, settlement } = writtenAt(times, { quiet, until: 200_000 });
        expect(settlement).toEqual({ kind: 'settled', signature: `state ${times.filter((time) => time <= first).length}` });
        expect(at - first).toBeGreaterThanOrEqual(quiet);
        expect(at - first).toBeLessThanOrEqual(quiet + 100);
      }),
    );
  });
});

function settledAtOnce(sample: Sample): Settlement[] {
  const settlements: Settlement[] = [];
  settle('a.pdf', { settle: 2_000, now: () => 0, look: () => of(sample), scheduler: new TestScheduler(() => undefined) }).subscribe((settlement) =>
    settlements.push(settlement),
  );
  return settlements;
}
