import { merge, mergeMap } from 'rxjs';
import type { Job } from '../model/job.ts';
import type { Plan } from '../model/plan.ts';
import { FolderDoor } from './folder-door.ts';
import type { Inbox } from './folder-door.ts';
import { admittedAtOnce } from './intake.ts';
import type { Doors, Intake } from './intake.ts';
import { inTurn } from './in-turn.ts';
import { recoverClaims } from './recover.ts';
import { releaser } from './releaser.ts';
import { uploadDoor } from './upload-door.ts';

/** Takes in what comes to rest in the watched folders of these pipelines. It never ends by itself, and no file's trouble ends it. */
export function folderIntake(plans: readonly Plan[], open: (plan: Plan) => Inbox, doors: Doors): Intake {
  const custody = inTurn();
  const folders = new Map(plans.map((plan) => [plan.name, new FolderDoor(plan, open(plan), { ...doors, custody })]));
  const release = releaser(plans, { ...doors, custody });
  return {
    arrivals: merge(...[...folders.values()].map((door) => door.arrivals())),
    admit: mergeMap(async (arrival) => folders.get(arrival.pipeline)?.admit(arrival), admittedAtOnce),
    uploads: uploadDoor(plans, { ...doors, custody }),
    release: (job: Job) => {
      folders.get(job.pipeline)?.freed();
      return release(job);
    },
    recover: () => recoverClaims({ ...doors, release }),
  };
}
