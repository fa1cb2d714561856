import { expect, test } from 'vitest';
import { evenOut } from '../../src/image/even-out.ts';
import { inkLevels } from '../../src/image/ink-levels.ts';
import { inkMask } from '../../src/image/ink-mask.ts';
import { paperLevels } from '../../src/image/paper-levels.ts';
import type { Raster } from '../../src/image/raster.ts';
import { shrink } from '../../src/image/shrink.ts';
import { smooth } from '../../src/image/smooth.ts';

/** Strokes of type, dark to the left and faint to the right, on paper that a shadow darkens to the right. */
function shaded(): { picture: Raster; isInk: (x: number, y: number) => boolean } {
  const [width, height] = [400, 200];
  const isInk = (x: number, y: number): boolean => x % 12 < 3 && y % 20 < 10;
  const picture: Raster = { width, height, channels: 1, data: new Uint8Array(width * height), dpi: 150 };
  picture.data.forEach((_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const paper = 250 - (130 * x) / width;
    picture.data[at] = isInk(x, y) ? paper * (0.3 + (0.45 * x) / width) : paper;
  });
  return { picture, isInk };
}

test('paper is made white and ink black everywhere, also where the paper is darker than the ink of another place', () => {
  const { picture, isInk } = shaded();
  const paper = paperLevels(picture, 24);
  const flat = evenOut(picture, { paper });
  const even = evenOut(picture, { paper, ink: inkLevels(flat, inkMask(flat, 15, 0.1), 48) });
  const wrong = [...even.data].filter((value, at) => value < 128 !== isInk(at % picture.width, Math.floor(at / picture.width)));
  expect(wrong.length).toBeLessThan(0.002 * even.data.length);
  const fixed = [...picture.data].filter((value, at) => value < 128 !== isInk(at % picture.width, Math.floor(at / picture.width)));
  expect(fixed.length).toBeGreaterThan(0.04 * even.data.length);
});

test('the window of the mask runs along with its sums: it finds what a window summed anew finds', () => {
  const { picture } = shaded();
  const [radius, k] = [4, 0.2];
  const { data, width, height } = inkMask(picture, radius, k);
  for (const [x, y] of [
    [0, 0],
    [399, 199],
    [3, 7],
    [200, 100],
    [396, 2],
    [13, 196],
  ] as const) {
    const values: number[] = [];
    for (let j = Math.max(0, y - radius); j <= Math.min(height - 1, y + radius); j++) {
      for (let i = Math.max(0, x - radius); i <= Math.min(width - 1, x + radius); i++) values.push(picture.data[j * width + i]!);
    }
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    expect([x, y, data[y * width + x]]).toEqual([x, y, picture.data[y * width + x]! <= mean * (1 + k * (deviation / 128 - 1)) ? 1 : 0]);
  }
});

test('a smaller copy has the mean of each square, and a smoothed one keeps what is plain', () => {
  const picture: Raster = {
    width: 5,
    height: 4,
    channels: 1,
    data: Uint8Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 100 : 200)),
    dpi: 300,
  };
  expect(shrink(picture, 2)).toEqual({ width: 2, height: 2, channels: 1, data: new Uint8Array(4).fill(150), dpi: 150 });
  expect(new Set(smooth({ ...picture, data: new Uint8Array(20).fill(77) }).data)).toEqual(new Set([77]));
});
