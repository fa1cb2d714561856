import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTiffPages } from '../../src/image/tiff-directory.ts';
import type { TiffPage } from '../../src/image/tiff-directory.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { tiffDirectories } from '../support/tiff-file.ts';
import type { TiffField } from '../support/tiff-file.ts';

const read = (bytes: Uint8Array, most = 100): TiffPage[] => {
  const path = join(tempFolder(), 'pages.tif');
  writeFileSync(path, bytes);
  return readTiffPages(path, most);
};
const sized = (width: number, height: number): TiffField[] => [
  [256, 4, width],
  [257, 3, height],
];

describe('pages of a TIFF file', () => {
  it.each([false, true])('are found with their size and resolution (big-endian: %s)', (bigEndian) => {
    const first: TiffField[] = [...sized(1728, 1100), [274, 3, 6], [282, 5, [204, 1]], [283, 5, [98, 1]], [296, 3, 2]];
    const second: TiffField[] = [...sized(100, 50), [282, 5, [100, 1]], [283, 5, [1000, 10]], [296, 3, 3]];
    expect(read(tiffDirectories([first, second, sized(7, 8)], 0, bigEndian))).toEqual([
      { place: 0, width: 1728, height: 1100, orientation: 6, stated: { across: 204, down: 98 } },
      { place: 1, width: 100, height: 50, orientation: 1, stated: { across: 254, down: 254 } },
      { place: 2, width: 7, height: 8, orientation: 1 },
    ]);
  });

  it('are not thumbnails and masks', () => {
    const kind = (value: number): TiffField[] => [[254, 4, value], ...sized(9, 9)];
    expect(read(tiffDirectories([kind(1), kind(2), kind(4), kind(0)])).map(({ place }) => place)).toEqual([1, 3]);
  });

  it('are counted up to the limit and no further, however many there are', () => {
    const bomb = tiffDirectories(Array.from({ length: 60_000 }, () => sized(1, 1)));
    expect(read(bomb, 11)).toHaveLength(11);
  });

  it('end where the chain bites its tail or leads out of the file', () => {
    expect(read(tiffDirectories([sized(1, 1), sized(2, 2)], 8))).toHaveLength(2);
    expect(read(tiffDirectories([sized(1, 1), sized(2, 2)], 4_000_000_000))).toHaveLength(2);
  });

  it('are none in a file that is cut off in its first directory', () => {
    const file = tiffDirectories([sized(5, 5)]);
    expect([3, 7, 9, 20].map((length) => read(file.subarray(0, length)).length)).toEqual([0, 0, 0, 0]);
  });

  it('never take long or break the reader, whatever the bytes are', () => {
    const start = fc.constantFrom('II*\0', 'MM\0*');
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 300 }), (head, bytes) => {
        expect(read(Buffer.concat([Buffer.from(head, 'latin1'), bytes])).length).toBeLessThanOrEqual(100);
      }),
      { numRuns: 50 },
    );
  });
});
