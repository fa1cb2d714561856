import type { BmpHeader } from './bmp-header.ts';
import { unpackRuns } from './bmp-runs.ts';

export interface BmpPixels {
  /** Red, green, blue, row by row from the top; what the file does not hold is white. */
  data: Uint8Array;
  /** The file ends before its last pixel. */
  truncated: boolean;
}

/** Decodes the pixels of a BMP file whose size the caller can afford, transparent ones on white. Format: Microsoft, "Bitmap Storage". */
export function decodeBmp(bytes: Uint8Array, header: BmpHeader): BmpPixels {
  const stored = bytes.subarray(header.offset);
  if (header.compression === 'none') return decodeRows(stored, header);
  const { indices, complete } = unpackRuns(stored, header);
  const { data } = decodeRows(indices, { ...header, bits: 8 }, header.width);
  return { data, truncated: !complete };
}

function decodeRows(stored: Uint8Array, header: BmpHeader, stride = Math.ceil((header.width * header.bits) / 32) * 4): BmpPixels {
  const { width, height } = header;
  const data = new Uint8Array(width * height * 3).fill(255);
  const decodeRow = header.bits <= 8 ? paletteRow : header.bits === 24 ? colorRow : maskedRow(stored, header);
  const complete = Math.min(height, Math.floor(stored.length / stride));
  for (let row = 0; row < complete; row++) {
    const y = header.topDown ? row : height - 1 - row;
    decodeRow(stored.subarray(row * stride, (row + 1) * stride), data.subarray(y * width * 3, (y + 1) * width * 3), header);
  }
  return { data, truncated: complete < height };
}

function paletteRow(stored: Uint8Array, row: Uint8Array, { bits, palette }: BmpHeader): void {
  const mask = 2 ** bits - 1;
  for (let pixel = 0; pixel < row.length / 3; pixel++) {
    const bit = pixel * bits;
    const color = ((stored[bit >> 3]! >> (8 - bits - (bit & 7))) & mask) * 3;
    row[pixel * 3] = palette[color]!;
    row[pixel * 3 + 1] = palette[color + 1]!;
    row[pixel * 3 + 2] = palette[color + 2]!;
  }
}

/** Blue stands first. */
function colorRow(stored: Uint8Array, row: Uint8Array): void {
  for (let at = 0; at < row.length; at += 3) {
    row[at] = stored[at + 2]!;
    row[at + 1] = stored[at + 1]!;
    row[at + 2] = stored[at]!;
  }
}

/** Of 16 and 32 bits. Alpha counts unless it is zero everywhere: many programs state it and leave it empty. */
function maskedRow(stored: Uint8Array, { bits, masks }: BmpHeader): typeof paletteRow {
  const step = bits / 8;
  const view = new DataView(stored.buffer, stored.byteOffset, stored.byteLength);
  const whole = stored.length - (stored.length % step);
  const pixelAt = (from: DataView, at: number): number => (step === 2 ? from.getUint16(at, true) : from.getUint32(at, true));
  let seesAlpha = false;
  for (let at = 0; at < whole && masks[3] !== 0 && !seesAlpha; at += step) seesAlpha = (pixelAt(view, at) & masks[3]) !== 0;
  const [red, green, blue, alpha] = masks.map(scaled) as [Scale, Scale, Scale, Scale];
  return (from, row) => {
    const pixels = new DataView(from.buffer, from.byteOffset, from.byteLength);
    for (let pixel = 0, at = 0; at < row.length; pixel++, at += 3) {
      const value = pixelAt(pixels, pixel * step);
      const opacity = seesAlpha ? alpha(value) : 255;
      row[at] = onWhite(red(value), opacity);
      row[at + 1] = onWhite(green(value), opacity);
      row[at + 2] = onWhite(blue(value), opacity);
    }
  };
}

type Scale = (pixel: number) => number;

/** From the bits of a mask to 0…255. */
function scaled(mask: number): Scale {
  const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask);
  const most = mask >>> shift;
  return (pixel) => (most === 0 ? 0 : Math.round((((pixel & mask) >>> shift) * 255) / most));
}

function onWhite(value: number, opacity: number): number {
  return opacity === 255 ? value : Math.round((value * opacity + 255 * (255 - opacity)) / 255);
}
