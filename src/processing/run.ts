import { lstat } from 'node:fs/promises';
import { signature } from '../admission/signature.ts';
import type { SourceFile } from '../model/document.ts';
import { MillraceError } from '../model/errors.ts';
import type { Job } from '../model/job.ts';
import type { Plan } from '../model/plan.ts';
import { checkpointKeys } from '../pipeline/checkpoint-key.ts';
import type { Mill } from './mill.ts';

/** One run of a job: what its stages share while it lasts. */
export interface Run {
  readonly job: Job;
  readonly plan: Plan;
  /** Checkpoint key of each stage. */
  readonly keys: ReadonlyMap<string, string>;
  /** Monotonic milliseconds. */
  readonly startedAt: number;
  retries: number;
  /** Known once a stage has counted. */
  pageCount: number | undefined;
  /** Pages that page stages have brought. */
  pagesRead: number;
  /** Whether some stage was given up on some page. */
  partial: boolean;
  lastError: MillraceError | undefined;
}

/** Begins a run, if the original still is what was admitted. Errors: `source.vanished`, `source.changed`, `source.unreadable`. */
export async function beginRun(mill: Mill, due: Job): Promise<Run> {
  const plan = mill.plans.get(due.pipeline);
  if (plan === undefined) throw new MillraceError('internal.unexpected', `No pipeline "${due.pipeline}" is loaded`);
  const job = await whereItStands(mill, due);
  await assertUntouched(job);
  mill.emit({ type: 'job.started', job: job.id, pipeline: job.pipeline, filename: job.filename, retries: job.retries });
  const keys = checkpointKeys(plan, job.sha256);
  return {
    job,
    plan,
    keys,
    startedAt: mill.clock.monotonic(),
    retries: job.retries,
    pageCount: undefined,
    pagesRead: 0,
    partial: false,
    lastError: undefined,
  };
}

/** The run before, of a job that was opened again at once, may still be putting the original away: releasing waits for that, and does nothing to a job in work. */
async function whereItStands(mill: Mill, job: Job): Promise<Job> {
  if (job.custody === 'in_place') return job;
  await mill.release(job);
  return mill.ledger.job(job.id) ?? job;
}

/** What its stages and sinks read. */
export function sourceFile({ job, plan }: Run): SourceFile {
  return { path: job.input_path, filename: job.filename, sha256: job.sha256, bytes: job.bytes, passwords: plan.passwords };
}

/** A writer that still holds the file would make the result a mix of two states; size, time and inode give it away. */
export async function assertUntouched(job: Job): Promise<void> {
  const stat = await lstat(job.input_path, { bigint: true }).catch((error: unknown) => {
    const gone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new MillraceError(gone ? 'source.vanished' : 'source.unreadable', `${job.filename} ${gone ? 'is gone' : 'cannot be read'}`, error);
  });
  if (signature(stat) !== job.signature) throw new MillraceError('source.changed', `${job.filename} changed after it was admitted`);
}
