import type { Raster } from './raster.ts';
import { sharp } from './sharp.ts';

/** A picture as JPEG; the same bytes for the same pixels. */
export async function encodeJpeg({ data, width, height, channels }: Raster): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels } }).jpeg({ quality }).toBuffer();
}

/** Print stays crisp; a page of 200 dpi takes some hundred kilobytes. */
const quality = 80;
