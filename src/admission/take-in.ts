import { MillraceError } from '../model/errors.ts';
import type { FileSignature, Job } from '../model/job.ts';
import type { Admission, AdmissionTerms, Arrival } from '../model/ledger.ts';
import type { PlannedSource } from '../model/plan.ts';
import { claim } from './claim.ts';
import { fingerprint } from './fingerprint.ts';
import type { CustodyDoors, Doors } from './intake.ts';
import { putDuplicateAway } from './release.ts';

/** Tells of an admission, after all that belongs to it is done. */
export function tell(admission: Admission, arrival: Arrival, { emit }: Doors): void {
  const { job, kind } = admission;
  const label = { job: job.id, pipeline: job.pipeline, filename: job.filename };
  if (kind === 'admitted') emit({ type: 'job.admitted', ...label, bytes: job.bytes, again: admission.again });
  else if (kind === 'duplicate') emit({ type: 'job.duplicate', ...label, path: arrival.path });
  else emit({ type: 'job.known', ...label, status: knownAs(job) });
}

/**
 * Takes a settled file of a watched folder in: hash, row, claim; a second copy of a known document leaves the folder as its first did. Returns false
 * when it must come again, because the first copy is still on its way and may yet get lost.
 * Errors: those of `fingerprint` and `claim`; `source.changed` also when it is not the state that had settled.
 */
export async function takeIn(
  arrival: Arrival,
  settled: FileSignature | undefined,
  { terms, source }: FolderRules,
  doors: CustodyDoors,
): Promise<boolean> {
  const { ledger, clock } = doors;
  const print = await fingerprint(arrival.path);
  if (print.signature !== settled) throw new MillraceError('source.changed', `${arrival.path} changed after it had settled`);
  const admission = ledger.admit(arrival, print, terms, clock.now());
  if (terms.custody === 'claim') {
    if (admission.kind === 'admitted') await doors.custody(admission.job.id, () => claim(admission.job, ledger));
    else if (admission.job.custody === 'claiming') return false;
    else await putDuplicateAway(arrival.path, print, source, clock.now());
  }
  tell(admission, arrival, doors);
  return true;
}

export interface FolderRules {
  terms: AdmissionTerms;
  source: PlannedSource;
}

function knownAs({ status }: Job): 'completed' | 'failed' | 'pending' {
  if (status === 'completed') return 'completed';
  return status === 'failed' || status === 'cancelled' ? 'failed' : 'pending';
}
