import type { Resolution } from './paper-size.ts';

/** How the pixels of a BMP file are kept. */
export interface BmpHeader {
  width: number;
  height: number;
  /** Rows stand from the top; otherwise from the bottom. */
  topDown: boolean;
  bits: 1 | 4 | 8 | 16 | 24 | 32;
  compression: 'none' | 'rle4' | 'rle8';
  /** Of 16 and 32 bits: which of them are red, green, blue and alpha. */
  masks: readonly [red: number, green: number, blue: number, alpha: number];
  /** Of at most 8 bits: three numbers for each colour, red first. */
  palette: Uint8Array;
  /** Where the pixels begin. */
  offset: number;
  stated?: Resolution;
}

/** Reads the headers of Windows (40 bytes and more) and of OS/2 (12); undefined for what is none, or holds a whole file of another format. */
export function readBmpHeader(bytes: Uint8Array): BmpHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = bytes.length < 26 ? 0 : view.getUint32(14, true);
  if (bytes.length < 14 + size) return undefined;
  const header = size === 12 ? oldHeader(view) : size >= 40 ? newHeader(view, size) : undefined;
  return header !== undefined && header.width > 0 && header.height > 0 ? header : undefined;
}

function oldHeader(view: DataView): BmpHeader | undefined {
  const bits = bitsOf(view.getUint16(24, true));
  if (bits === undefined) return undefined;
  return {
    width: view.getUint16(18, true),
    height: view.getUint16(20, true),
    topDown: false,
    bits,
    compression: 'none',
    masks: defaultMasks(bits),
    palette: paletteOf(view, 14 + 12, bits, 3),
    offset: view.getUint32(10, true),
  };
}

function newHeader(view: DataView, size: number): BmpHeader | undefined {
  const bits = bitsOf(view.getUint16(28, true));
  const compression = compressionOf(view.getUint32(30, true), bits);
  if (bits === undefined || compression === undefined) return undefined;
  const statesMasks = compression === 'masks';
  // Those of the shortest header stand behind it.
  const end = 14 + size + (statesMasks && size === 40 ? 12 : 0);
  if (view.byteLength < end) return undefined;
  const height = view.getInt32(22, true);
  return {
    width: view.getInt32(18, true),
    height: Math.abs(height),
    topDown: height < 0,
    bits,
    compression: statesMasks ? 'none' : compression,
    masks: statesMasks ? statedMasks(view, size) : defaultMasks(bits),
    palette: paletteOf(view, end, bits, 4),
    offset: view.getUint32(10, true),
    ...statedResolution(view),
  };
}

function bitsOf(bits: number): BmpHeader['bits'] | undefined {
  return bits === 1 || bits === 4 || bits === 8 || bits === 16 || bits === 24 || bits === 32 ? bits : undefined;
}

function compressionOf(code: number, bits: number | undefined): BmpHeader['compression'] | 'masks' | undefined {
  if (code === 0) return 'none';
  if (code === 1 && bits === 8) return 'rle8';
  if (code === 2 && bits === 4) return 'rle4';
  if ((code === 3 || code === 6) && (bits === 16 || bits === 32)) return 'masks';
  return undefined;
}

function defaultMasks(bits: number): BmpHeader['masks'] {
  return bits === 16 ? [0x7c00, 0x3e0, 0x1f, 0] : [0xff0000, 0xff00, 0xff, 0];
}

function statedMasks(view: DataView, headerSize: number): BmpHeader['masks'] {
  const alpha = headerSize >= 56 ? view.getUint32(66, true) : 0;
  return [view.getUint32(54, true), view.getUint32(58, true), view.getUint32(62, true), alpha];
}

/** Blue stands first in the file. Colours that it does not hold are black. */
function paletteOf(view: DataView, start: number, bits: number, step: 3 | 4): Uint8Array {
  const palette = new Uint8Array(bits > 8 ? 0 : 3 * 2 ** bits);
  for (let color = 0; color < palette.length / 3; color++) {
    const at = start + color * step;
    if (at + 3 > view.byteLength) break;
    palette.set([view.getUint8(at + 2), view.getUint8(at + 1), view.getUint8(at)], color * 3);
  }
  return palette;
}

function statedResolution(view: DataView): Pick<BmpHeader, 'stated'> {
  const [across, down] = [view.getInt32(38, true), view.getInt32(42, true)];
  return across > 0 && down > 0 ? { stated: { across: across * inch, down: down * inch } } : {};
}

/** In metres. */
const inch = 0.0254;
