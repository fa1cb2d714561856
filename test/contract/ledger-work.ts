import { describe, expect, it } from 'vitest';
import { MillraceError } from '../../src/model/errors.ts';
import type { Job } from '../../src/model/job.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import { admitFile, batchArrival, batchOf, completeNext, inPlace, noKeys, printOf } from '../support/ledger-terms.ts';

const queues = [batchOf];
const fault = new MillraceError('source.unreadable', 'not now');

function claimed(ledger: Ledger, now = 0): Job {
  const job = ledger.claimNext(queues, now);
  if (job === undefined) throw new Error('no job is due');
  return job;
}

function end(ledger: Ledger, job: Job, outcome: Outcome, now = 0): void {
  ledger.commit(job.id, outcome, noKeys, now);
}

/** The daemon dies with everything in hand and starts again, so often. */
function die(ledger: Ledger, times: number): void {
  for (let i = 0; i < times; i++) {
    if (i > 0) claimed(ledger);
    ledger.recover(i);
  }
}

export function describeWork(name: string, make: () => Ledger): void {
  describe(`${name}: who is next`, () => {
    it('hands jobs out as they came, each once', () => {
      const ledger = make();
      const ids = ['a', 'b', 'c'].map((file, i) => admitFile(ledger, file, { now: i === 1 ? 0 : i }).id);
      expect([claimed(ledger, 9), claimed(ledger, 9), claimed(ledger, 9)].map(({ id }) => id)).toEqual(ids);
      expect(ledger.claimNext(queues, 9)).toBeUndefined();
    });

    it('gives what it says: in work, since when, waiting no more', () => {
      const ledger = make();
      admitFile(ledger, 'a');
      const job = claimed(ledger, 42);
      expect(job).toMatchObject({ status: 'processing', started_at: 42, next_at: null });
      expect(ledger.job(job.id)).toEqual(job);
    });

    it('waits for the time of a retry, and lets others go first', () => {
      const ledger = make();
      const a = admitFile(ledger, 'a');
      const b = admitFile(ledger, 'b');
      end(ledger, claimed(ledger), { kind: 'retry', error: fault, nextAt: 100, counted: true });
      expect(ledger.job(a.id)).toMatchObject({ status: 'pending', next_at: 100, retries: 1, error: { code: 'source.unreadable' } });
      expect(claimed(ledger, 50).id).toBe(b.id);
      expect(ledger.claimNext(queues, 99)).toBeUndefined();
      expect(ledger.nextDue(queues)).toBe(100);
      expect(claimed(ledger, 100).id).toBe(a.id);
    });

    it('does not let a file wait that came in by a clock that was ahead', () => {
      const ledger = make();
      const job = admitFile(ledger, 'a', { now: 3_600_000 });
      expect(claimed(ledger, 1_000).id).toBe(job.id);
    });

    it('keeps queues apart', () => {
      const ledger = make();
      admitFile(ledger, 'a');
      const other = ledger.admit(batchArrival('b', { batch: 'other' }), printOf('b'), inPlace(), 0).job;
      expect(ledger.claimNext([], 0)).toBeUndefined();
      expect(ledger.claimNext(['none'], 0)).toBeUndefined();
      expect([ledger.unfinished(queues), ledger.unfinished(['other']), ledger.unfinished([...queues, 'other'])]).toEqual([1, 1, 2]);
      expect(ledger.nextDue(['none'])).toBeUndefined();
      expect(ledger.claimNext(['other'], 0)?.id).toBe(other.id);
      expect(ledger.claimNext(['other'], 0)).toBeUndefined();
    });
  });

  describe(`${name}: after the daemon died`, () => {
    it('what was in work is due again, in its old place', () => {
      const ledger = make();
      const ids = ['a', 'b'].map((file) => admitFile(ledger, file).id);
      claimed(ledger);
      expect(ledger.recover(5)).toBe(1);
      expect(ledger.recover(6)).toBe(0);
      expect([claimed(ledger, 9).id, claimed(ledger, 9).id]).toEqual(ids);
    });

    it('a suspect runs alone and last, and nothing starts beside it', () => {
      const ledger = make();
      const suspect = admitFile(ledger, 'suspect');
      claimed(ledger);
      die(ledger, 2);
      const [b, c] = ['b', 'c'].map((file) => admitFile(ledger, file, { now: 1 }));
      expect(claimed(ledger, 9).id).toBe(b?.id);
      expect(claimed(ledger, 9).id).toBe(c?.id);
      expect(ledger.claimNext(queues, 9)).toBeUndefined();
      end(ledger, b as Job, { kind: 'released' });
      expect(claimed(ledger, 9).id).toBe(b?.id);
      for (const job of [b, c]) end(ledger, job as Job, { kind: 'failed', error: fault });
      expect(claimed(ledger, 9).id).toBe(suspect.id);
      admitFile(ledger, 'd', { now: 2 });
      expect(ledger.claimNext(queues, 9)).toBeUndefined();
      end(ledger, suspect, { kind: 'failed', error: fault });
      expect(claimed(ledger, 9).filename).toBe('d');
    });

    it('a document that it dies with again and again is given up with the reason', () => {
      const ledger = make();
      const job = admitFile(ledger, 'killer');
      claimed(ledger);
      die(ledger, 5);
      expect(ledger.job(job.id)).toMatchObject({ status: 'pending', interruptions: 5 });
      claimed(ledger);
      ledger.recover(77);
      expect(ledger.job(job.id)).toMatchObject({
        status: 'failed',
        completed_at: 77,
        error: { code: 'job.interrupted', message: expect.stringContaining('6 times') as string },
      });
    });

    it('saved pages set the count back, so that a long document survives any number of deaths', () => {
      const ledger = make();
      const job = admitFile(ledger, 'long');
      claimed(ledger);
      die(ledger, 4);
      claimed(ledger);
      const task = { job: job.id, stage: 'ocr', first: 1, last: 1 };
      const attempt = ledger.startTask(task, 0);
      const saved = { attempt, checkpoint: { key: 'k', stage: 'ocr' }, progress: 0.5 };
      ledger.saveProgress(task, { ...saved, outputs: [] }, 0);
      expect(ledger.job(job.id)?.interruptions).toBe(4);
      ledger.saveProgress(task, { ...saved, outputs: [{ page: 1, bytes: new Uint8Array([1]) }] }, 0);
      expect(ledger.job(job.id)?.interruptions).toBe(0);
    });

    it('what somebody had asked to cancel is cancelled', () => {
      const ledger = make();
      const job = admitFile(ledger, 'a');
      claimed(ledger);
      ledger.cancel(job.id, 0);
      expect(ledger.cancelRequests()).toEqual([job.id]);
      expect(ledger.recover(8)).toBe(0);
      expect(ledger.job(job.id)).toMatchObject({ status: 'cancelled', completed_at: 8, error: { code: 'job.cancelled' } });
    });

    it('a job that was put back in good order is not held against it', () => {
      const ledger = make();
      const job = admitFile(ledger, 'a');
      end(ledger, claimed(ledger), { kind: 'released' });
      expect(ledger.job(job.id)).toMatchObject({ status: 'pending', interruptions: 0, retries: 0 });
    });
  });

  describe(`${name}: how a run ends`, () => {
    it('completed: with result, fingerprint and all of its progress', () => {
      const ledger = make();
      const job = admitFile(ledger, 'a');
      ledger.claimNext(queues, 1);
      ledger.commit(job.id, { kind: 'completed', result: '/out/a.json', partial: true }, { fingerprint: 'f2', keys: [] }, 9);
      expect(ledger.job(job.id)).toMatchObject({
        status: 'completed',
        result: '/out/a.json',
        fingerprint: 'f2',
        progress: 1,
        stage: null,
        completed_at: 9,
        error: null,
      });
    });

    it('failed: with code, message and cause', () => {
      const ledger = make();
      const job = admitFile(ledger, 'a');
      const error = new MillraceError('document.damaged', 'broken', new Error('deep'));
      end(ledger, claimed(ledger), { kind: 'failed', error }, 9);
      expect(ledger.job(job.id)).toMatchObject({
        status: 'failed',
        error: { code: 'document.damaged', message: 'broken', cause: 'Error: deep' },
        completed_at: 9,
      });
    });

    it('a retry that the machine is to blame for is not counted', () => {
      const ledger = make();
      const job = admitFile(ledger, 'a');
      end(ledger, claimed(ledger), { kind: 'retry', error: new MillraceError('disk.full', 'full'), nextAt: 5, counted: false });
      expect(ledger.job(job.id)).toMatchObject({ status: 'pending', retries: 0, next_at: 5 });
    });

    it('leaves no error of an earlier try on a job that has completed', () => {
      const ledger = make();
      const job = admitFile(ledger, 'a');
      end(ledger, claimed(ledger), { kind: 'retry', error: fault, nextAt: 5, counted: true });
      completeNext(ledger, 5);
      expect(ledger.job(job.id)).toMatchObject({ status: 'completed', error: null, retries: 1, next_at: null });
    });

    it.each<Outcome>([{ kind: 'retry', error: fault, nextAt: 5, counted: true }, { kind: 'released' }])(
      'ends a job that somebody has asked to cancel, though its run ended in $kind (the request was forgotten, and the job ran on)',
      (outcome) => {
        const ledger = make();
        const job = admitFile(ledger, 'a');
        claimed(ledger);
        expect(ledger.cancel(job.id, 0)).toBe(true);
        end(ledger, job, outcome, 7);
        expect(ledger.job(job.id)).toMatchObject({ status: 'cancelled', completed_at: 7 });
      },
    );

    it.each<Outcome>([
      { kind: 'completed', result: '/out/a.json', partial: false },
      { kind: 'failed', error: fault },
      { kind: 'retry', error: fault, nextAt: 5, counted: true },
      { kind: 'cancelled' },
      { kind: 'released' },
    ])('cannot end a job twice: $kind', (outcome) => {
      const ledger = make();
      const job = admitFile(ledger, 'a');
      end(ledger, claimed(ledger), { kind: 'failed', error: new MillraceError('document.empty', 'empty') });
      const before = ledger.job(job.id);
      end(ledger, job, outcome, 99);
      expect(ledger.job(job.id)).toEqual(before);
    });
  });

  describe(`${name}: what people tell it`, () => {
    it('a waiting job is cancelled at once, an ended one not at all', () => {
      const ledger = make();
      const job = admitFile(ledger, 'a');
      expect(ledger.cancel(job.id, 4)).toBe(true);
      expect(ledger.job(job.id)).toMatchObject({ status: 'cancelled', completed_at: 4 });
      expect([ledger.cancel(job.id, 5), ledger.cancel('none', 5), ledger.retry('none', 5)]).toEqual([false, false, false]);
    });

    it('an ended job is opened again with a clean record; one that waits or runs is left alone', () => {
      const ledger = make();
      const job = admitFile(ledger, 'a');
      expect(ledger.retry(job.id, 0)).toBe(false);
      end(ledger, claimed(ledger), { kind: 'retry', error: fault, nextAt: 5, counted: true });
      claimed(ledger, 5);
      expect(ledger.retry(job.id, 5)).toBe(false);
      end(ledger, job, { kind: 'failed', error: fault }, 6);
      expect(ledger.retry(job.id, 7)).toBe(true);
      expect(ledger.job(job.id)).toMatchObject({
        status: 'pending',
        retries: 0,
        interruptions: 0,
        error: null,
        started_at: null,
        completed_at: null,
        next_at: null,
        progress: 0,
      });
      expect(claimed(ledger, 7).id).toBe(job.id);
    });

    it('a batch sums up to its files', () => {
      const ledger = make();
      for (const file of ['a', 'b', 'c', 'd']) admitFile(ledger, file);
      admitFile(ledger, 'e', { content: 'a' });
      completeNext(ledger);
      end(ledger, claimed(ledger), { kind: 'failed', error: fault });
      claimed(ledger);
      expect(ledger.batchTotals(batchOf)).toMatchObject({
        files: 5,
        duplicates: 1,
        byStatus: { completed: 1, failed: 1, processing: 1, pending: 1, cancelled: 0 },
        bytes: 4,
      });
      expect(ledger.batchFailures(batchOf, 9).map(({ filename }) => filename)).toEqual(['b']);
      expect(ledger.batchTotals('other')).toMatchObject({ files: 0, bytes: 0 });
    });

    it('finds jobs by the start of their id, by path and by name, and takes nothing of them for a pattern', () => {
      const ledger = make();
      const job = admitFile(ledger, '[a]*?.pdf');
      admitFile(ledger, 'other.pdf');
      const found = (text: string): string[] => ledger.findJobs(text).map(({ id }) => id);
      expect([found(job.id.slice(0, 8)), found('[a]*?.pdf'), found('/in/[a]*?.pdf')]).toEqual([[job.id], [job.id], [job.id]]);
      expect([found('*'), found('?'), found('[a-f0-9]'), found(''), found("' OR 1=1 --")]).toEqual([[], [], [], [], []]);
    });

    it('lists the newest first, by state and by pipeline', () => {
      const ledger = make();
      const ids = ['a', 'b', 'c'].map((file) => admitFile(ledger, file).id);
      claimed(ledger);
      expect(ledger.listJobs({ limit: 2 }).map(({ id }) => id)).toEqual([ids[2], ids[1]]);
      expect(ledger.listJobs({ status: 'processing', limit: 9 }).map(({ id }) => id)).toEqual([ids[0]]);
      expect(ledger.listJobs({ pipeline: 'none', limit: 9 })).toEqual([]);
    });
  });
}
