import { catchError, filter, map, of, race, take } from 'rxjs';
import type { MonoTypeOperatorFunction } from 'rxjs';
import { asMillraceError } from '../model/errors.ts';
import type { ErrorCode } from '../model/errors.ts';
import type { Job } from '../model/job.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Plan } from '../model/plan.ts';
import type { Mill } from '../processing/mill.ts';
import { nextTry } from '../processing/next-try.ts';
import { Postponed } from '../processing/postponed.ts';

/** A full or failing disk, or a folder that may not be written, is no document's fault: the job waits this long (ms), and no try is counted. */
const diskWait = 10_000;

/** However a run ends – by its result, an error, a cancellation or the end of the daemon – it ends in one word. */
export function orElse(mill: Mill, job: Job): MonoTypeOperatorFunction<Outcome> {
  return (run) =>
    race(
      run.pipe(catchError((error: unknown) => of(outcomeOf(error, mill, job)))),
      mill.cancellations.pipe(
        filter((id) => id === job.id),
        map((): Outcome => ({ kind: 'cancelled' })),
      ),
      mill.abort.pipe(map((): Outcome => ({ kind: 'released' }))),
    ).pipe(take(1));
}

const faultsOfTheMachine: ReadonlySet<ErrorCode> = new Set(['disk.full', 'disk.failed', 'permission.denied']);

function outcomeOf(thrown: unknown, { clock, plans }: Mill, job: Job): Outcome {
  if (thrown instanceof Postponed) return { kind: 'retry', error: thrown.reason, nextAt: thrown.nextAt, counted: false };
  const error = asMillraceError(thrown);
  if (faultsOfTheMachine.has(error.code)) return { kind: 'retry', error, nextAt: clock.now() + diskWait, counted: false };
  if (error.class !== 'transient') return { kind: 'failed', error };
  const decision = nextTry(error, job.retries + 1, job.retries, plans.get(job.pipeline) ?? noRetries, clock.random());
  return decision.kind === 'give-up' ? { kind: 'failed', error } : { kind: 'retry', error, nextAt: clock.now() + decision.delay, counted: true };
}

const noRetries: Pick<Plan, 'maxRetries' | 'retryDelay' | 'retryDelayMax'> = { maxRetries: 0, retryDelay: 0, retryDelayMax: 0 };
