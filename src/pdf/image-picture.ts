import type { Raster } from '../image/raster.ts';
import type { DecodedPixels } from './placed-images.ts';

type Picture = Omit<Raster, 'dpi'>;

/** A decoded image of a PDF as a picture. */
export function pictureOf({ width, height, kind, data }: DecodedPixels): Picture {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (kind === undefined || kind === 1) return { width, height, channels: 1, data: unpackBits(bytes, width, height) };
  return { width, height, channels: kind === 2 ? 3 : 4, data: bytes };
}

/** Rows of whole bytes, the first pixel in the highest bit; what is missing at the end is white. */
function unpackBits(bits: Uint8Array, width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height);
  const stride = (width + 7) >> 3;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x += 8) {
      const byte = bits[y * stride + (x >> 3)] ?? 255;
      const end = at + Math.min(8, width - x);
      for (let shift = 24; at < end; shift++) pixels[at++] = (byte << shift) >> 31;
    }
  }
  return pixels;
}
