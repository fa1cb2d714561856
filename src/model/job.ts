import type { ErrorData } from './errors.ts';

/** A job waiting for a retry is `pending` with `next_at`. */
export type JobStatus = 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled';

/**
 * Where the original is. `claiming`: on its way from `file_path` to `input_path`. `held`: in the work folder.
 * `in_place`: read where it stands. `released`: archived, deleted or laid into the failed folder after the job's end.
 */
export type Custody = 'claiming' | 'held' | 'in_place' | 'released';

/** Size, mtime (ns), device and inode as one string: equal means that nobody has touched the file. */
export type FileSignature = string;

/** One document going through one pipeline, as the ledger has it. Times are milliseconds since 1970. */
export interface Job {
  id: string;
  /** Counts admissions. */
  seq: number;
  pipeline: string;
  /** The batch or the watched folder that wants it. */
  queue: string;
  /** Where results go; the same content may go through the same pipeline into two places. */
  destination: string;
  filename: string;
  /** Where the file arrived. A label: bytes are read from `input_path`. */
  file_path: string;
  input_path: string;
  custody: Custody;
  signature: FileSignature;
  sha256: string;
  bytes: number;
  /** Path of the result below the destination, without the sink's extension; empty when a newer state of the same file has taken the name. */
  result_name: string;
  status: JobStatus;
  /** 0–1. */
  progress: number;
  stage: string | null;
  pages: number | null;
  /** Absolute path of the first result that was written; the folder of the first sink when none had anything to write. */
  result: string | null;
  error: ErrorData | null;
  retries: number;
  max_retries: number;
  /** How often the daemon died with this job in hand, since its last checkpoint. */
  interruptions: number;
  cancel_requested: boolean;
  /** Fingerprint of the plan that it was completed with. */
  fingerprint: string;
  created_at: number;
  started_at: number | null;
  completed_at: number | null;
  next_at: number | null;
}
