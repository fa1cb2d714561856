import { createHash } from 'node:crypto';
import { open, rename, rm, unlink } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { errorKinds } from '../model/errors.ts';
import type { Job } from '../model/job.ts';
import type { Fingerprint } from '../model/ledger.ts';
import type { PlannedSource } from '../model/plan.ts';
import { makeFolder, sync } from '../disk/durable.ts';
import { giveBack, moveNew, namesFor } from './move-new.ts';
import { signatureAt } from './signature.ts';

/**
 * Puts the original of an ended job where its pipeline wants it: `<archive>/<yyyy>/<mm>/<sha8>-<name>`, nowhere, or back; of one that failed or
 * was cancelled, into `<failed>/<yyyy-mm-dd>/<name>`, with the reason beside it. Returns where it stands, undefined when nowhere.
 */
export async function putAway(job: Job, source: PlannedSource, now: number): Promise<string | undefined> {
  if (job.status !== 'completed') return layAside(job, source, now);
  if (job.custody === 'released') await rm(reasonPath(job.input_path), { force: true });
  const mark = job.id.slice(0, 8);
  switch (source.originals) {
    case 'archive':
      return archive(job.input_path, source, { name: job.filename, sha256: job.sha256, mark, now: job.completed_at ?? now });
    case 'delete':
      await rm(job.input_path, { force: true });
      return undefined;
    case 'keep':
      return giveBack(job.input_path, job.file_path, mark);
  }
}

/** Whether the original is in our hands: in the work folder, or in the failed folder of a job that was run again and has completed. */
export function isOurs(job: Job, source: PlannedSource): boolean {
  return job.custody === 'held' || (job.custody === 'released' && job.status === 'completed' && job.input_path.startsWith(source.failed + sep));
}

/** A second copy of a document leaves the inbox as its first did. What has been changed meanwhile is another document, and stays. */
export async function putDuplicateAway(path: string, print: Fingerprint, source: PlannedSource, now: number): Promise<void> {
  if ((await signatureAt(path)) !== print.signature) return;
  const mark = createHash('sha256').update(print.signature).digest('hex').slice(0, 8);
  if (source.originals === 'delete') await unlink(path);
  else if (source.originals === 'archive') await archive(path, source, { name: basename(path), sha256: print.sha256, mark, now });
}

async function archive(
  path: string,
  source: PlannedSource,
  label: { name: string; sha256: string; mark: string; now: number },
): Promise<string | undefined> {
  const [year = '', month = ''] = dayOf(label.now).split('-');
  const folder = join(source.archive, year, month);
  await makeFolder(folder);
  return moveNew(path, folder, namesFor(`${label.sha256.slice(0, 8)}-${label.name}`, label.mark));
}

async function layAside(job: Job, source: PlannedSource, now: number): Promise<string | undefined> {
  const folder = join(source.failed, dayOf(job.completed_at ?? now));
  await makeFolder(folder);
  const path = await moveNew(job.input_path, folder, namesFor(job.filename, job.id.slice(0, 8)));
  if (path !== undefined) await writeReason(job, path);
  return path;
}

async function writeReason({ id, filename, error }: Job, path: string): Promise<void> {
  const reason = { job: id, filename, error: error === null ? null : { ...error, help: errorKinds[error.code].help } };
  const scratch = join(dirname(path), `.${id}.tmp`);
  const file = await open(scratch, 'w');
  try {
    await file.writeFile(`${JSON.stringify(reason, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(scratch, reasonPath(path));
  await sync(dirname(path));
}

const reasonPath = (path: string): string => `${path}.error.json`;

const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);
