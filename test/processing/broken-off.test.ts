import { rmSync, writeFileSync } from 'node:fs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/model/ledger.ts';
import { smallMill, stage } from '../support/small-mill.ts';
import type { SmallMill } from '../support/small-mill.ts';

const stages = [stage('identify', 'document', []), stage('text', 'page', ['identify'], { pagesPerTask: 3 })];

/** A mill whose first document hangs on a page of its text, the pages before it delivered. */
function hanging(page = 3, change: { ledger?: (real: Ledger) => Ledger } = {}): SmallMill {
  return smallMill({ pageCount: 6, stages, ...change, act: (name, at, nth) => (name === 'text' && at === page && nth === 1 ? 'hang' : undefined) });
}

/** Waits until the hanging page is all that still runs. */
async function hangs(small: SmallMill): Promise<void> {
  await small.log.nth('task.started', 3);
  await small.log.nth('task.finished', 2);
}

describe('a run that is broken off', () => {
  it('by a cancellation kills what runs, ends as cancelled, and publishes nothing', async () => {
    const small = hanging();
    const { id } = small.admit('a.pdf');
    const other = small.admit('b.pdf');
    const drained = small.drain();
    await hangs(small);
    small.ledger.cancel(id, 0);
    for (const request of small.ledger.cancelRequests()) small.cancellations.next(request);
    await drained;
    expect(small.job(id)).toMatchObject({ status: 'cancelled', result: null, error: { code: 'job.cancelled' } });
    expect(small.workers.tasks.filter(({ ended }) => ended === 'cancelled')).toMatchObject([{ stage: 'text', pages: [1, 2, 3] }]);
    expect(existsSync(join(small.plan.sinks[0]?.folder ?? '', 'a.pdf.json'))).toBe(false);
    expect(small.job(other.id).status).toBe('completed');
    expect(small.released.map((job) => job.status).toSorted()).toEqual(['cancelled', 'completed']);
  });

  it('by the end of the daemon goes back as it was, and the next one does only what is missing', async () => {
    const small = hanging();
    const { id } = small.admit('a.pdf');
    const drained = small.drain();
    await hangs(small);
    small.stop();
    await drained;
    expect(small.job(id)).toMatchObject({ status: 'pending', retries: 0, interruptions: 0 });
    expect(small.released).toEqual([]);

    const before = small.workers.tasks.length;
    small.restart();
    await small.drain();
    expect(small.job(id).status).toBe('completed');
    expect(small.workers.tasks.slice(before).map((task) => `${task.stage} ${task.pages.join()}`)).toEqual(['text 3', 'render ']);
    expect(small.log.all('stage.reused').map((event) => [event.stage, event.pages])).toEqual([
      ['identify', 1],
      ['text', 5],
    ]);
  });

  it('while the ledger cannot be written breaks off nothing else (an error in a teardown ended the stream)', async () => {
    let full = false;
    const small = hanging(3, {
      ledger: (real) => ({
        ...real,
        saveProgress: (...args) => {
          if (full) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
          real.saveProgress(...args);
        },
      }),
    });
    const { id } = small.admit('a.pdf');
    const drained = small.drain();
    await hangs(small);
    full = true;
    small.cancellations.next(id);
    await drained;
    expect(small.job(id).status).toBe('cancelled');
  });

  it('because nothing can be stored is done again later, uncounted', async () => {
    let full = true;
    const small = smallMill({
      stages,
      ledger: (real) => ({
        ...real,
        saveProgress: (...args) => {
          if (full) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
          real.saveProgress(...args);
        },
      }),
    });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(small.job(id)).toMatchObject({ status: 'pending', retries: 0, next_at: small.clock.now() + 10_000, error: { code: 'disk.full' } });
    full = false;
    small.clock.advance(10_000);
    await small.drain();
    expect(small.job(id).status).toBe('completed');
  });
});

describe('a file that does not stay as it was', () => {
  it.each(['vanished', 'changed'])('%s before its run fails, and no worker sees it', async (how) => {
    const small = smallMill();
    const { id, input_path } = small.admit('a.pdf');
    if (how === 'vanished') rmSync(input_path);
    else writeFileSync(input_path, 'other');
    await small.drain();
    expect(small.job(id)).toMatchObject({ status: 'failed', error: { code: `source.${how}` } });
    expect(small.workers.tasks).toEqual([]);
  });

  it.each(['vanished', 'changed'])('%s during its run fails, and nothing of it is published', async (how) => {
    const small = smallMill({
      act: (name) => {
        if (name === 'classify') {
          if (how === 'vanished') rmSync(join(small.inbox, 'a.pdf'));
          else writeFileSync(join(small.inbox, 'a.pdf'), 'a newer state');
        }
        return undefined;
      },
    });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(small.job(id)).toMatchObject({ status: 'failed', result: null, error: { code: `source.${how}` } });
    expect(existsSync(join(small.plan.sinks[0]?.folder ?? '', 'a.pdf.json'))).toBe(false);
  });

  it('touched during its run and read again as the same content is no change', async () => {
    const small = smallMill({
      act: (name) => {
        if (name === 'classify') small.admit('a.pdf', 'the same');
        return undefined;
      },
    });
    const { id } = small.admit('a.pdf', 'the same');
    await small.drain();
    expect(small.job(id)).toMatchObject({ status: 'completed' });
  });

  it('does not lay its old state over the result of its new one', async () => {
    const small = smallMill({
      act: (name, _page, nth) => {
        // The new state is admitted while the old one is about to be rendered.
        if (name === 'render' && nth === 1) small.admit('a.pdf', 'new state');
        return undefined;
      },
    });
    const old = small.admit('a.pdf', 'old state');
    await small.drain();
    expect(small.job(old.id)).toMatchObject({ status: 'failed', error: { code: 'source.changed' } });
    const [job] = small.ledger.listJobs({ status: 'completed', limit: 9 });
    expect(job).toMatchObject({ result_name: 'a.pdf' });
    expect(small.result(job?.id ?? '')).toMatchObject({ source: { sha256: job?.sha256 } });
  });
});
