import { describe, expect, it } from 'vitest';
import { MillraceError } from '../../src/model/errors.ts';
import type { ErrorData } from '../../src/model/errors.ts';
import type { Job } from '../../src/model/job.ts';
import type { Ledger, TaskRecord } from '../../src/model/ledger.ts';
import type { PageOutput } from '../../src/model/workers.ts';
import { admitFile, batchOf } from '../support/ledger-terms.ts';

const crash: ErrorData = { code: 'worker.signal', message: 'killed' };
const output = (page: number, text = `page ${String(page)}`): PageOutput => ({ page, bytes: Buffer.from(text) });

function started(ledger: Ledger, name = 'a'): { job: Job; task: TaskRecord; attempt: number } {
  const { id } = admitFile(ledger, name);
  const job = ledger.claimNext([batchOf], 0) as Job;
  const task = { job: id, stage: 'ocr', first: 1, last: 4 };
  return { job, task, attempt: ledger.startTask(task, 5) };
}

function save(
  ledger: Ledger,
  { task, attempt }: { task: TaskRecord; attempt: number },
  outputs: readonly PageOutput[],
  key = 'k',
  stage = 'ocr',
): void {
  ledger.saveProgress(task, { attempt, checkpoint: { key, stage }, outputs, progress: 0.25 }, 6);
}

const text = (ledger: Ledger, keys: readonly string[], pages?: readonly number[]): string[] =>
  ledger.loadOutputs(keys, pages).map(({ page, bytes }) => `${String(page)}:${Buffer.from(bytes).toString()}`);

