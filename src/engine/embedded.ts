import { defer, merge, of, switchMap, take, timer } from 'rxjs';
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
  return defer(() => {
    if (terms.drained()) return of(undefined);
    const now = terms.clock.now();
    const job = terms.ledger.claimNext(terms.queues, now);
    if (job !== undefined) return of(job);
    const wait = Math.min(lookEvery, Math.max(10, (terms.ledger.nextDue(terms.queues) ?? Infinity) - now));
    return merge(terms.nudges, timer(wait)).pipe(
      take(1),
      switchMap(() => nextJob(terms)),
    );
  });
}
