import { EMPTY, defer, merge, of, repeat, take, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Clock } from '../model/clock.ts';
import type { Job } from '../model/job.ts';
import type { Ledger } from '../model/ledger.ts';

export interface EmbeddedTerms {
  ledger: Pick<Ledger, 'claimNext' | 'nextDue'>;
  clock: Clock;
  queues: readonly string[];
  /** Emits whenever something may have become due, or the end may have come. */
  nudges: Observable<unknown>;
  /** Whether no job will come any more. */
  drained(): boolean;
}

/** Jobs that another process put into the ledger give no nudge; they are found this soon (ms). */
const lookEvery = 1_000;

/** Hands out jobs straight from the ledger: the next due one as soon as there is one, or `undefined` when none will come. */
export function nextJob(terms: EmbeddedTerms): Observable<Job | undefined> {
  let lookedAt = 0;
  const look = defer(() => {
    if (terms.drained()) return of(undefined);
    lookedAt = terms.clock.now();
    const job = terms.ledger.claimNext(terms.queues, lookedAt);
    return job === undefined ? EMPTY : of(job);
  });
  return look.pipe(repeat({ delay: () => merge(terms.nudges, timer(untilDue(terms, lookedAt))) }), take(1));
}

/** A job that is due and yet was not handed out waits for others to end, which is a nudge. */
function untilDue({ ledger, queues }: EmbeddedTerms, now: number): number {
  const wait = (ledger.nextDue(queues) ?? Infinity) - now;
  return wait > 0 ? Math.min(lookEvery, wait) : lookEvery;
}
