export interface BmpTerms {
  width: number;
  /** Negative: rows from the top. */
  height: number;
  bits: number;
  compression?: number;
  /** Four bytes each: blue, green, red, nothing. */
  palette?: readonly (readonly [number, number, number])[];
  /** Three or four numbers behind the header of 40 bytes, or within one of 108. */
  masks?: readonly number[];
  headerSize?: 12 | 40 | 108;
  /** Pixels for a metre. */
  perMetre?: number;
  pixels: Uint8Array;
}

/** The bytes of a BMP file, whether or not its terms make sense. */
export function bmpFile({ width, height, bits, compression = 0, palette = [], masks = [], headerSize = 40, perMetre = 0, pixels }: BmpTerms): Buffer {
  const header = Buffer.alloc(headerSize);
  header.writeUInt32LE(headerSize, 0);
  if (headerSize === 12) {
    header.writeUInt16LE(width, 4);
    header.writeUInt16LE(height, 6);
    header.writeUInt16LE(1, 8);
    header.writeUInt16LE(bits, 10);
  } else {
    header.writeInt32LE(width, 4);
    header.writeInt32LE(height, 8);
    header.writeUInt16LE(1, 12);
    header.writeUInt16LE(bits, 14);
    header.writeUInt32LE(compression, 16);
    header.writeInt32LE(perMetre, 24);
    header.writeInt32LE(perMetre, 28);
    if (headerSize === 108) masks.forEach((mask, at) => header.writeUInt32LE(mask, 40 + 4 * at));
  }
  const masksBehind = Buffer.alloc(headerSize === 40 ? 4 * masks.length : 0);
  if (headerSize === 40) masks.forEach((mask, at) => masksBehind.writeUInt32LE(mask, 4 * at));
  const colours = Buffer.from(palette.flatMap(([red, green, blue]) => (headerSize === 12 ? [blue, green, red] : [blue, green, red, 0])));
  const file = Buffer.alloc(14);
  file.write('BM', 'latin1');
  const offset = 14 + header.length + masksBehind.length + colours.length;
  file.writeUInt32LE(offset + pixels.length, 2);
  file.writeUInt32LE(offset, 10);
  return Buffer.concat([file, header, masksBehind, colours, pixels]);
}
