import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MillraceError } from '../model/errors.ts';
import type { Admission, AdmissionTerms } from '../model/ledger.ts';
import { queueOf } from '../model/ledger.ts';
import type { Plan } from '../model/plan.ts';
import type { Upload, UploadDoor } from '../model/upload.ts';
import { claim } from './claim.ts';
import { fingerprint } from './fingerprint.ts';
import { termsOf } from './intake.ts';
import type { CustodyDoors } from './intake.ts';
import { mostWaiting } from './room.ts';
import { tell } from './take-in.ts';

/** Where uploads are written until their jobs have claimed them: on the file system of the work folder, so that a claim is a rename. */
export const uploadsIn = (workFolder: string): string => join(workFolder, 'uploads');

/** Lets uploads in as a watched folder lets its files in: same queue, same duplicates, same claim. */
export function uploadDoor(plans: readonly Plan[], doors: CustodyDoors): UploadDoor {
  const terms = new Map(plans.map((plan) => [plan.name, termsOf(plan, 'claim', doors.workFolder)]));
  return {
    folder: uploadsIn(doors.workFolder),
    room: (pipeline) => Math.max(0, mostWaiting - doors.ledger.unfinished([queueOf({ batch: null, pipeline })])),
    async take(upload) {
      const known = terms.get(upload.pipeline);
      if (known === undefined) throw new MillraceError('usage.invalid', `There is no pipeline "${upload.pipeline}"`);
      return takeUpload(upload, known, doors);
    },
  };
}

/** What is answered to the client holds: either the bytes are claimed, or another job has the same bytes for certain. */
async function takeUpload({ pipeline, batch, path, name }: Upload, terms: AdmissionTerms, doors: CustodyDoors): Promise<Admission> {
  const print = await fingerprint(path);
  const arrival = { pipeline, path, name, batch, queue: queueOf({ batch: null, pipeline }) };
  for (;;) {
    const admission = doors.ledger.admit(arrival, print, terms, doors.clock.now());
    const { id, custody } = admission.job;
    if (admission.kind === 'admitted') await doors.custody(id, () => claim(admission.job, doors.ledger));
    else if (custody === 'claiming') {
      // The first copy is on its way and may yet get lost: then this one takes its place.
      await doors.custody(id, () => Promise.resolve());
      continue;
    } else await rm(path, { force: true });
    tell(admission, arrival, doors);
    return admission;
  }
}
