import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MillraceError } from '../../src/model/errors.ts';
import { smallMill } from '../support/small-mill.ts';

describe('the end of a run', () => {
  it('is in the ledger, and the result in its place, before the original is let go', async () => {
    const small = smallMill();
    const { id } = small.admit('a.pdf');
    const seen: unknown[] = [];
    small.mill.release = async (job) => {
      const row = small.job(job.id);
      seen.push([row.status, existsSync(row.result ?? '')]);
    };
    await small.drain();
    expect(small.job(id).status).toBe('completed');
    expect(seen).toEqual([['completed', true]]);
  });

  it('stands, though the original cannot be put away', async () => {
    const small = smallMill();
    const { id } = small.admit('a.pdf');
    small.admit('b.pdf');
    small.mill.release = async () => Promise.reject(new Error('the archive is gone'));
    await small.drain();
    expect(small.job(id).status).toBe('completed');
    expect(small.log.all('original.kept').map(({ error }) => error.message)).toEqual(['the archive is gone', 'the archive is gone']);
    expect(small.log.all('job.completed')).toHaveLength(2);
  });

  it('is told once, and as the ledger has it', async () => {
    const small = smallMill({
      plan: { retryDelay: 5_000 },
      act: (name) => {
        if (name !== 'identify') return undefined;
        // Somebody cancels while the run is failing.
        for (const { id } of small.ledger.listJobs({ status: 'processing', limit: 9 })) small.ledger.cancel(id, 0);
        return { dies: new MillraceError('source.unreadable', 'not now') };
      },
    });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(small.job(id).status).toBe('cancelled');
    expect([small.log.all('job.cancelled').length, small.log.all('job.retrying').length]).toEqual([1, 0]);
    expect(small.released.map((job) => job.status)).toEqual(['cancelled']);
  });

  it('gives the same bytes however the work was cut up, and however often it was begun', async () => {
    const result = async (terms: Parameters<typeof smallMill>[0]): Promise<string> => {
      const small = smallMill({ pageCount: 9, ...terms });
      const { id } = small.admit('a.pdf', 'content');
      await small.drain();
      return JSON.stringify(small.result(id));
    };
    const plain = await result({});
    expect(await result({ plan: { inFlight: 8 } })).toBe(plain);
    expect(
      await result({
        act: (name, page, nth) => (page % 4 === 3 && nth === 1 && name !== 'render' ? { dies: new MillraceError('worker.signal', 'x') } : undefined),
        plan: { maxRetries: 99 },
      }),
    ).toBe(plain);
  });
});
