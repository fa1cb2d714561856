import { constants, copyFile, rename, rm, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder, sync } from '../disk/durable.ts';

/**
 * Moves a finished file to its place so that readers see all of it or nothing, and so that it is still there after a power cut:
 * fsync of the file, rename, fsync of the folder. From another file system it is copied beside its place first.
 */
export async function place(scratch: string, target: string): Promise<void> {
  await makeFolder(dirname(target));
  await sync(scratch);
  try {
    await rename(scratch, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await copyInto(scratch, target);
    await unlink(scratch);
  }
  await sync(dirname(target));
}

async function copyInto(scratch: string, target: string): Promise<void> {
  const beside = join(dirname(target), `.${basename(target)}.tmp`);
  try {
    await copyFile(scratch, beside, constants.COPYFILE_FICLONE);
    await sync(beside);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
