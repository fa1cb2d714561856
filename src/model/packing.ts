import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Patch, StageOutput } from './document.ts';
import type { PackedOutput } from './workers.ts';

/** A page's output inflates to this at the most; more is a worker that has gone wrong. */
const largestOutput = 256 * 1024 * 1024;

/** JSON, compressed with Zstandard: about 3 KB for a page of words with boxes. */
export function packPatch(patch: Patch): Uint8Array {
  return zstdCompressSync(JSON.stringify(patch));
}

export function unpackOutputs(outputs: readonly PackedOutput[]): StageOutput[] {
  return outputs.map(({ page, bytes }) => ({
    page,
    patch: JSON.parse(zstdDecompressSync(bytes, { maxOutputLength: largestOutput }).toString('utf8')) as Patch,
  }));
}
