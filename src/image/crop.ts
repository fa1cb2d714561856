import type { Raster } from './raster.ts';

/** A part of a picture, in its pixels; what of it lies outside is left out, and it has at least one pixel. */
export function crop(raster: Raster, [x0, y0, x1, y1]: readonly [x0: number, y0: number, x1: number, y1: number]): Raster {
  const left = bounded(Math.floor(x0), 0, raster.width - 1);
  const top = bounded(Math.floor(y0), 0, raster.height - 1);
  const width = bounded(Math.ceil(x1), left + 1, raster.width) - left;
  const height = bounded(Math.ceil(y1), top + 1, raster.height) - top;
  const row = width * raster.channels;
  const data = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    const start = ((top + y) * raster.width + left) * raster.channels;
    data.set(raster.data.subarray(start, start + row), y * row);
  }
  return { ...raster, width, height, data };
}

function bounded(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
