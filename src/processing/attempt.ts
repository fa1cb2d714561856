import { asMillraceError, toErrorData } from '../model/errors.ts';
import type { MillraceError } from '../model/errors.ts';
import type { TaskProgress, TaskRecord } from '../model/ledger.ts';
import { noSpending, priced, sumOfSpending } from '../model/usage.ts';
import type { Prices, Spending } from '../model/usage.ts';
import type { PageOutput } from '../model/workers.ts';
import type { Mill } from './mill.ts';
import type { Run } from './run.ts';
import type { TaskTerms } from './task-terms.ts';

/** Outputs are stored at least this often (ms), so that a death costs no more work than that. */
const saveEvery = 500;

/** One try at some pages of a task: on record before it starts, its outputs stored as they come, its end told. */
export class Attempt {
  readonly pages: readonly number[];
  /** Pages that have been brought, from the first on. */
  delivered = 0;
  readonly #mill: Mill;
  readonly #run: Run;
  readonly #terms: TaskTerms;
  readonly #task: TaskRecord;
  #number: number | undefined;
  #startedAt = 0;
  #savedAt = 0;
  #unsaved: PageOutput[] = [];
  #spent: Spending = noSpending;
  #ended = false;

  constructor(mill: Mill, run: Run, terms: TaskTerms, pages: readonly number[]) {
    this.#mill = mill;
    this.#run = run;
    this.#terms = terms;
    this.pages = pages;
    this.#task = { job: run.job.id, stage: terms.stage, first: pages[0] ?? 0, last: pages.at(-1) ?? 0 };
  }

  /** A try that no worker has taken up has nothing to answer for. */
  get begun(): boolean {
    return this.#number !== undefined;
  }

  /** The page that a failure now would be blamed on. */
  get blamed(): number {
    return this.pages[this.delivered] ?? 0;
  }

  begin(): void {
    const { ledger, clock, emit } = this.#mill;
    this.#startedAt = this.#savedAt = clock.monotonic();
    this.#number = ledger.startTask(this.#task, clock.now());
    emit({ type: 'task.started', ...this.#task, ...nameOf(this.#run) });
  }

  take(output: PageOutput): void {
    this.#terms.onPage(output);
    this.#unsaved.push(output);
    this.delivered++;
    if (this.#mill.clock.monotonic() - this.#savedAt >= saveEvery) this.#save();
  }

  /** `blamed` is 0 when the try ended well. */
  finish(error: MillraceError | null, blamed: number, retried: boolean): void {
    const { clock, emit } = this.#mill;
    this.#save({ error: error && toErrorData(error), blamed, retried });
    const duration = clock.monotonic() - this.#startedAt;
    const name = nameOf(this.#run);
    const said = { ...(error && { error: toErrorData(error) }), ...spendingIn(this.#spent) };
    emit({ type: 'task.finished', ...this.#task, ...name, pages: this.delivered, duration, ...said });
    emit({ type: 'job.progress', ...name, stage: this.#task.stage, progress: this.#terms.progress(), pages: this.delivered });
  }

  /** Keeps what a cancelled try has brought. It is called in a teardown, where an error would end the stream: what cannot be stored is told, and done again. */
  saveRest(): void {
    if (this.#ended || !this.begun) return;
    try {
      this.#save({ error: null, blamed: 0, retried: false });
    } catch (thrown) {
      const error = toErrorData(asMillraceError(thrown));
      const { clock, emit } = this.#mill;
      emit({ type: 'task.finished', ...this.#task, ...nameOf(this.#run), pages: 0, duration: clock.monotonic() - this.#startedAt, error });
    }
  }

  #save(ended?: TaskProgress['ended']): void {
    const { ledger, clock } = this.#mill;
    const { key, stage } = this.#terms;
    const { pageCount } = this.#run;
    const spending = spendingOf(this.#unsaved, this.#terms.prices);
    const progress = { attempt: this.#number ?? 0, checkpoint: { key, stage }, outputs: this.#unsaved, progress: this.#terms.progress() };
    const known = { ...(pageCount !== undefined && { pageCount }), ...spendingIn(spending), ...(ended && { ended }) };
    ledger.saveProgress(this.#task, { ...progress, ...known }, clock.now());
    this.#spent = sumOfSpending(this.#spent, spending);
    this.#ended = ended !== undefined;
    this.#unsaved = [];
    this.#savedAt = clock.monotonic();
  }
}

function spendingOf(outputs: readonly PageOutput[], prices: Prices | undefined): Spending {
  return outputs.reduce((sum, { usage }) => (usage === undefined ? sum : sumOfSpending(sum, priced(usage, prices))), noSpending);
}

/** Told only of those that have asked anybody. */
const spendingIn = (spending: Spending): { spending?: Spending } => (spending.requests === 0 ? {} : { spending });

export const nameOf = ({ job }: Run) => ({ job: job.id, pipeline: job.pipeline, filename: job.filename });
