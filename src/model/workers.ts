import type { Observable } from 'rxjs';
import type { ErrorData } from './errors.ts';
import type { SourceFile } from './document.ts';
import type { Secrets } from './secrets.ts';
import type { SinkForm } from './sink.ts';
import type { Usage } from './usage.ts';

/** A stage output as the ledger keeps it: a `Patch` as JSON, compressed with Zstandard. The daemon never looks inside. */
export interface PackedOutput {
  /** 0 for what was said of the whole document. */
  page: number;
  bytes: Uint8Array;
}

/** One page's answer. */
export interface PageOutput extends PackedOutput {
  /** Set when the stage failed on this page; `bytes` then holds the finding that says so. */
  failed?: ErrorData;
  /** Set by the stage that counted the pages. */
  pageCount?: number;
  /** Set where services were asked for it. */
  usage?: Usage;
}

/** Pages for one stage to read, or `[0]` for a document stage. Outputs come in the order of `pages`. */
export interface StageWork {
  kind: 'stage';
  stage: string;
  file: SourceFile;
  config: Readonly<Record<string, unknown>>;
  /** SHA-256 of the config: the same one is the same object to every task of a worker, so that a stage may keep what it made of it. */
  digest: string;
  /** Join the config where the stage runs, and nowhere before. */
  secrets?: Secrets;
  /** Outputs of the stages that this one reads, in pipeline order. */
  inputs: readonly PackedOutput[];
  pages: readonly number[];
  /** A person asks how the stage comes to its answer: its outputs carry notes, and are for nothing else. */
  explain?: true;
}

/** A result to be written to `target`, a scratch file or folder that the publisher moves into its place. */
export interface RenderWork {
  kind: 'render';
  sink: string;
  form: SinkForm;
  file: SourceFile;
  pipeline: { name: string; fingerprint: string };
  config: Readonly<Record<string, unknown>>;
  inputs: readonly PackedOutput[];
  target: string;
}

export interface Limits {
  /** Milliseconds, held by the parent. */
  timeout: number;
  /** Bytes of resident memory, held by the parent. */
  memory: number;
}

/** Documents that a worker keeps open at most, so that their next tasks need not open them again. */
export const openDocuments = 3;

/** Why a worker process ended. */
export type WorkerExit = 'recycled' | 'stopped' | 'cancelled' | 'timeout' | 'memory' | 'signal' | 'exit' | 'protocol' | 'self-test';

/** Child processes that do the parsing, one task at a time each. */
export interface Workers {
  /**
   * Starts when subscribed, as soon as a process is free. Emits each page's output as it comes and completes after the
   * last; a rendering completes without emitting. Fails with a `MillraceError` whose code starts with `worker.` when the process had to be replaced, or with
   * the error that the code threw outside of a page. Unsubscribing before the end cancels: the process is killed when it does not stop by itself.
   * `begun` is called when a process is about to be given the work: what waits in line has not begun.
   */
  run(work: StageWork | RenderWork, limits: Limits, begun?: () => void): Observable<PageOutput>;
  /** Resolves once a process has passed its self-test; rejects with `worker.self-test`. */
  ready(): Promise<void>;
  /** Stops all processes, at once. */
  close(): Promise<void>;
}
