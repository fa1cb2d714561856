import { NEVER, merge, mergeMap } from 'rxjs';
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

/** Takes in what is handed in for these pipelines, and what comes to rest in the folders of those for which `open` gives an inbox. It never ends by itself, and no file's trouble ends it. */
export function folderIntake(plans: readonly Plan[], open: (plan: Plan) => Inbox | undefined, doors: Doors): Intake {
  const custody = inTurn();
  const folders = new Map<string, FolderDoor>();
  for (const plan of plans) {
    const inbox = open(plan);
    if (inbox !== undefined) folders.set(plan.name, new FolderDoor(plan, inbox, { ...doors, custody }));
  }
  const release = releaser(plans, { ...doors, custody });
  return {
    arrivals: merge(NEVER, ...[...folders.values()].map((door) => door.arrivals())),
    admit: mergeMap(async (arrival) => folders.get(arrival.pipeline)?.admit(arrival), admittedAtOnce),
    uploads: uploadDoor(plans, { ...doors, custody }),
    release: (job: Job) => {
      folders.get(job.pipeline)?.freed();
      return release(job);
    },
    recover: () => recoverClaims({ ...doors, release }),
  };
}
