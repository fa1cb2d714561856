import { concatMap, merge, of } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Arrival } from './model/ledger.ts';
import type { Job } from './model/job.ts';
import type { Outcome } from './model/outcome.ts';
import type { Mill } from './processing/mill.ts';
import { beginRun } from './processing/run.ts';
import { runStages } from './processing/run-stages.ts';
import { commit } from './publish/commit.ts';
import { orElse } from './publish/outcome.ts';
import { publish } from './publish/publish.ts';
import { lanes } from './rx/lanes.ts';

/** Both ends of the channel, as the daemon has set them up. */
export interface Channel {
  /** Files that have settled. */
  arrivals: Observable<Arrival>;
  admit(arrivals: Observable<Arrival>): Observable<unknown>;
  /** One for each pipeline. */
  queues: readonly Queue[];
}

export interface Queue {
  /** Documents at once. */
  inFlight: number;
  /** Emits the next due job, as soon as there is one, or `undefined` when no more will come. */
  next(): Observable<Job | undefined>;
}

/**
 * The whole flow. Files come in on one side and become rows of the ledger; lanes pull due jobs from the ledger on the other,
 * one document each. The two sides meet in the ledger alone, so a death between any two steps loses nothing.
 */
export function flow(mill: Mill, channel: Channel): Observable<unknown> {
  const intake = channel.admit(channel.arrivals);
  const work = channel.queues.map((queue) =>
    lanes(
      queue.inFlight,
      () => queue.next(),
      (job) => millOne(mill, job),
    ),
  );
  return merge(intake, ...work);
}

/** One document's way. It never fails: whatever happens to the document becomes its outcome. */
function millOne(mill: Mill, job: Job): Observable<Outcome> {
  return of(job).pipe(
    concatMap((due) => beginRun(mill, due)),
    runStages(mill),
    publish(mill),
    orElse(mill, job),
    commit(mill, job),
  );
}
