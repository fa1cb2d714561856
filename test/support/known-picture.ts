import type { Raster } from '../../src/image/raster.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** Quarters: upper left, upper right, lower left, lower right. */
export const quarters: readonly [Colour, Colour, Colour, Colour] = [
  [200, 30, 30],
  [30, 160, 60],
  [40, 60, 200],
  [250, 250, 250],
];

/** A picture of four plain quarters, so that every way to turn or mirror it shows. Three channels. */
export function knownPixels(width: number, height: number): Buffer {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set(quarters[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)]!, (y * width + x) * 3);
  }
  return data;
}

/** The colours in the middle of the four quarters of a raster; grey ones have three equal parts. */
export function quarterColours({ width, height, channels, data }: Omit<Raster, 'dpi'>): number[][] {
  const places = [0.25, 0.75].flatMap((down) => [0.25, 0.75].map((across) => [Math.floor(across * width), Math.floor(down * height)] as const));
  return places.map(([x, y]) => {
    const at = (y * width + x) * channels;
    return channels === 1 ? [data[at]!, data[at]!, data[at]!] : [...data.subarray(at, at + 3)];
  });
}

/** The greatest difference of any part of any colour. */
export function farthest(some: readonly (readonly number[])[], others: readonly (readonly number[])[]): number {
  return Math.max(...some.flatMap((colour, at) => colour.map((part, channel) => Math.abs(part - (others[at]?.[channel] ?? Infinity)))));
}
