import { EMPTY, catchError, defer, finalize, ignoreElements, retry, tap, throwError, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import { asMillraceError, toErrorData } from '../model/errors.ts';
import type { MillraceError } from '../model/errors.ts';
import type { TaskProgress, TaskRecord } from '../model/ledger.ts';
import type { PageOutput } from '../model/workers.ts';
import type { Mill } from './mill.ts';
import { nextTry } from './next-try.ts';
import { Postponed } from './postponed.ts';
import type { Run } from './run.ts';

/** A task as its stage or sink describes it. */
export interface TaskTerms {
  stage: string;
  key: string;
  pages: readonly number[];
  /** Starts the work for those pages that are still to do. */
  start(pages: readonly number[]): Observable<PageOutput>;
  /** Called with each page that has been brought. */
  onPage(output: PageOutput): void;
  /** Job progress (0–1) as of now. */
  progress(): number;
  /** What stands for a page that is given up; throws the error on if nothing can. */
  giveUp(page: number, error: MillraceError): PageOutput;
}

/** Outputs are stored at least this often (ms), so that a death costs no more work than that. */
const saveEvery = 500;

/**
 * Works through the pages of one task. What a try has brought is kept, and the next one goes on behind it: the page that a
 * failed try stopped at is blamed, tried again by the rules, and given up alone.
 */
export function runTask(mill: Mill, run: Run, terms: TaskTerms): Observable<never> {
  let rest = terms.pages;
  return defer(() => (rest.length === 0 ? EMPTY : attempt(mill, run, terms, rest, (delivered) => (rest = rest.slice(delivered))))).pipe(
    retry({ delay: (failure: unknown) => (failure instanceof Again ? timer(failure.delay) : throwError(() => failure)) }),
  );
}

/** Steers the flow within this file only. */
class Again {
  readonly delay: number;

  constructor(delay: number) {
    this.delay = delay;
  }
}

function attempt(mill: Mill, run: Run, terms: TaskTerms, pages: readonly number[], done: (pages: number) => void): Observable<never> {
  const { ledger, clock, emit } = mill;
  const first = pages[0] ?? 0;
  const task: TaskRecord = { job: run.job.id, stage: terms.stage, first, last: pages.at(-1) ?? 0 };
  const label = { ...task, ...nameOf(run) };
  const number = ledger.startTask(task, clock.now());
  const startedAt = clock.monotonic();
  emit({ type: 'task.started', ...label });

  let unsaved: PageOutput[] = [];
  let delivered = 0;
  let savedAt = startedAt;
  const save = (ended?: TaskProgress['ended']): void => {
    const checkpoint = { key: terms.key, stage: terms.stage };
    const counted = run.pageCount === undefined ? {} : { pageCount: run.pageCount };
    ledger.saveProgress(task, { attempt: number, checkpoint, outputs: unsaved, progress: terms.progress(), ...counted, ...(ended && { ended }) }, clock.now());
    unsaved = [];
    savedAt = clock.monotonic();
  };
  const take = (output: PageOutput): void => {
    terms.onPage(output);
    unsaved.push(output);
    delivered++;
  };
  const finish = (error: MillraceError | null, blamed: number, retried: boolean): void => {
    save({ error: error && toErrorData(error), blamed, retried });
    const duration = clock.monotonic() - startedAt;
    emit({ type: 'task.finished', ...label, pages: delivered, duration, ...(error && { error: toErrorData(error) }) });
    emit({ type: 'job.progress', ...nameOf(run), stage: task.stage, progress: terms.progress(), pages: delivered });
    done(delivered);
  };

  return terms.start(pages).pipe(
    tap({
      next: (output) => {
        take(output);
        if (clock.monotonic() - savedAt >= saveEvery) save();
      },
      complete: () => {
        finish(null, 0, false);
      },
    }),
    ignoreElements(),
    catchError((thrown: unknown) => {
      const error = asMillraceError(thrown);
      const blamed = pages[delivered] ?? 0;
      const decision = nextTry(error, ledger.failures(task.job, task.stage, blamed) + 1, run.retries, run.plan, clock.random());
      if (decision.kind === 'give-up') {
        take(terms.giveUp(blamed, error));
        finish(error, blamed, false);
        return throwError(() => new Again(0));
      }
      run.retries++;
      finish(error, blamed, true);
      if (decision.kind === 'later') return throwError(() => new Postponed(error, clock.now() + decision.delay));
      emit({ type: 'job.retrying', ...nameOf(run), error: toErrorData(error), delay: decision.delay, retries: run.retries });
      return throwError(() => new Again(decision.delay));
    }),
    finalize(() => {
      if (unsaved.length > 0) save();
    }),
  );
}

const nameOf = ({ job }: Run) => ({ job: job.id, pipeline: job.pipeline, filename: job.filename });
