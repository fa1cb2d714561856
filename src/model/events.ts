import type { ErrorData } from './errors.ts';
import type { Spending } from './usage.ts';
import type { WorkerExit } from './workers.ts';

interface OfJob {
  job: string;
  pipeline: string;
  filename: string;
}

/**
 * Everything that happens, once: logs, the progress line, reports, metrics and tests read these and nothing else.
 * Durations are milliseconds.
 */
export type Event =
  | { type: 'daemon.started'; state: string; pipelines: string[]; recovered: number; url: string | undefined }
  | { type: 'daemon.stopping'; inFlight: number }
  | { type: 'original.kept'; job: string; path: string; error: ErrorData }
  /** Every file of a batch is known. */
  | { type: 'intake.ended' }
  | { type: 'source.scanned'; pipeline: string; found: number; duration: number }
  | { type: 'source.degraded'; pipeline: string; error: ErrorData }
  /** `missed` when it may well be a document that somebody waits for. */
  | { type: 'file.ignored'; pipeline: string; path: string; reason: string; missed: boolean }
  | { type: 'file.waiting'; pipeline: string; path: string; error: ErrorData }
  | ({ type: 'job.admitted'; bytes: number; again: boolean } & OfJob)
  | ({ type: 'job.known'; status: 'completed' | 'failed' | 'pending' } & OfJob)
  | ({ type: 'job.duplicate'; path: string } & OfJob)
  | ({ type: 'job.started'; retries: number } & OfJob)
  | ({ type: 'job.progress'; progress: number; stage: string; pages: number } & OfJob)
  | ({ type: 'job.completed'; result: string; partial: boolean; pages: number; bytes: number; duration: number } & OfJob)
  | ({ type: 'job.failed'; error: ErrorData; duration: number } & OfJob)
  | ({ type: 'job.retrying'; error: ErrorData; delay: number; retries: number } & OfJob)
  | ({ type: 'job.cancelled' } & OfJob)
  | ({ type: 'stage.reused'; stage: string; pages: number } & OfJob)
  | ({ type: 'task.started'; stage: string; first: number; last: number } & OfJob)
  | ({
      type: 'task.finished';
      stage: string;
      first: number;
      last: number;
      pages: number;
      duration: number;
      error?: ErrorData;
      spending?: Spending;
    } & OfJob)
  | { type: 'worker.started'; pid: number; duration: number }
  | { type: 'worker.exited'; pid: number; reason: WorkerExit; tasks: number };

export type EventType = Event['type'];
export type EventOf<T extends EventType> = Extract<Event, { type: T }>;

/** Where happenings are told. */
export type Emit = (event: Event) => void;
