import type { ZodObject, ZodType } from 'zod';
import type { PlannedSource } from './plan.ts';
import type { SinkSpec } from './sink.ts';
import type { StageSpec } from './stage.ts';

/** The `source:` block as its schema gives it: lengths of time in milliseconds, paths still relative to the pipeline file. */
export type SourceOptions = Omit<PlannedSource, 'archive' | 'failed'> & {
  /** Absent: beside the watched folder. */
  archive?: string | undefined;
  /** Absent: beside the watched folder. */
  failed?: string | undefined;
};

/** What a pipeline file may name. A value, so that it can be narrowed and tests can bring their own. */
export interface Catalog {
  stages: readonly StageSpec[];
  sinks: readonly SinkSpec[];
  source: ZodObject & ZodType<SourceOptions>;
}
