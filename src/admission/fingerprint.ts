import { createHash } from 'node:crypto';
import { constants, lstat, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { MillraceError } from '../model/errors.ts';
import type { Fingerprint } from '../model/ledger.ts';
import { signature } from './signature.ts';
import { notRegular, sourceError } from './source-error.ts';

/**
 * Reads a file once to know its content. What stands at the path before must still stand there after, or the hash would be of a mix.
 * Errors: `source.vanished`, `source.changed`, `source.unreadable`, `source.not-a-file`, `disk.failed`.
 */
export async function fingerprint(path: string): Promise<Fingerprint> {
  try {
    const handle = await openFile(path);
    try {
      return await hashed(handle, path);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw sourceError(error, path);
  }
}

/** Neither follows a link nor waits for the other end of a pipe. */
export function openFile(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
}

async function hashed(handle: FileHandle, path: string): Promise<Fingerprint> {
  const before = await handle.stat({ bigint: true });
  if (!before.isFile()) throw notRegular(path);
  const hash = createHash('sha256');
  const bytes = await readThrough(handle, Number(before.size), (chunk) => void hash.update(chunk));
  const after = await lstat(path, { bigint: true });
  if (signature(after) !== signature(before) || BigInt(bytes) !== before.size)
    throw new MillraceError('source.changed', `${path} changed while it was read`);
  return { sha256: hash.digest('hex'), bytes, signature: signature(before) };
}

/** Bytes handled at a time: a fraction of a millisecond of hashing, in which nothing else runs. */
const chunkSize = 256 * 1024;

/** Reads a file to its end, one chunk after the other; a chunk is only valid until `each` is done with it. Returns the bytes read. */
export async function readThrough(handle: FileHandle, expected: number, each: (chunk: Buffer) => Promise<void> | void): Promise<number> {
  // One more than expected, so that a small file comes to its end in one read.
  const buffer = Buffer.allocUnsafe(Math.min(expected + 1, chunkSize));
  for (let total = 0; ;) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, total);
    if (bytesRead > 0) await each(buffer.subarray(0, bytesRead));
    total += bytesRead;
    if (bytesRead === 0 || (total === expected && bytesRead < buffer.length)) return total;
  }
}
