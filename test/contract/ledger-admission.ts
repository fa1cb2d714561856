import { describe, expect, it } from 'vitest';
import { MillraceError } from '../../src/model/errors.ts';
import type { Job } from '../../src/model/job.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import {
  admitFile,
  batchArrival,
  batchOf,
  claiming,
  completeNext,
  inPlace,
  noKeys,
  printOf,
  watchArrival,
  watchQueue,
} from '../support/ledger-terms.ts';

const broken = { code: 'document.damaged', message: 'It is broken' } as const;

/** Takes the next job and fails it. */
function failNext(ledger: Ledger): Job {
  const job = ledger.claimNext([batchOf, watchQueue], 0);
  if (job === undefined) throw new Error('no job is due');
  ledger.commit(job.id, { kind: 'failed', error: new MillraceError(broken.code, broken.message) }, noKeys, 0);
  return job;
}

export function describeAdmission(name: string, make: () => Ledger): void {
  describe(`${name}: admission`, () => {
    it('makes a job of a file that it has never seen', () => {
      const ledger = make();
      const { kind, job } = ledger.admit(batchArrival('a/b.pdf'), printOf('x'), inPlace(), 17);
      expect(kind).toBe('admitted');
      expect(ledger.job(job.id)).toEqual(job);
      expect(job).toMatchObject({ filename: 'b.pdf', file_path: '/in/a/b.pdf', input_path: '/in/a/b.pdf', result_name: 'a/b.pdf', queue: batchOf });
      expect(job).toMatchObject({
        custody: 'in_place',
        status: 'pending',
        progress: 0,
        retries: 0,
        created_at: 17,
        bytes: 1,
        error: null,
        result: null,
      });
    });

    it('gives a file of a watched folder a place in the work folder, and its job is not due before it is there', () => {
      const ledger = make();
      const { job } = ledger.admit(watchArrival('a.pdf'), printOf('x'), claiming(), 0);
      expect(job).toMatchObject({ custody: 'claiming', input_path: `/state/work/${job.id}/original`, queue: watchQueue });
      expect(ledger.claimNext([watchQueue], 0)).toBeUndefined();
      expect(ledger.nextDue([watchQueue])).toBeUndefined();
      expect(ledger.unsettledCustody().map(({ id }) => id)).toEqual([job.id]);
      ledger.held(job.id, 'copied');
      expect(ledger.claimNext([watchQueue], 0)).toMatchObject({ id: job.id, custody: 'held', signature: 'copied' });
    });

    it('knows the same file again while its job waits, runs and has completed', () => {
      const ledger = make();
      const job = admitFile(ledger, 'a');
      const again = (): unknown => ledger.admit(batchArrival('a'), printOf('a', 'touched'), inPlace(), 1);
      expect(again()).toMatchObject({ kind: 'known', job: { id: job.id, status: 'pending', signature: 'touched' } });
      completeNext(ledger);
      expect(again()).toMatchObject({ kind: 'known', job: { id: job.id, status: 'completed' } });
      expect(ledger.batchTotals(batchOf)).toMatchObject({ files: 1, duplicates: 0, byStatus: { completed: 1 } });
    });

    it('lets a batch that is run with other words take over what an earlier one has left', () => {
      const ledger = make();
      const job = admitFile(ledger, 'a');
      ledger.admit(batchArrival('a', { batch: 'batch-2' }), printOf('a'), inPlace(), 1);
      expect(ledger.claimNext([batchOf], 1)).toBeUndefined();
      expect(ledger.claimNext(['batch-2'], 1)?.id).toBe(job.id);
    });

    it('runs a file whose job has failed again, with a clean record', () => {
      const ledger = make();
      const job = admitFile(ledger, 'a');
      failNext(ledger);
      const again = ledger.admit(batchArrival('a'), printOf('a'), inPlace({ maxRetries: 5 }), 9);
      expect(again).toMatchObject({ kind: 'admitted', again: true, job: { id: job.id, status: 'pending', retries: 0, max_retries: 5, error: null } });
      expect(ledger.claimNext([batchOf], 9)?.id).toBe(job.id);
    });

    it('leaves a file cancelled when the same batch is run again (the command undid what its user had done)', () => {
      const ledger = make();
      const job = admitFile(ledger, 'a');
      ledger.cancel(job.id, 0);
      expect(ledger.admit(batchArrival('a'), printOf('a'), inPlace(), 9)).toMatchObject({ kind: 'known', job: { status: 'cancelled' } });
    });

    it.each([
      ['its result is gone', inPlace({ resultStands: () => false })],
      ['the pipeline has changed', inPlace({ fingerprint: 'f2' })],
    ])('runs a completed file again when %s', (_why, terms) => {
      const ledger = make();
      const job = admitFile(ledger, 'a');
      completeNext(ledger);
      expect(ledger.admit(batchArrival('a'), printOf('a'), terms, 9)).toMatchObject({
        kind: 'admitted',
        again: true,
        job: { id: job.id, result: null },
      });
    });

    it('links a second file with the same content to the job that has it, whether that waits, runs, has completed or failed', () => {
      const ledger = make();
      const job = admitFile(ledger, 'a');
      const second = (name: string): unknown => ledger.admit(batchArrival(name), printOf('a'), inPlace(), 0);
      expect(second('b')).toMatchObject({ kind: 'duplicate', job: { id: job.id } });
      ledger.claimNext([batchOf], 0);
      expect(second('c')).toMatchObject({ kind: 'duplicate', job: { id: job.id } });
      ledger.commit(job.id, { kind: 'failed', error: new MillraceError(broken.code, broken.message) }, noKeys, 0);
      expect(second('d')).toMatchObject({ kind: 'duplicate', job: { id: job.id } });
      expect(ledger.batchTotals(batchOf)).toMatchObject({ files: 4, duplicates: 3, byStatus: { failed: 1 } });
      expect(ledger.batchDuplicates(batchOf, 9).map(({ path }) => path)).toEqual(['/in/b', '/in/c', '/in/d']);
    });

    it.each(['waits', 'failed', 'is stale'])(
      'reads a renamed file where it is now, when the job of its content %s (it was called a duplicate and never read)',
      (state) => {
        const ledger = make();
        const job = admitFile(ledger, 'old');
        if (state === 'failed') failNext(ledger);
        if (state === 'is stale') completeNext(ledger);
        ledger.beginBatch(batchOf);
        const { kind } = ledger.admit(batchArrival('new'), printOf('old'), inPlace({ fingerprint: state === 'is stale' ? 'f2' : 'f1' }), 1);
        expect(kind).toBe(state === 'waits' ? 'known' : 'admitted');
        expect(ledger.claimNext([batchOf], 1)).toMatchObject({ id: job.id, file_path: '/in/new', input_path: '/in/new' });
        expect(ledger.batchTotals(batchOf)).toMatchObject({ files: 1, duplicates: 0 });
      },
    );

    it('leaves a job alone that another batch has in work', () => {
      const ledger = make();
      const job = admitFile(ledger, 'a');
      ledger.claimNext([batchOf], 0);
      expect(ledger.admit(batchArrival('b', { batch: 'batch-2' }), printOf('a'), inPlace(), 1)).toMatchObject({
        kind: 'duplicate',
        job: { id: job.id, file_path: '/in/a' },
      });
    });

    it('makes one job of a hundred equal files, whichever comes first', () => {
      const ledger = make();
      const kinds = Array.from({ length: 100 }, (_, i) => ledger.admit(watchArrival(`${String(i)}.pdf`), printOf('same'), claiming(), i).kind);
      expect(kinds.filter((kind) => kind === 'admitted')).toHaveLength(1);
      expect(ledger.listJobs({ limit: 9 })).toHaveLength(1);
    });

    it('treats the same content as another document in another pipeline and in another destination', () => {
      const ledger = make();
      admitFile(ledger, 'a');
      expect(ledger.admit(batchArrival('a', { pipeline: 'q' }), printOf('a'), inPlace(), 0).kind).toBe('admitted');
      expect(ledger.admit(batchArrival('a'), printOf('a'), inPlace({ destination: '/other' }), 0).kind).toBe('admitted');
    });
  });

  describe(`${name}: the names of results`, () => {
    const watched = (ledger: Ledger, name: string, content: string, pipeline = 'p'): string =>
      ledger.admit(watchArrival(name, { pipeline }), printOf(content), claiming(), 0).job.result_name;

    it('give another content of the same name in a watched folder a name of its own, before its extension', () => {
      const ledger = make();
      expect(watched(ledger, 'a.b/c.pdf', 'x')).toBe('a.b/c.pdf');
      expect(watched(ledger, 'a.b/c.pdf', 'y')).toBe(`a.b/c~${printOf('y').sha256.slice(0, 8)}.pdf`);
      expect(watched(ledger, 'a.b/none', 'z')).toBe('a.b/none');
      expect(watched(ledger, 'a.b/none', 'u')).toBe(`a.b/none~${printOf('u').sha256.slice(0, 8)}`);
      expect(watched(ledger, '.hidden', 'v')).toBe('.hidden');
      expect(watched(ledger, '.hidden', 'w')).toBe(`.hidden~${printOf('w').sha256.slice(0, 8)}`);
    });

    it('stay apart when that name is taken as well (the constraint failed, and the file was never admitted)', () => {
      const ledger = make();
      const short = printOf('y').sha256.slice(0, 8);
      const names = [
        watched(ledger, 'a.pdf', 'x'),
        watched(ledger, 'a.pdf', 'y'),
        watched(ledger, 'a.pdf', 'y', 'second'),
        watched(ledger, 'a.pdf', 'y', 'third'),
        watched(ledger, `a~${short}.pdf`, 'hostile'),
      ];
      expect(names.slice(0, 4)).toEqual(['a.pdf', `a~${short}.pdf`, `a~${short}-2.pdf`, `a~${short}-3.pdf`]);
      expect(new Set(names).size).toBe(names.length);
    });

    it('go to the newest state of a file that is read where it stands; the older one, if it waits, is over', () => {
      const ledger = make();
      const old = admitFile(ledger, 'a.pdf', { content: 'before' });
      const { job } = ledger.admit(batchArrival('a.pdf'), printOf('after'), inPlace(), 5);
      expect(job.result_name).toBe('a.pdf');
      expect(ledger.job(old.id)).toMatchObject({ status: 'failed', result_name: '', error: { code: 'source.changed' }, completed_at: 5 });
    });

    it('leave a job in work to its own end when its file changes (it would be in two lanes if the file changed back)', () => {
      const ledger = make();
      const old = admitFile(ledger, 'a.pdf', { content: 'before' });
      ledger.claimNext([batchOf], 0);
      ledger.admit(batchArrival('a.pdf'), printOf('after'), inPlace(), 0);
      expect(ledger.job(old.id)).toMatchObject({ status: 'processing', result_name: '' });
      ledger.admit(batchArrival('a.pdf'), printOf('before'), inPlace(), 0);
      expect(ledger.job(old.id)).toMatchObject({ status: 'processing' });
    });

    it('come back to a file that changes back', () => {
      const ledger = make();
      const old = admitFile(ledger, 'a.pdf', { content: 'before' });
      completeNext(ledger);
      ledger.admit(batchArrival('a.pdf'), printOf('after'), inPlace(), 0);
      expect(ledger.job(old.id)).toMatchObject({ status: 'completed', result_name: '' });
      expect(ledger.admit(batchArrival('a.pdf'), printOf('before'), inPlace(), 0)).toMatchObject({
        kind: 'admitted',
        again: true,
        job: { id: old.id, result_name: 'a.pdf' },
      });
    });
  });

  describe(`${name}: files that could not come in`, () => {
    it('are failed jobs with the reason, and are replaced when they come again', () => {
      const ledger = make();
      const refused = ledger.refuse(batchArrival('a'), inPlace(), broken, 3);
      expect(refused).toMatchObject({ status: 'failed', error: broken, sha256: '', completed_at: 3 });
      expect(ledger.batchTotals(batchOf)).toMatchObject({ files: 1, byStatus: { failed: 1 } });
      const second = ledger.refuse(batchArrival('a'), inPlace(), broken, 4);
      expect(ledger.listJobs({ limit: 9 }).map(({ id }) => id)).toEqual([second.id]);
      admitFile(ledger, 'a');
      expect(ledger.batchTotals(batchOf)).toMatchObject({ files: 1, byStatus: { failed: 0, pending: 1 } });
    });

    it('are forgotten when they were never claimed', () => {
      const ledger = make();
      const { job } = ledger.admit(watchArrival('a'), printOf('a'), claiming(), 0);
      ledger.unclaim(job.id);
      expect(ledger.job(job.id)).toBeUndefined();
      expect(ledger.admit(watchArrival('a'), printOf('a'), claiming(), 0)).toMatchObject({ kind: 'admitted', again: false });
    });

    it('keep their job when it has a history (a published result was left without a row)', () => {
      const ledger = make();
      const { job } = ledger.admit(watchArrival('a'), printOf('a'), claiming(), 0);
      ledger.held(job.id, 's');
      completeNext(ledger);
      ledger.released(job.id, { path: '/archive/a', signature: 's' });
      ledger.admit(watchArrival('a'), printOf('a'), claiming({ fingerprint: 'f2' }), 1);
      ledger.unclaim(job.id);
      expect(ledger.job(job.id)).toMatchObject({ status: 'failed', error: { code: 'source.vanished' }, custody: 'released' });
      expect(ledger.unsettledCustody()).toEqual([]);
    });

    it('are known by path and state as long as they stay where they are', () => {
      const ledger = make();
      ledger.admit(watchArrival('a'), printOf('a', 's1'), inPlace(), 0);
      expect([
        ledger.isKnown('p', '/in/a', 's1'),
        ledger.isKnown('p', '/in/a', 's2'),
        ledger.isKnown('q', '/in/a', 's1'),
        ledger.isKnown('p', '/in/b', 's1'),
      ]).toEqual([true, false, false, false]);
    });

    it('leave an ended job with its original in hand on the list of what is to be put away', () => {
      const ledger = make();
      const { job } = ledger.admit(watchArrival('a'), printOf('a'), claiming(), 0);
      ledger.held(job.id, 's');
      expect(ledger.unsettledCustody()).toEqual([]);
      completeNext(ledger);
      expect(ledger.unsettledCustody().map(({ id }) => id)).toEqual([job.id]);
      ledger.released(job.id, { path: '/archive/a', signature: 't' });
      expect(ledger.job(job.id)).toMatchObject({ custody: 'released', input_path: '/archive/a', signature: 't' });
      expect(ledger.unsettledCustody()).toEqual([]);
    });
  });
}
