import type { MillraceError } from './errors.ts';

/** How one run of a job ended. The only place that turns it into a row is the commit. */
export type Outcome =
  | { kind: 'completed'; result: string; partial: boolean }
  | { kind: 'failed'; error: MillraceError }
  | { kind: 'retry'; error: MillraceError; nextAt: number }
  | { kind: 'cancelled' }
  /** The daemon is stopping: the job goes back as it was, and the try does not count. */
  | { kind: 'released' };
