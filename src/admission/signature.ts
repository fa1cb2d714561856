import type { BigIntStats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import type { FileSignature } from '../model/job.ts';

/** What tells one state of a file from another; see `FileSignature`. */
export function signature({ size, mtimeNs, dev, ino }: Pick<BigIntStats, 'size' | 'mtimeNs' | 'dev' | 'ino'>): FileSignature {
  return [size, mtimeNs, dev, ino].join('-');
}

/** The state of what stands at `path`, or undefined when nothing does. */
export async function signatureAt(path: string): Promise<FileSignature | undefined> {
  try {
    return signature(await lstat(path, { bigint: true }));
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** Whether an error of the file system means that nothing stands at the path. */
export function isGone(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
