import { orientationOf } from './exif-orientation.ts';
import type { Picture } from './picture.ts';

/**
 * A JPEG file as a picture, its bytes as they are; undefined when readers of PDF need not be able to show it: only baseline and progressive ones of eight bits
 * are sure to be (ITU-T T.81; ISO 32000-1, 7.4.8). Reads nothing but headers.
 */
export function jpegPicture(bytes: Buffer): Picture | undefined {
  let orientation = 1;
  let adobe = false;
  for (const { marker, body } of segmentsOf(bytes)) {
    if (marker === 0xe1 && body.toString('latin1', 0, 6) === 'Exif\0\0') orientation = orientationOf(body.subarray(6));
    if (marker === 0xee && body.toString('latin1', 0, 5) === 'Adobe') adobe = true;
    if (marker < 0xc0 || marker > 0xcf || notFrames.has(marker)) continue;
    if (marker > 0xc2 || body.length < 6) return undefined;
    const [bits, height, width, colours] = [body.readUInt8(0), body.readUInt16BE(1), body.readUInt16BE(3), colourSpaces[body.readUInt8(5)]];
    if (bits !== 8 || height === 0 || width === 0 || colours === undefined) return undefined;
    // Programs of Adobe store inks the other way round, and say by their segment that they have written the file.
    const inverted = colours === 'DeviceCMYK' && adobe;
    return { data: bytes, width, height, bits, colours, packing: 'DCTDecode', orientation, ...(inverted && { inverted }) };
  }
  return undefined;
}

const colourSpaces: Readonly<Record<number, 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK'>> = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' };

/** Tables and the like, whose markers stand among those of frames. */
const notFrames = new Set([0xc4, 0xc8, 0xcc]);

/** The segments of the file before its first scan. */
function* segmentsOf(bytes: Buffer): Generator<{ marker: number; body: Buffer }> {
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes.readUInt8(at + 1);
    if (bytes.readUInt8(at) !== 0xff || marker === 0xda) return;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    yield { marker, body: bytes.subarray(at + 4, at + 2 + length) };
    at += 2 + length;
  }
}
