import type { Clock } from '../model/clock.ts';
import type { EtaRange } from '../model/eta.ts';
import type { Emit } from '../model/events.ts';
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
  /** Tells everything that happens; returns how to stop. */
  events(listener: Emit): () => void;
  uploads: UploadDoor;
  eta: Etas;
  /** Something that a client did to a job: the flow and all who listen hear of it. */
  tell: Emit;
  /** What the sinks have written for a job, as far as it is still there. */
  filesOf(job: Job): Promise<ResultFile[]>;
  /** Path of a PNG of a page. Errors: `job.unknown` where there is no such page, those of drawing it. */
  picture(job: Job, page: number): Promise<string>;
  /** Nothing more is taken in. */
  stopping(): boolean;
  /** What is wrong, in words that hold no path; empty when documents can be taken and worked on. */
  unready(): Promise<string[]>;
}

export interface ResultFile {
  sink: string;
  /** Plain file name, unlike any other of this sink. */
  name: string;
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
