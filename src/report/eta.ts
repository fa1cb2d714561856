import type { Clock } from '../model/clock.ts';
import type { EtaRange } from '../model/eta.ts';
import type { Event, EventOf } from '../model/events.ts';
import type { Job } from '../model/job.ts';
import { queueOf } from '../model/ledger.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Plan } from '../model/plan.ts';
import { learnJob, learnPromise, learnTask, noRates, workOf } from './rates.ts';
import type { Rates } from './rates.ts';

export interface EtaTerms {
  ledger: Pick<Ledger, 'backlog' | 'remember' | 'remembered'>;
  clock: Clock;
  plans: readonly Plan[];
  /** Worker processes. */
  workers: number;
}

/** Where rates are kept over restarts. */
const kept = 'eta/1';
/** Milliseconds between two times of writing them down. */
const saveEvery = 30_000;
/** Promises that are waited for; beyond, later ones are not judged. */
const mostPromises = 10_000;

interface Running {
  pipeline: string;
  bytes: number;
  progress: number;
}

/**
 * Says when work will be done, from what stages have cost so far and what is still ahead in the queue; how far the truth lay from that before
 * is learned too, so that the promise kept nine times in ten is one that is kept nine times in ten.
 */
export class Eta {
  readonly #terms: EtaTerms;
  readonly #rates: Map<string, Rates>;
  readonly #running = new Map<string, Running>();
  readonly #promises = new Map<string, { base: number; at: number }>();
  #savedAt: number;
  /** Worker time spent, and wall time in which there was any, in milliseconds. */
  #worked = 0;
  #busy = 0;
  #busySince: number | undefined;

  constructor(terms: EtaTerms) {
    this.#terms = terms;
    this.#rates = restore(terms.ledger.remembered(kept));
    this.#savedAt = terms.clock.monotonic();
  }

  hear(event: Event): void {
    if (event.type === 'job.admitted') this.#promise(event);
    else if (event.type === 'job.started') this.#start(event);
    else if (event.type === 'job.progress') this.#advance(event);
    else if (event.type === 'task.finished') this.#learnTask(event);
    else if (event.type === 'job.completed') this.#complete(event);
    else if (event.type === 'job.failed' || event.type === 'job.cancelled' || event.type === 'job.retrying')
      this.#forget(event.job, event.type !== 'job.retrying');
  }

  /** Of a job that has not ended. */
  ofJob(job: Pick<Job, 'id' | 'pipeline' | 'queue' | 'status' | 'bytes' | 'pages' | 'progress' | 'next_at'>): EtaRange | undefined {
    const rates = this.#rates.get(job.pipeline);
    if (rates === undefined || (job.status !== 'pending' && job.status !== 'processing')) return undefined;
    const own = workOf(rates, { jobs: 1, bytes: job.bytes, pages: job.pages });
    if (own === undefined) return undefined;
    const rest = own * (1 - job.progress);
    if (job.status === 'processing') return rangeOf(rates, (rest * Math.max(1, this.#running.size)) / this.#speed());
    const ahead = workOf(rates, this.#terms.ledger.backlog([job.queue], job.id)) ?? 0;
    const waits = Math.max(0, (job.next_at ?? 0) - this.#terms.clock.now());
    return rangeOf(rates, waits + this.#baseOf(rates, ahead + rest, rest));
  }

  /** Until all that waits or runs in a pipeline has ended. */
  ofBacklog(pipeline: string): EtaRange | undefined {
    const rates = this.#rates.get(pipeline);
    const waiting = this.#terms.ledger.backlog([queueOf({ batch: null, pipeline })]);
    const work = rates && workOf(rates, waiting);
    return rates === undefined || work === undefined ? undefined : rangeOf(rates, this.#baseOf(rates, work, 0));
  }

  calibration(): { promises: number; held: number } {
    const all = [...this.#rates.values()];
    return { promises: all.reduce((sum, { promises }) => sum + promises, 0), held: all.reduce((sum, { held }) => sum + held, 0) };
  }

  /** Writes down what was learned; without it a restart would know nothing. */
  save(): void {
    this.#savedAt = this.#terms.clock.monotonic();
    this.#terms.ledger.remember(kept, JSON.stringify(Object.fromEntries(this.#rates)));
  }

  /** Milliseconds, by the rates alone: `work` of all workers, and at least the `own` work of one document. */
  #baseOf(rates: Rates, work: number, own: number): number {
    const running = [...this.#running.values()].reduce(
      (sum, { bytes, progress }) => sum + (workOf(rates, { jobs: 1, bytes }) ?? 0) * (1 - progress),
      0,
    );
    return Math.max(own, (work + running) / this.#speed());
  }

  /** Workers that are at work at once, on average, while there is work. */
  #speed(): number {
    const busy = this.#busy + (this.#busySince === undefined ? 0 : this.#terms.clock.monotonic() - this.#busySince);
    if (busy < 1_000 || this.#worked === 0) return this.#terms.workers;
    return Math.min(this.#terms.workers, Math.max(0.25, this.#worked / busy));
  }

  #promise({ job, pipeline, bytes }: EventOf<'job.admitted'>): void {
    const rates = this.#ratesOf(pipeline);
    const own = workOf(rates, { jobs: 1, bytes });
    if (own === undefined || this.#promises.size >= mostPromises) return;
    const ahead = workOf(rates, this.#terms.ledger.backlog([queueOf({ batch: null, pipeline })])) ?? 0;
    this.#promises.set(job, { base: this.#baseOf(rates, Math.max(ahead, own), own), at: this.#terms.clock.monotonic() });
  }

  #start({ job, pipeline }: EventOf<'job.started'>): void {
    this.#busySince ??= this.#terms.clock.monotonic();
    this.#running.set(job, { pipeline, bytes: 0, progress: 0 });
  }

  #advance({ job, progress }: EventOf<'job.progress'>): void {
    const running = this.#running.get(job);
    if (running !== undefined) running.progress = progress;
  }

  #learnTask({ pipeline, stage, first, pages, duration, error }: EventOf<'task.finished'>): void {
    this.#worked += duration;
    if (error === undefined) learnTask(this.#ratesOf(pipeline), stage, { pages: first === 0 ? 0 : pages, duration });
  }

  #complete({ job, pipeline, pages, bytes }: EventOf<'job.completed'>): void {
    const rates = this.#ratesOf(pipeline);
    learnJob(rates, { pages, bytes });
    const promise = this.#promises.get(job);
    if (promise !== undefined) learnPromise(rates, promise.base, this.#terms.clock.monotonic() - promise.at);
    this.#forget(job, true);
    if (this.#terms.clock.monotonic() - this.#savedAt >= saveEvery) this.save();
  }

  #forget(job: string, ended: boolean): void {
    if (ended) this.#promises.delete(job);
    this.#running.delete(job);
    if (this.#running.size > 0 || this.#busySince === undefined) return;
    this.#busy += this.#terms.clock.monotonic() - this.#busySince;
    this.#busySince = undefined;
  }

  #ratesOf(pipeline: string): Rates {
    const known = this.#rates.get(pipeline) ?? noRates();
    this.#rates.set(pipeline, known);
    return known;
  }
}

function rangeOf({ q50, q90 }: Rates, base: number): EtaRange {
  const seconds = (quantile: number): number => Math.round((base * Math.exp(quantile)) / 100) / 10;
  return { p50: seconds(q50), p90: seconds(q90) };
}

/** As `save` wrote it; another form has another name. */
function restore(text: string | undefined): Map<string, Rates> {
  if (text === undefined) return new Map();
  return new Map(Object.entries(JSON.parse(text) as Record<string, Rates>));
}
