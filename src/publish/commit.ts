import { concatMap } from 'rxjs';
import type { OperatorFunction } from 'rxjs';
import { toErrorData } from '../model/errors.ts';
import type { Job } from '../model/job.ts';
import type { Outcome } from '../model/outcome.ts';
import { checkpointKeys } from '../pipeline/checkpoint-key.ts';
import type { Mill } from '../processing/mill.ts';
import { putAway } from './put-away.ts';

/** Ends one run in the ledger, and only then lets the original go: a death in between leaves a job that is done and an original that is put away at the next start. */
export function commit(mill: Mill, job: Job): OperatorFunction<Outcome, Outcome> {
  return concatMap(async (outcome) => {
    const plan = mill.plans.get(job.pipeline);
    const keys = plan === undefined ? [] : [...checkpointKeys(plan, job.sha256).values()];
    mill.ledger.commit(job.id, outcome, { fingerprint: plan?.fingerprint ?? job.fingerprint, keys }, mill.clock.now());
    const ended = mill.ledger.job(job.id) ?? job;
    // The ledger has the last word: a cancellation may have come while the run was failing.
    const told: Outcome = ended.status === 'cancelled' ? { kind: 'cancelled' } : outcome;
    tell(mill, ended, told);
    if (told.kind === 'completed' || told.kind === 'failed' || told.kind === 'cancelled') await putAway(mill, ended);
    return told;
  });
}

function tell({ emit, clock }: Mill, job: Job, outcome: Outcome): void {
  const label = { job: job.id, pipeline: job.pipeline, filename: job.filename };
  const duration = clock.now() - (job.started_at ?? clock.now());
  switch (outcome.kind) {
    case 'completed': {
      const { result, partial } = outcome;
      emit({ type: 'job.completed', ...label, result, partial, pages: job.pages ?? 0, bytes: job.bytes, duration });
      break;
    }
    case 'failed':
      emit({ type: 'job.failed', ...label, error: toErrorData(outcome.error), duration });
      break;
    case 'retry':
      emit({ type: 'job.retrying', ...label, error: toErrorData(outcome.error), delay: outcome.nextAt - clock.now(), retries: job.retries });
      break;
    case 'cancelled':
      emit({ type: 'job.cancelled', ...label });
      break;
    case 'released':
  }
}
