import { createHash } from 'node:crypto';
import { open, rename, rm, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MillraceError } from '../model/errors.ts';
import type { FileSignature, Job } from '../model/job.ts';
import type { Ledger } from '../model/ledger.ts';
import { makeFolder, sync } from '../disk/durable.ts';
import { openFile, readThrough } from './fingerprint.ts';
import { giveBack } from './move-new.ts';
import { signatureAt } from './signature.ts';
import { sourceError } from './source-error.ts';

/**
 * Moves an admitted original into the work folder. The row is there first, so a death at any point is settled at the next start (`recoverClaims`).
 * When the original cannot be had, its job is forgotten. Errors: `source.vanished`, `source.changed`, `source.unreadable`, `disk.full`, `disk.failed`.
 */
export async function claim(job: Job, ledger: Pick<Ledger, 'held' | 'unclaim'>): Promise<void> {
  try {
    ledger.held(job.id, await bringIn(job));
  } catch (error) {
    // Bytes that stand in the work folder are never disowned: the next start looks what they are.
    if ((await signatureAt(job.input_path)) === undefined) ledger.unclaim(job.id);
    throw sourceError(error, job.file_path);
  }
}

async function bringIn(job: Job): Promise<FileSignature> {
  await makeFolder(dirname(job.input_path));
  try {
    await rename(job.file_path, job.input_path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    return await copyIn(job);
  }
  await assertSame(job);
  await Promise.all([sync(dirname(job.input_path)), sync(dirname(job.file_path))]);
  return job.signature;
}

/** Another file may have taken the name after the hash was made: then it is that one that was moved, and it goes back to be admitted as what it is. */
async function assertSame(job: Job): Promise<void> {
  if ((await signatureAt(job.input_path)) === job.signature) return;
  await giveBack(job.input_path, job.file_path, job.id.slice(0, 8));
  throw replaced(job);
}

/** From another file system: only a copy that is whole and safe on the disk gets the name that counts, and only then does the source go. */
async function copyIn(job: Job): Promise<FileSignature> {
  const scratch = join(dirname(job.input_path), 'original.tmp');
  try {
    const sha256 = await copyHashed(job, scratch);
    if (sha256 !== job.sha256 || (await signatureAt(job.file_path)) !== job.signature) throw replaced(job);
    await rename(scratch, job.input_path);
  } finally {
    await rm(scratch, { force: true });
  }
  await sync(dirname(job.input_path));
  await unlink(job.file_path);
  await sync(dirname(job.file_path));
  return (await signatureAt(job.input_path)) ?? job.signature;
}

async function copyHashed(job: Job, scratch: string): Promise<string> {
  const hash = createHash('sha256');
  const [from, to] = [await openFile(job.file_path), await open(scratch, 'w')];
  try {
    await readThrough(from, job.bytes, async (chunk) => {
      hash.update(chunk);
      await to.write(chunk);
    });
    await to.sync();
    return hash.digest('hex');
  } finally {
    await Promise.all([from.close(), to.close()]);
  }
}

function replaced(job: Job): MillraceError {
  return new MillraceError('source.changed', `${job.file_path} was replaced while it was being claimed`);
}
