import { deflateSync } from 'node:zlib';
import { encodePng } from '../../image/encode-png.ts';
import type { Raster } from '../../image/raster.ts';
import { MillraceError } from '../../model/errors.ts';
import type { Picture } from './picture.ts';
import { pngPicture } from './png-picture.ts';

/** Pixels as a picture that shows them exactly; one of black and white takes one bit a pixel. */
export async function rasterPicture(raster: Raster): Promise<Picture> {
  if (isBlackAndWhite(raster)) return bilevel(raster);
  const picture = pngPicture(Buffer.from(await encodePng(raster)));
  if (picture === undefined) throw new MillraceError('internal.unexpected', 'A PNG came out that is none for a PDF');
  return picture;
}

function isBlackAndWhite({ channels, data }: Raster): boolean {
  return channels === 1 && data.every((value) => value === 0 || value === 255);
}

function bilevel({ width, height, data }: Raster): Picture {
  const rowBytes = Math.ceil(width / 8);
  const packed = Buffer.alloc(rowBytes * height);
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) if (data[pixel] === 255) packed[y * rowBytes + (x >> 3)]! |= 0x80 >> (x & 7);
  }
  return { data: deflateSync(packed, { level: 9 }), width, height, bits: 1, colours: 'DeviceGray', packing: 'FlateDecode', orientation: 1 };
}
