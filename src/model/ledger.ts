import type { ErrorCode, ErrorData } from './errors.ts';
import type { FileSignature, Job, JobStatus } from './job.ts';
import type { Outcome } from './outcome.ts';
import type { Spending } from './usage.ts';
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
  /** Where its job waits, when that is not the queue of its batch or folder (`queueOf`). */
  queue?: string;
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
  /** Whether the result of a completed job still stands where it was written. */
  resultStands(job: Job): boolean;
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

/** A task as the ledger remembers it: pages `first` to `last` of a stage, or 0 to 0 for the whole document. */
export interface TaskRecord {
  job: string;
  stage: string;
  first: number;
  last: number;
}

/** What a task has brought so far, stored with the job's progress in one transaction. */
export interface TaskProgress {
  attempt: number;
  checkpoint: CheckpointKey;
  outputs: readonly PageOutput[];
  /** 0–1 over all stages of the job. */
  progress: number;
  pageCount?: number;
  /** For these outputs, where services were asked for them. */
  spending?: Spending;
  /** Set when the task has ended: null for well, else the error and the page that it is blamed on. */
  ended?: { error: ErrorData | null; blamed: number; retried: boolean };
}

export interface JobFilter {
  status?: JobStatus;
  pipeline?: string;
  /** Part of a file name. */
  search?: string;
  /** Only jobs that files of this batch came to. */
  batch?: string;
  /** Only jobs with this error. */
  code?: ErrorCode;
  /** Only jobs admitted before the one with this `seq`. */
  before?: number;
  limit: number;
}

/** Jobs of one pipeline in one status. */
export interface JobCount {
  pipeline: string;
  status: JobStatus;
  count: number;
}

/** Work that waits. */
export interface Backlog {
  jobs: number;
  bytes: number;
}

export interface Attempt extends TaskRecord {
  id: number;
  started_at: number;
  ended_at: number | null;
  error: ErrorData | null;
  /** Absent where no service was asked. */
  spending?: Spending;
}

/** A file as it came in: what `why` answers from. */
export interface ArrivalRecord {
  path: string;
  filename: string;
  job: string;
  duplicate: boolean;
  created_at: number;
}

/** What a batch came to, counted over its files. */
export interface BatchTotals {
  files: number;
  duplicates: number;
  byStatus: Record<JobStatus, number>;
  pages: number;
  bytes: number;
  retries: number;
}

/** What the documents of a batch have taken of services that count tokens, over all tries. */
export interface BatchSpending {
  total: Spending;
  /** The dearest first. */
  files: ({ file_path: string } & Spending)[];
}

/** Which outputs of a checkpoint are there and undamaged. */
export interface SavedPages {
  pages: number[];
  /** How many of them were given up. */
  failed: number;
  /** As its outputs said. */
  pageCount: number | undefined;
}

/**
 * The only truth about what happened. Every writing method is one transaction that a kill cannot undo; admissions and ends of
 * runs survive a power cut too. `now` is wall time in milliseconds.
 */
export interface Ledger {
  /** Forgets which files an earlier run of this batch met; its jobs stay. */
  beginBatch(batch: string): void;
  admit(arrival: Arrival, fingerprint: Fingerprint, terms: AdmissionTerms, now: number): Admission;
  /** Records a file that could not even be read, as a failed job. */
  refuse(arrival: Arrival, terms: AdmissionTerms, error: ErrorData, now: number): Job;
  /** The original has reached its `input_path` and has this signature there (a copy from another file system has its own): the job is due. */
  held(job: string, signature: FileSignature): void;
  /** The original never got to its `input_path`: forget the job. */
  unclaim(job: string): void;
  /** The original of an ended job has left the work folder and stands at `place` (its archive, its failed folder, where it came from), or was deleted. */
  released(job: string, place: { path: string; signature: FileSignature } | null): void;
  /** Whether a file that stays where it is has been admitted in this very state. */
  isKnown(pipeline: string, path: string, signature: FileSignature): boolean;
  /** Jobs whose original was on its way when the daemon died, and those that ended but still hold theirs. */
  unsettledCustody(): Job[];

  /** After a start: jobs that were in work are due again. Returns how many. */
  recover(now: number): number;
  /** Takes the next due job of these queues, marks it `processing`. Suspects (jobs that the daemon died with) only run alone. */
  claimNext(queues: readonly string[], now: number): Job | undefined;
  /** When the earliest waiting job of these queues is due; undefined when none waits. */
  nextDue(queues: readonly string[]): number | undefined;
  /** Jobs of these queues that have not ended. */
  unfinished(queues: readonly string[]): number;

  /** Written before the work starts, so that a death in the middle is on record. Returns the attempt's number. */
  startTask(task: TaskRecord, now: number): number;
  saveProgress(task: TaskRecord, progress: TaskProgress, now: number): void;
  /** How many attempts of this stage have been blamed on this page since the job was last opened. */
  failures(job: string, stage: string, page: number): number;
  savedPages(key: string): SavedPages;
  /** Outputs of these checkpoints, in the order of the keys: of all pages or of `pages`, then what was said of the whole (page 0), which stands in place of some of it. */
  loadOutputs(keys: readonly string[], pages?: readonly number[]): PackedOutput[];
  /** Ends one run of a job. Pages that a stage gave up are forgotten with it (`keys`), so that the next run tries them again. */
  commit(job: string, outcome: Outcome, terms: { fingerprint: string; keys: readonly string[] }, now: number): void;

  job(id: string): Job | undefined;
  /** Jobs whose id starts with `text`, or whose file has this path or name. */
  findJobs(text: string): Job[];
  /** Newest first. */
  listJobs(filter: JobFilter): Job[];
  /** Failed jobs, counted by their error, the most frequent first. */
  failureCounts(): { code: ErrorCode; count: number }[];
  /** All jobs there are, counted. */
  counts(): JobCount[];
  /** What waits in these queues; with `before`, only what is due before that waiting job. */
  backlog(queues: readonly string[], before?: string): Backlog;
  attempts(job: string): Attempt[];
  arrivalsOf(text: string): ArrivalRecord[];
  batchTotals(batch: string): BatchTotals;
  batchFailures(batch: string, limit: number): Job[];
  /** All failed files of a batch, counted by their error. */
  batchFailureCounts(batch: string): { code: ErrorCode; count: number }[];
  /** Names at most `limit` files; the total is of all. */
  batchSpending(batch: string, limit: number): BatchSpending;
  batchDuplicates(batch: string, limit: number): ArrivalRecord[];
  /** Opens an ended job again. False when it has not ended. */
  retry(job: string, now: number): boolean;
  /** Cancels a waiting job at once, asks for the end of one in work. False when it has ended. */
  cancel(job: string, now: number): boolean;
  /** Jobs in work that somebody asked to cancel. */
  cancelRequests(): string[];
  /** What was learned and is to outlive the process, by name. */
  remember(name: string, value: string): void;
  remembered(name: string): string | undefined;
  /** Changes whenever another process has written. */
  version(): number;
  close(): void;
}

/** Which jobs belong together: those of a batch, or those of a pipeline's watched folder. */
export function queueOf(arrival: Pick<Arrival, 'batch' | 'pipeline' | 'queue'>): string {
  return arrival.queue ?? arrival.batch ?? `watch:${arrival.pipeline}`;
}
