import type { SinkForm } from './sink.ts';
import type { Secrets } from './secrets.ts';
import type { StageScope } from './stage.ts';
import type { Prices } from './usage.ts';

export interface PlannedStage {
  name: string;
  version: number;
  scope: StageScope;
  /** Those of the spec's `reads` that this pipeline has, in pipeline order. */
  reads: readonly string[];
  config: Readonly<Record<string, unknown>>;
  /** Options that are no part of `config`: only the worker gets them. */
  secrets?: Secrets;
  /** No part of `config` either: what is answered does not depend on what it costs. */
  prices?: Prices;
  /** Milliseconds a task may take. */
  timeout: number;
  /** Tasks of this stage at once, over all documents. */
  concurrency: number;
  pagesPerTask: number;
  /** A page stage that looks at all pages together when they are done. */
  whole?: true;
}

export interface PlannedSink {
  name: string;
  version: number;
  /** Without `folder`: a result does not depend on where it goes. */
  config: Readonly<Record<string, unknown>>;
  /** Absolute. */
  folder: string;
  form: SinkForm;
  extension: string;
  readsSource: boolean;
}

export type Originals = 'archive' | 'delete' | 'keep';

export interface PlannedSource {
  /** Absolute path of the inbox. */
  watch: string;
  include: readonly string[];
  /** Added to the default ignores. */
  ignore: readonly string[];
  /** Milliseconds that a file must stay unchanged. */
  settle: number;
  /** Milliseconds between full scans. */
  rescan: number;
  originals: Originals;
  /** Absolute. */
  archive: string;
  /** Absolute. */
  failed: string;
}

/** A pipeline file, checked and complete: every default filled in, every path absolute, frozen. */
export interface Plan {
  name: string;
  /** Absolute path of the file that it was read from. */
  file: string;
  /** SHA-256 over what results depend on; comments, key order and white space do not count, nor do folders and limits. */
  fingerprint: string;
  source: PlannedSource;
  /** Documents at once. */
  inFlight: number;
  maxRetries: number;
  /** Milliseconds before the first retry, and at the most; doubled each time, half of it random. */
  retryDelay: number;
  retryDelayMax: number;
  /** Bytes of resident memory that a worker may use. */
  workerMemory: number;
  passwords: readonly string[];
  stages: readonly PlannedStage[];
  sinks: readonly PlannedSink[];
}
