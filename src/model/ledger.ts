import type { ErrorData } from './errors.ts';
import type { FileSignature, Job } from './job.ts';
import type { Outcome } from './outcome.ts';
import type { PackedOutput, PageOutput } from './workers.ts';

/** A file that wants in. */
export interface Arrival {
  pipeline: string;
  /** Absolute path where it stands. */
  path: string;
  /** Path below the folder that it was found in, with `/`; a label, and the name of its result. */
  name: string;
  /** The batch that it belongs to; null for a watched folder. */
  batch: string | null;
}

/** What was found out about an arrival when it was read. */
export interface Fingerprint {
  sha256: string;
  bytes: number;
  signature: FileSignature;
}

/** What a new job is given besides its arrival. */
export interface AdmissionTerms {
  destination: string;
  fingerprint: string;
  maxRetries: number;
  /** `claim`: the file will be moved to `workFolder/<job id>/original`. `in_place`: it is read where it stands. */
  custody: 'claim' | 'in_place';
  workFolder: string;
}

export type Admission =
  /** A job was made, or an ended one opened again because its result is needed anew. */
  | { kind: 'admitted'; job: Job; again: boolean }
  /** The same file, seen before: its job is still due, in work, or done. */
  | { kind: 'known'; job: Job }
  /** Other file, same content: linked to the job that has it. */
  | { kind: 'duplicate'; job: Job };

/** A stage's stored outputs are found by what they were made from. */
export interface CheckpointKey {
  /** SHA-256 over content, stage, version, config and the keys of the stages it reads. */
  key: string;
  stage: string;
}

export interface TaskRecord {
  job: string;
  stage: string;
  first: number;
  last: number;
}

/** The only truth about what happened. Every method is one durable transaction; `now` is wall time in milliseconds. */
export interface Ledger {
  admit(arrival: Arrival, fingerprint: Fingerprint, terms: AdmissionTerms, now: number): Admission;
  /** Records a file that could not even be read, as a failed job. */
  refuse(arrival: Arrival, terms: AdmissionTerms, error: ErrorData, now: number): Job;
  /** The original has reached its `input_path`: the job is due. */
  held(job: string): void;
  /** The original never got to its `input_path`: forget the job. */
  unclaim(job: string): void;
  /** The original has left the work folder for its archive, its failed folder or nothing. */
  released(job: string): void;

  job(id: string): Job | undefined;
  /** Jobs whose original was on its way when the daemon died, and those that ended but still hold theirs. */
  unsettledCustody(): Job[];
  /** After a start: jobs that were in work are due again. Returns how many. */
  recover(now: number): number;

  /** Takes the next due job of these pipelines, marks it `processing`. Suspects (jobs that the daemon died with) only run alone. */
  claimNext(pipelines: readonly string[], now: number): Job | undefined;
  /** When the earliest waiting job of these pipelines is due; undefined when none waits. */
  nextDue(pipelines: readonly string[]): number | undefined;
  /** Jobs of these pipelines that have not ended. */
  unfinished(pipelines: readonly string[]): number;

  /** Written before the work starts, so that a death in the middle is on record. */
  startTask(task: TaskRecord, now: number): number;
  finishTask(attempt: number, error: ErrorData | null, now: number): void;
  /** Stores page outputs and the job's progress in one transaction. */
  saveOutputs(job: string, checkpoint: CheckpointKey, outputs: readonly PageOutput[], progress: { stage: string; progress: number; pages?: number }): void;
  /** Which pages of this checkpoint are there and whole; `pageCount` as its outputs said. */
  savedPages(key: string): { pages: number[]; pageCount: number | undefined };
  /** Outputs of these checkpoints in the order given: of all pages, or of page 0 and `pages`. */
  loadOutputs(keys: readonly string[], pages?: readonly number[]): PackedOutput[];

  commit(job: string, outcome: Outcome, fingerprint: string, now: number): void;
  /** Jobs in work that somebody asked to cancel. */
  cancelRequests(): string[];
  /** Changes whenever another process has written. */
  version(): number;
}
