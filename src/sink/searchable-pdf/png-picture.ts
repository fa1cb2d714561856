import { orientationOf } from './exif-orientation.ts';
import type { Picture } from './picture.ts';

/**
 * A PNG file as a picture, its packed samples as they are: PDF unpacks them by the same rules (PNG 1.2, 4 and 6; ISO 32000-1, 7.4.4.4). Undefined when it is interlaced or
 * has transparent parts, or is broken off. Reads nothing but headers.
 */
export function pngPicture(bytes: Buffer): Picture | undefined {
  const data: Buffer[] = [];
  let header: Buffer | undefined;
  let palette: Uint8Array | undefined;
  let orientation = 1;
  for (const { type, body } of chunksOf(bytes)) {
    if (type === 'IHDR') header = body;
    if (type === 'PLTE') palette = body;
    if (type === 'IDAT') data.push(body);
    if (type === 'eXIf') orientation = orientationOf(body);
    if (type === 'tRNS') return undefined;
    if (type === 'IEND' && header?.length === 13) return pictureOf(header, palette, Buffer.concat(data), orientation);
  }
  return undefined;
}

function pictureOf(header: Buffer, palette: Uint8Array | undefined, data: Buffer, orientation: number): Picture | undefined {
  const [width, height, bits, kind, interlace] = [
    header.readUInt32BE(0),
    header.readUInt32BE(4),
    header.readUInt8(8),
    header.readUInt8(9),
    header.readUInt8(12),
  ];
  const colours = kind === 0 ? 'DeviceGray' : kind === 2 ? 'DeviceRGB' : kind === 3 && palette !== undefined ? { palette } : undefined;
  if (interlace !== 0 || colours === undefined) return undefined;
  return { data, width, height, bits, colours, packing: 'FlateDecode with PNG predictors', orientation };
}

function* chunksOf(bytes: Buffer): Generator<{ type: string; body: Buffer }> {
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (at + 12 + length > bytes.length) return;
    yield { type: bytes.toString('latin1', at + 4, at + 8), body: bytes.subarray(at + 8, at + 8 + length) };
    at += 12 + length;
  }
}
