import fc from 'fast-check';
import { expect, test } from 'vitest';
import { turned } from '../../src/image/affine.ts';
import type { Raster } from '../../src/image/raster.ts';
import { resample } from '../../src/image/resample.ts';

const pictures = fc
  .record({ width: fc.integer({ min: 1, max: 12 }), height: fc.integer({ min: 1, max: 12 }) })
  .chain(({ width, height }) =>
    fc.uint8Array({ minLength: width * height, maxLength: width * height }).map((data): Raster => ({ width, height, channels: 1, data, dpi: 72 })),
  );

const quarter = (picture: Raster): Raster => resample(picture, turned(picture.width, picture.height, 90, 1));

test('four quarter turns give back every pixel: nothing is blurred or shifted on the way', () => {
  fc.assert(
    fc.property(pictures, (picture) => {
      const round = quarter(quarter(quarter(quarter(picture))));
      expect([round.width, round.height, [...round.data]]).toEqual([picture.width, picture.height, [...picture.data]]);
    }),
  );
});

test('a quarter turn is clockwise: the first row becomes the last column', () => {
  const picture: Raster = { width: 2, height: 2, channels: 1, data: Uint8Array.of(1, 2, 3, 4), dpi: 72 };
  expect([...quarter(picture).data]).toEqual([3, 1, 4, 2]);
});

test('a plain picture stays plain at any size, and what a skew brings in from outside is white', () => {
  const picture: Raster = { width: 9, height: 7, channels: 1, data: new Uint8Array(63).fill(100), dpi: 100 };
  const larger = resample(picture, turned(9, 7, 0, 2.5));
  expect([new Set(larger.data), larger.dpi]).toEqual([new Set([100]), 250]);
  expect([...resample(picture, turned(9, 7, 45, 1)).data.subarray(0, 3)]).toEqual([255, 255, 255]);
});
