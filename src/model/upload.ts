import type { Admission } from './ledger.ts';

/** A file that was handed in over HTTP and stands, complete and synced, in the folder of the door. */
export interface Upload {
  pipeline: string;
  /** Files of one request belong together. */
  batch: string;
  /** Absolute; the same for the same file of a repeated request. */
  path: string;
  /** A label; names the result. */
  name: string;
}

/** Where uploads become jobs. */
export interface UploadDoor {
  /** Absolute path of the folder where uploads are written before they are taken. */
  folder: string;
  /** How many more may wait in this pipeline. */
  room(pipeline: string): number;
  /** Resolves once the job is durable; the file has left its path then. Errors: `usage.invalid` (no such pipeline), those of reading and claiming a file. */
  take(upload: Upload): Promise<Admission>;
}
