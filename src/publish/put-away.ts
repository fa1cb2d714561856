import { asMillraceError, toErrorData } from '../model/errors.ts';
import type { Job } from '../model/job.ts';
import type { Mill } from '../processing/mill.ts';

/** Lets the original of an ended job go. One that cannot be moved stays in the work folder, is told of, and is tried again at the next start. */
export async function putAway(mill: Mill, job: Job): Promise<void> {
  try {
    await mill.release(job);
  } catch (error) {
    mill.emit({ type: 'original.kept', job: job.id, path: job.input_path, error: toErrorData(asMillraceError(error)) });
  }
}
