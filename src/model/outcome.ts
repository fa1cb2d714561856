import type { MillraceError } from './errors.ts';

/** How one run of a job ended. The only place that turns it into a row is the commit. */
export type Outcome =
  | { kind: 'completed'; result: string; partial: boolean }
  | { kind: 'failed'; error: MillraceError }
  /** Due again at `nextAt` (wall time, ms); `counted` unless the machine is to blame, such as by a full disk. */
  | { kind: 'retry'; error: MillraceError; nextAt: number; counted: boolean }
  | { kind: 'cancelled' }
  /** The daemon is stopping: the job goes back as it was, and the try does not count. */
  | { kind: 'released' };
