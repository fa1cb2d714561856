import type { Clock } from '../model/clock.ts';
import type { Emit } from '../model/events.ts';
import type { Job } from '../model/job.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Plan, PlannedStage } from '../model/plan.ts';
import type { Workers } from '../model/workers.ts';
import type { MonoTypeOperatorFunction, Observable } from 'rxjs';
import type { PageOutput } from '../model/workers.ts';

/** What a job needs on its way; the composition root puts it together once. */
export interface Mill {
  ledger: Ledger;
  workers: Workers;
  clock: Clock;
  emit: Emit;
  /** By name. */
  plans: ReadonlyMap<string, Plan>;
  /** Absolute; `<work folder>/<job id>/` is a job's own. */
  workFolder: string;
  /** The one gate of a stage, shared by all documents. */
  gateOf(plan: Plan, stage: PlannedStage): MonoTypeOperatorFunction<PageOutput>;
  /** Puts the original of an ended job away as its pipeline says, and its work folder. */
  release(job: Job): Promise<void>;
  /** Emits once, also to those who come late, when the daemon can wait no longer for what is in work. */
  abort: Observable<unknown>;
  /** Emits the ids of jobs that somebody asked to cancel. */
  cancellations: Observable<string>;
}
