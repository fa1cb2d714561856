import type { Observable } from 'rxjs';
import type { Clock } from '../model/clock.ts';
import type { EtaRange } from '../model/eta.ts';
import type { Event } from '../model/events.ts';
import type { Job } from '../model/job.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Plan } from '../model/plan.ts';
import type { UploadDoor } from '../model/upload.ts';

/** What the server speaks for; the composition root brings it. */
export interface Api {
  version: string;
  plans: readonly Plan[];
  ledger: Ledger;
  clock: Clock;
  events: Observable<Event>;
  uploads: UploadDoor;
  eta: Etas;
  /** Everything that a sink has written for a job, whether or not it is still there. */
  filesOf(job: Job): ResultFile[];
  /** What is wrong, in words that hold no path; empty when work can be done. */
  unready(): string[];
}

export interface ResultFile {
  sink: string;
  path: string;
  mediaType: string;
}

/** When work will be done, by what was learned. Seconds from now; undefined until there is anything to go by. */
export interface Etas {
  ofJob(job: Job): EtaRange | undefined;
  ofBacklog(pipeline: string): EtaRange | undefined;
  /** How past promises held. */
  calibration(): { promises: number; held: number };
}
