import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBmp } from '../../src/image/bmp.ts';
import { readBmpHeader } from '../../src/image/bmp-header.ts';
import type { BmpPixels } from '../../src/image/bmp.ts';
import { bmpFile } from '../support/bmp-file.ts';

const decode = (bytes: Uint8Array): BmpPixels => {
  const header = readBmpHeader(bytes);
  if (header === undefined) throw new Error('the header was refused');
  return decodeBmp(bytes, header);
};
const pixelsOf = (bytes: Uint8Array): number[] => [...decode(bytes).data];
const black = [0, 0, 0] as const;
const white = [255, 255, 255] as const;
const red = [255, 0, 0] as const;
const blue = [0, 0, 255] as const;

describe('BMP files', () => {
  it('have their rows from the bottom, each of whole words, blue first', () => {
    const pixels = Uint8Array.from([255, 0, 0, 255, 255, 255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 0]);
    expect(pixelsOf(bmpFile({ width: 2, height: 2, bits: 24, pixels }))).toEqual([...red, ...black, ...blue, ...white]);
    expect(pixelsOf(bmpFile({ width: 2, height: -2, bits: 24, pixels }))).toEqual([...blue, ...white, ...red, ...black]);
  });

  it.each([
    ['1 bit', 1, [0b01000000, 0, 0, 0]],
    ['4 bits', 4, [0x01, 0, 0, 0]],
    ['8 bits', 8, [0, 1, 0, 0]],
  ])('of %s mean the colours of their palette', (_, bits, pixels) => {
    const file = bmpFile({ width: 3, height: 1, bits, palette: [red, blue], pixels: Uint8Array.from(pixels) });
    expect(pixelsOf(file)).toEqual([...red, ...blue, ...red]);
  });

  it('of OS/2 have short headers, and palettes of three bytes a colour', () => {
    const file = bmpFile({ width: 2, height: 1, bits: 8, headerSize: 12, palette: [white, red], pixels: Uint8Array.from([1, 0, 0, 0]) });
    expect(pixelsOf(file)).toEqual([...red, ...white]);
  });

  it('of 16 bits have five for each colour, or those that their masks say', () => {
    const pixels = Uint8Array.from([0x00, 0x7c, 0x1f, 0x00]);
    expect(pixelsOf(bmpFile({ width: 2, height: 1, bits: 16, pixels }))).toEqual([...red, ...blue]);
    const masked = { width: 2, height: 1, bits: 16, compression: 3, masks: [0xf800, 0x7e0, 0x1f], pixels: Uint8Array.from([0x00, 0xf8, 0xe0, 0x07]) };
    expect(pixelsOf(bmpFile(masked))).toEqual([...red, 0, 255, 0]);
  });

  it('of 32 bits are laid on white where they state alpha, unless it is empty everywhere', () => {
    const terms = { width: 2, height: 1, bits: 32, compression: 3, headerSize: 108 as const, masks: [0xff0000, 0xff00, 0xff, 0xff000000] };
    expect(pixelsOf(bmpFile({ ...terms, pixels: Uint8Array.from([0, 0, 255, 255, 0, 0, 0, 0]) }))).toEqual([...red, ...white]);
    expect(pixelsOf(bmpFile({ ...terms, pixels: Uint8Array.from([0, 0, 255, 0, 255, 0, 0, 0]) }))).toEqual([...red, ...blue]);
  });

  it('are unpacked from runs, stretches, ends of lines and moves', () => {
    const palette = [white, red, blue];
    // Row 0: two red, one blue, white left out; row 1, two pixels further: blue, red.
    const rle8 = Uint8Array.from([2, 1, 1, 2, 0, 0, 0, 2, 2, 0, 0, 3, 2, 1, 0, 0, 0, 1]);
    const file = bmpFile({ width: 4, height: -2, bits: 8, compression: 1, palette, pixels: rle8 });
    expect(pixelsOf(file)).toEqual([...red, ...red, ...blue, ...white, ...white, ...white, ...blue, ...red]);
    const rle4 = Uint8Array.from([3, 0x12, 0, 0, 0, 3, 0x21, 0x20, 0, 1]);
    const nibbles = bmpFile({ width: 3, height: -2, bits: 4, compression: 2, palette, pixels: rle4 });
    expect(pixelsOf(nibbles)).toEqual([...red, ...blue, ...red, ...blue, ...red, ...blue]);
  });

  it('that end too early are white from there, and say so', () => {
    const cut = bmpFile({ width: 1, height: -3, bits: 24, pixels: Uint8Array.from([0, 0, 255, 0]) });
    expect(decode(cut)).toEqual({ data: Uint8Array.from([...red, ...white, ...white]), truncated: true });
    expect(decode(bmpFile({ width: 2, height: 1, bits: 8, compression: 1, pixels: Uint8Array.from([1, 0]) })).truncated).toBe(true);
  });

  it('state their resolution for a metre', () => {
    expect(readBmpHeader(bmpFile({ width: 1, height: 1, bits: 24, perMetre: 11811, pixels: new Uint8Array(4) }))?.stated?.across).toBeCloseTo(300, 1);
  });

  it.each([
    ['no width', { width: 0, height: 1, bits: 24 }],
    ['no height', { width: 1, height: 0, bits: 24 }],
    ['a width below zero', { width: -5, height: 1, bits: 24 }],
    ['7 bits', { width: 1, height: 1, bits: 7 }],
    ['a JPEG inside', { width: 1, height: 1, bits: 24, compression: 4 }],
    ['runs of 24 bits', { width: 1, height: 1, bits: 24, compression: 1 }],
  ])('are refused with %s', (_, terms) => {
    expect(readBmpHeader(bmpFile({ ...terms, pixels: new Uint8Array(4) }))).toBeUndefined();
  });

  it('never break the decoder, whatever bytes follow, and never write outside of the picture', () => {
    const terms = fc.record({
      width: fc.integer({ min: 1, max: 40 }),
      height: fc.integer({ min: -40, max: 40 }),
      kind: fc.constantFrom([8, 1], [4, 2], [1, 0], [4, 0], [16, 0], [24, 0], [32, 3]),
      pixels: fc.uint8Array({ maxLength: 400 }),
    });
    fc.assert(
      fc.property(terms, ({ width, height, kind: [bits = 8, compression = 0], pixels }) => {
        fc.pre(height !== 0);
        const { data } = decode(bmpFile({ width, height, bits, compression, masks: compression === 3 ? [0xff0000, 0xff00, 0xff] : [], pixels }));
        expect(data).toHaveLength(width * Math.abs(height) * 3);
      }),
    );
  });

  it('are taken or refused, but never break the reader of headers', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readBmpHeader(Buffer.concat([Buffer.from('BM'), bytes]))));
  });
});
