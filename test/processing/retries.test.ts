import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MillraceError, errorKinds } from '../../src/model/errors.ts';
import type { ErrorCode } from '../../src/model/errors.ts';
import { nextTry } from '../../src/processing/next-try.ts';
import { pageRanges } from '../../src/processing/page-ranges.ts';
import { smallMill } from '../support/small-mill.ts';

const flaky = new MillraceError('source.unreadable', 'not now');

describe('a failure that may pass', () => {
  it('keeps its lane when the wait is short', async () => {
    const small = smallMill({ plan: { retryDelay: 4 }, act: (name, _page, nth) => (name === 'identify' && nth < 3 ? { dies: flaky } : undefined) });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(small.job(id)).toMatchObject({ status: 'completed', retries: 2 });
    expect(small.log.all('job.started')).toHaveLength(1);
    expect(small.log.all('job.retrying').map(({ retries }) => retries)).toEqual([1, 2]);
  });

  it('waits in the ledger when it takes longer, and its lane goes on with others', async () => {
    const small = smallMill({
      plan: { retryDelay: 4_000 },
      act: (name, _page, nth) => (name === 'identify' && nth === 1 ? { dies: flaky } : undefined),
    });
    const a = small.admit('a.pdf');
    const b = small.admit('b.pdf');
    await small.drain();
    // Half of the delay is fixed, half is chance, which is 0.5 here.
    const due = small.clock.now() + 3_000;
    expect(small.job(a.id)).toMatchObject({ status: 'pending', next_at: due, retries: 1, error: { code: 'source.unreadable' } });
    expect(small.log.all('job.retrying').map(({ job, delay }) => [job, delay])).toEqual([[a.id, 3_000]]);
    expect(small.released.map(({ id }) => id)).toEqual([b.id]);
    small.clock.advance(3_000);
    await small.drain();
    expect(small.job(a.id)).toMatchObject({ status: 'completed', retries: 1, error: null });
  });

  it('is tried as often as the pipeline says and not once more, over all runs', async () => {
    let tried = 0;
    const small = smallMill({
      plan: { retryDelay: 4_000, maxRetries: 2 },
      act: (name) => {
        if (name !== 'identify') return undefined;
        tried++;
        return { dies: flaky };
      },
    });
    const { id } = small.admit('a.pdf');
    for (let run = 0; run < 5; run++) {
      await small.drain();
      small.clock.advance(60_000);
    }
    expect(tried).toBe(3);
    expect(small.job(id)).toMatchObject({ status: 'failed', retries: 2, error: { code: 'source.unreadable' } });
  });

  it('of the disk is not counted, however often it comes', async () => {
    const small = smallMill({
      plan: { maxRetries: 0 },
      act: (name, _page, nth) => (name === 'render' && nth < 6 ? { dies: Object.assign(new Error('full'), { code: 'ENOSPC' }) } : undefined),
    });
    const { id } = small.admit('a.pdf');
    for (let run = 0; run < 6; run++) {
      await small.drain();
      small.clock.advance(10_000);
    }
    expect(small.job(id)).toMatchObject({ status: 'completed', retries: 0 });
  });
});

describe('a service that is busy', () => {
  // Counted, a rate limit that is met three times in a long document would cost its pages.
  it('is waited for as long as it asks, however small the back-off, and counts against nobody', async () => {
    const busy = new MillraceError('service.busy', 'later', undefined, 90_000);
    const small = smallMill({
      plan: { maxRetries: 0, retryDelay: 1 },
      act: (name, page, nth) => (name === 'tables' && page === 2 && nth < 4 ? { dies: busy } : undefined),
    });
    const { id } = small.admit('a.pdf');
    for (let run = 0; run < 3; run++) {
      await small.drain();
      expect(small.job(id)).toMatchObject({ status: 'pending', next_at: small.clock.now() + 90_000, retries: 0, error: { code: 'service.busy' } });
      small.clock.advance(90_000);
    }
    await small.drain();
    expect(small.job(id)).toMatchObject({ status: 'completed', retries: 0 });
    expect(small.result(id).status).toBe('success');
  });

  // Nothing may be due for ever: a used-up quota answers the same way.
  it('is given up in the end, by the page alone', async () => {
    const small = smallMill({
      plan: { retryDelay: 2_000 },
      act: (name, page) => (name === 'tables' && page === 2 ? { dies: new MillraceError('service.busy', 'later') } : undefined),
    });
    const { id } = small.admit('a.pdf');
    for (let run = 0; run < 25; run++) {
      await small.drain();
      small.clock.advance(300_000);
    }
    expect(small.job(id).status).toBe('completed');
    expect(small.result(id)).toMatchObject({ status: 'partial', findings: [{ code: 'stage.failed', page: 2 }] });
    expect(small.log.all('job.retrying')).toHaveLength(20);
  });
});

describe('the next try', () => {
  const plans = fc.record({
    maxRetries: fc.nat(10),
    retryDelay: fc.integer({ min: 1, max: 10_000 }),
    retryDelayMax: fc.integer({ min: 1, max: 600_000 }),
  });
  const codes = fc.constantFrom(...(Object.keys(errorKinds) as ErrorCode[]));
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  it('never comes for what the same bytes will do again, nor beyond the retries of the job', () => {
    fc.assert(
      fc.property(codes, fc.integer({ min: 1, max: 25 }), fc.nat(20), plans, chance, (code, failures, retries, plan, random) => {
        const error = new MillraceError(code, 'x');
        const most = { permanent: 0, timeout: 1, crash: 2, transient: Infinity, busy: 20 }[error.class];
        const { kind } = nextTry(error, failures, retries, plan, random);
        expect(kind === 'give-up').toBe((error.class !== 'busy' && retries >= plan.maxRetries) || failures > most);
      }),
    );
  });

  it('waits at least half and at most all of a delay that doubles up to its cap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), plans, chance, (failures, plan, random) => {
        const next = nextTry(flaky, failures, 0, { ...plan, maxRetries: 1 }, random);
        if (next.kind === 'give-up') throw new Error('gave up');
        const full = Math.min(plan.retryDelayMax, plan.retryDelay * 2 ** (failures - 1));
        expect(next.delay).toBeGreaterThanOrEqual(Math.floor(full / 2));
        expect(next.delay).toBeLessThanOrEqual(full);
        expect(next.kind).toBe(next.delay <= 1_000 ? 'soon' : 'later');
      }),
    );
  });
});

describe('page ranges', () => {
  it('hold every page once, in order, in runs of neighbours of at most the size', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 200 })), fc.integer({ min: 1, max: 30 }), (numbers, size) => {
        const pages = numbers.toSorted((a, b) => a - b);
        const ranges = pageRanges(pages, size);
        expect(ranges.flat()).toEqual(pages);
        for (const range of ranges) {
          expect(range.length).toBeLessThanOrEqual(size);
          expect((range.at(-1) ?? 0) - (range[0] ?? 0)).toBe(range.length - 1);
        }
      }),
    );
  });
});
