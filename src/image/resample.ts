import { inverse } from './affine.ts';
import type { Turned } from './affine.ts';
import type { Raster } from './raster.ts';

/** A grey picture turned and scaled, each pixel interpolated between four; what lies outside is white. To make it much smaller, shrink it before. */
export function resample(grey: Raster, { forward, width, height }: Turned): Raster {
  const back = inverse(forward);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    // Pixels are read at their centres.
    const x0 = back.a * 0.5 + back.c * (y + 0.5) + back.e - 0.5;
    const y0 = back.b * 0.5 + back.d * (y + 0.5) + back.f - 0.5;
    resampleRow(grey, data.subarray(y * width, (y + 1) * width), { x0, y0, stepX: back.a, stepY: back.b });
  }
  return { width, height, channels: 1, data, dpi: grey.dpi * Math.hypot(forward.a, forward.b) };
}

/** Where the pixels of a row are read: the first one, and how far it is to the next. */
interface Path {
  x0: number;
  y0: number;
  stepX: number;
  stepY: number;
}

function resampleRow({ width, height, data }: Raster, into: Uint8Array, { x0, y0, stepX, stepY }: Path): void {
  for (let i = 0; i < into.length; i++) {
    const x = x0 + i * stepX;
    const y = y0 + i * stepY;
    if (x <= -1 || y <= -1 || x >= width || y >= height) {
      into[i] = 255;
      continue;
    }
    const left = Math.max(0, Math.floor(x));
    const top = Math.max(0, Math.floor(y));
    const right = left + 1 < width ? 1 : 0;
    const down = top + 1 < height ? width : 0;
    const at = top * width + left;
    const across = Math.max(0, x - left);
    const above = data[at]! + (data[at + right]! - data[at]!) * across;
    const below = data[at + down]! + (data[at + down + right]! - data[at + down]!) * across;
    into[i] = above + (below - above) * Math.max(0, y - top) + 0.5;
  }
}
