import type { Observable } from 'rxjs';
import { existsSync } from 'node:fs';
import type { Clock } from '../model/clock.ts';
import type { Emit } from '../model/events.ts';
import type { Job } from '../model/job.ts';
import type { AdmissionTerms, Arrival, Ledger } from '../model/ledger.ts';
import type { Plan } from '../model/plan.ts';
import type { UploadDoor } from '../model/upload.ts';
import type { Turns } from './in-turn.ts';

/** What an intake works with. */
export interface Doors {
  ledger: Ledger;
  clock: Clock;
  emit: Emit;
  /** Absolute. */
  workFolder: string;
}

/** For those who move originals: what happens to one job's original happens in turn. */
export interface CustodyDoors extends Doors {
  custody: Turns;
}

/** Where files come in, and where their originals go in the end. */
export interface Intake {
  /** Files that have settled. Each takes a place until it has gone through `admit`, and no more come than there are places. */
  arrivals: Observable<Arrival>;
  /** Ends after the last arrival, or as soon as nobody listens to `arrivals` any more. */
  admit(arrivals: Observable<Arrival>): Observable<void>;
  /** Where uploads come in, if any may. */
  uploads?: UploadDoor;
  /** Puts the original of an ended job away, and its work folder. */
  release(job: Job): Promise<void>;
  /** Finishes what a death in the middle of a claim or a release has left. */
  recover(): Promise<void>;
}

/** Files that are hashed and claimed at once. */
export const admittedAtOnce = 4;

/** What a pipeline gives each of its new jobs. */
export function termsOf(plan: Plan, custody: AdmissionTerms['custody'], workFolder: string): AdmissionTerms {
  return {
    destination: plan.sinks[0]?.folder ?? '',
    fingerprint: plan.fingerprint,
    maxRetries: plan.maxRetries,
    custody,
    workFolder,
    resultStands: ({ result }) => result !== null && existsSync(result),
  };
}
