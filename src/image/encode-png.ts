import sharp from 'sharp';
import type { Raster } from './raster.ts';

/** A picture as PNG, for people to look at; the same bytes for the same pixels. */
export async function encodePng({ data, width, height, channels, dpi }: Raster): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels } }).withMetadata({ density: dpi }).png({ compressionLevel }).toBuffer();
}

/** Fast; the files are looked at once. */
const compressionLevel = 3;
