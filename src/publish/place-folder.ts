import { constants, copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder, sync } from '../disk/durable.ts';

/**
 * Moves a finished folder of files to its place, where it replaces the one of an earlier run as a whole: readers see the old one, for a moment none, then the new one,
 * and never a part of either. What a death in between leaves, the next call clears away. An empty folder stands for no result.
 * Returns whether there is one now.
 */
export async function placeFolder(scratch: string, target: string): Promise<boolean> {
  const names = await readdir(scratch);
  if (names.length === 0) {
    await takeAway(target);
    return false;
  }
  await makeFolder(dirname(target));
  for (const name of names) await sync(join(scratch, name));
  await sync(scratch);
  const fresh = beside(target, 'new');
  await rm(fresh, { recursive: true, force: true });
  await bring(scratch, fresh, names);
  await setAside(target);
  await rename(fresh, target);
  await sync(dirname(target));
  await rm(beside(target, 'old'), { recursive: true, force: true });
  return true;
}

/** Removes the result of an earlier run, file or folder, at once for readers. */
export async function takeAway(target: string): Promise<void> {
  if (await setAside(target)) await sync(dirname(target));
  await rm(beside(target, 'old'), { recursive: true, force: true });
}

/** To the folder of the results, so that the last step is a rename; from another file system by a copy. */
async function bring(scratch: string, fresh: string, names: readonly string[]): Promise<void> {
  try {
    await rename(scratch, fresh);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    await copyFolder(scratch, fresh, names);
    await rm(scratch, { recursive: true });
  }
}

async function copyFolder(scratch: string, fresh: string, names: readonly string[]): Promise<void> {
  try {
    await mkdir(fresh);
    for (const name of names) {
      await copyFile(join(scratch, name), join(fresh, name), constants.COPYFILE_FICLONE);
      await sync(join(fresh, name));
    }
    await sync(fresh);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

/** No system call in reach of Node exchanges two folders, so the old one steps aside first. Returns whether there was one. */
async function setAside(target: string): Promise<boolean> {
  const old = beside(target, 'old');
  await rm(old, { recursive: true, force: true });
  try {
    await rename(target, old);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

function beside(target: string, state: 'new' | 'old'): string {
  return join(dirname(target), `.${basename(target)}.${state}`);
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