export function describeProgress(name: string, make: () => Ledger): void {
  describe(`${name}: attempts`, () => {
    it('are on record before the work starts, and end with their time and error', () => {
      const ledger = make();
      const run = started(ledger);
      expect(ledger.attempts(run.job.id)).toEqual([{ id: run.attempt, ...run.task, started_at: 5, ended_at: null, error: null }]);
      ledger.saveProgress(
        run.task,
        {
          attempt: run.attempt,
          checkpoint: { key: 'k', stage: 'ocr' },
          outputs: [],
          progress: 0.5,
          pageCount: 4,
          ended: { error: crash, blamed: 2, retried: true },
        },
        9,
      );
      expect(ledger.attempts(run.job.id)).toEqual([{ id: run.attempt, ...run.task, started_at: 5, ended_at: 9, error: crash }]);
      expect(ledger.job(run.job.id)).toMatchObject({ progress: 0.5, stage: 'ocr', pages: 4, retries: 1 });
    });

    it('count against the page that they are blamed on, until somebody opens the job again', () => {
      const ledger = make();
      const run = started(ledger);
      const fail = (blamed: number, error: ErrorData | null): void => {
        const attempt = ledger.startTask(run.task, 0);
        ledger.saveProgress(
          run.task,
          { attempt, checkpoint: { key: 'k', stage: 'ocr' }, outputs: [], progress: 0, ended: { error, blamed, retried: false } },
          0,
        );
      };
      fail(2, crash);
      fail(2, crash);
      fail(3, crash);
      fail(0, null);
      const counts = (): number[] => [0, 1, 2, 3].map((page) => ledger.failures(run.job.id, 'ocr', page));
      expect(counts()).toEqual([0, 0, 2, 1]);
      expect(ledger.failures(run.job.id, 'text', 2)).toBe(0);
      ledger.commit(run.job.id, { kind: 'failed', error: new MillraceError('worker.signal', 'killed') }, { fingerprint: 'f', keys: [] }, 0);
      ledger.retry(run.job.id, 0);
      expect(counts()).toEqual([0, 0, 0, 0]);
    });

    it('keep what services took of them, added up as it comes, and told of a batch in all and by its files', () => {
      const ledger = make();
      const [first, second] = [started(ledger), started(ledger, 'b')];
      started(ledger, 'c');
      const spend = ({ task, attempt }: typeof first, cost: number): void => {
        const spending = { requests: 1, input_tokens: 1_000, output_tokens: 10, cost };
        ledger.saveProgress(task, { attempt, checkpoint: { key: 'k', stage: 'llm' }, outputs: [], progress: 0.5, spending }, 9);
      };
      spend(first, 0.25);
      spend(second, 1);
      spend(first, 0.25);
      const twice = { requests: 2, input_tokens: 2_000, output_tokens: 20, cost: 0.5 };
      expect(ledger.attempts(first.job.id)).toMatchObject([{ spending: twice }]);
      expect(ledger.batchSpending(batchOf, 9)).toEqual({
        total: { requests: 3, input_tokens: 3_000, output_tokens: 30, cost: 1.5 },
        files: [
          { file_path: '/in/b', requests: 1, input_tokens: 1_000, output_tokens: 10, cost: 1 },
          { file_path: '/in/a', ...twice },
        ],
      });
      expect(ledger.batchSpending(batchOf, 1).files).toHaveLength(1);
      expect(ledger.batchSpending('another', 9)).toEqual({ total: { requests: 0, input_tokens: 0, output_tokens: 0, cost: 0 }, files: [] });
    });

    it('of a daemon that died have an end after its next start', () => {
      const ledger = make();
      const run = started(ledger);
      ledger.recover(50);
      expect(ledger.attempts(run.job.id)).toMatchObject([{ ended_at: 50, error: null }]);
    });
  });

  describe(`${name}: saved pages`, () => {
    it('are there with the next look, with the page count that they brought', () => {
      const ledger = make();
      const run = started(ledger);
      expect(ledger.savedPages('k')).toEqual({ pages: [], failed: 0, pageCount: undefined });
      save(ledger, run, [{ ...output(0), pageCount: 7 }], 'identify', 'identify');
      save(ledger, run, [output(3), output(1)]);
      expect(ledger.savedPages('identify')).toEqual({ pages: [0], failed: 0, pageCount: 7 });
      expect(ledger.savedPages('k')).toEqual({ pages: [1, 3], failed: 0, pageCount: undefined });
    });

    it('are loaded in the order of the keys, of all pages or of some', () => {
      const ledger = make();
      const run = started(ledger);
      save(ledger, run, [output(2), output(1), output(3)], 'text');
      save(ledger, run, [output(0, 'whole')], 'identify');
      expect(text(ledger, ['identify', 'text'])).toEqual(['0:whole', '1:page 1', '2:page 2', '3:page 3']);
      expect(text(ledger, ['text', 'identify'], [3, 2])).toEqual(['2:page 2', '3:page 3', '0:whole']);
      expect(text(ledger, ['none'])).toEqual([]);
    });

    // Tables that were joined over pages stand in place of those of the pages; the other way round the result has both.
    it('are loaded with what was said of the whole after what was said of its pages', () => {
      const ledger = make();
      save(ledger, started(ledger), [output(2), output(0, 'whole'), output(1)], 'tables');
      expect(text(ledger, ['tables'])).toEqual(['1:page 1', '2:page 2', '0:whole']);
      expect(text(ledger, ['tables'], [2])).toEqual(['2:page 2', '0:whole']);
    });

    it('are replaced when they are made anew', () => {
      const ledger = make();
      const run = started(ledger);
      save(ledger, run, [{ ...output(1), failed: crash }]);
      expect(ledger.savedPages('k')).toMatchObject({ failed: 1 });
      save(ledger, run, [output(1, 'better')]);
      expect([ledger.savedPages('k').failed, text(ledger, ['k'])]).toEqual([0, ['1:better']]);
    });

    it('that a stage gave up are forgotten with the end of the job, and with them what later stages made of them', () => {
      const ledger = make();
      const run = started(ledger);
      save(ledger, run, [output(0)], 'identify');
      save(ledger, run, [output(1), { ...output(2), failed: crash }, output(3)], 'text');
      save(ledger, run, [output(1), output(2), output(3)], 'tables');
      save(ledger, run, [output(0)], 'classify');
      save(ledger, run, [{ ...output(1), failed: crash }], 'other job');
      const keys = ['identify', 'text', 'tables', 'classify'];
      const left = (): string[] => [...keys, 'other job'].map((key) => ledger.savedPages(key).pages.join());
      ledger.commit(
        run.job.id,
        { kind: 'retry', error: new MillraceError('worker.signal', 'killed'), nextAt: 0, counted: false },
        { fingerprint: 'f', keys },
        0,
      );
      expect(left()).toEqual(['0', '1,2,3', '1,2,3', '0', '1']);
      ledger.claimNext([batchOf], 0);
      ledger.commit(run.job.id, { kind: 'completed', result: '/out/a.json', partial: true }, { fingerprint: 'f', keys }, 0);
      expect(left()).toEqual(['0', '1,3', '1,3', '', '1']);
    });

    it('stay when nothing was given up', () => {
      const ledger = make();
      const run = started(ledger);
      save(ledger, run, [output(0)], 'identify');
      save(ledger, run, [output(1)], 'text');
      ledger.commit(run.job.id, { kind: 'completed', result: '/out/a.json', partial: false }, { fingerprint: 'f', keys: ['identify', 'text'] }, 0);
      expect([ledger.savedPages('identify').pages, ledger.savedPages('text').pages]).toEqual([[0], [1]]);
    });
  });
}
