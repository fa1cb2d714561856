import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { PagePatch, Patch, StageOutput } from './document.ts';
import { packLine, unpackLine } from './packed-lines.ts';
import type { PackedLine } from './packed-lines.ts';
import type { PackedOutput } from './workers.ts';

/** A page's output inflates to this at the most; more is a worker that has gone wrong. */
const largestOutput = 256 * 1024 * 1024;

/** The lowest level is the fastest, and as small as the default for what is stored here. */
const compression = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** JSON, compressed with Zstandard: about 5 KB for a dense page of words with boxes. */
export function packPatch(patch: Patch): Uint8Array {
  const { lines, ...rest } = patch as PagePatch;
  const packed: PackedPatch = lines === undefined ? rest : { ...rest, lines: lines.map(packLine) };
  return zstdCompressSync(JSON.stringify(packed), compression);
}

export function unpackOutputs(outputs: readonly PackedOutput[]): StageOutput[] {
  return outputs.map(({ page, bytes }) => ({ page, patch: unpackPatch(bytes) }));
}

type PackedPatch = Omit<PagePatch, 'lines'> & { lines?: PackedLine[] };

function unpackPatch(bytes: Uint8Array): Patch {
  const { lines, ...rest } = JSON.parse(zstdDecompressSync(bytes, { maxOutputLength: largestOutput }).toString('utf8')) as PackedPatch;
  return lines === undefined ? rest : { ...rest, lines: lines.map(unpackLine) };
}
