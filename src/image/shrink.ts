import type { Raster } from './raster.ts';

/** A grey picture with each square of `factor` × `factor` pixels averaged to one; what is left at the right and at the bottom is dropped. */
export function shrink(grey: Raster, factor: number): Raster {
  if (factor === 1) return grey;
  const width = Math.floor(grey.width / factor);
  const height = Math.floor(grey.height / factor);
  const data = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  const area = factor * factor;
  for (let y = 0, at = 0; y < height; y++) {
    sums.fill(0);
    for (let row = y * factor; row < (y + 1) * factor; row++) {
      for (let x = 0, from = row * grey.width; x < width; x++) {
        for (let i = 0; i < factor; i++) sums[x]! += grey.data[from++]!;
      }
    }
    for (let x = 0; x < width; x++) data[at++] = sums[x]! / area;
  }
  return { width, height, channels: 1, data, dpi: grey.dpi / factor };
}
