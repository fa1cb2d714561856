import { deflateSync, crc32 } from 'node:zlib';
import { rmSync } from 'node:fs';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeImagePage } from '../../src/image/decode.ts';
import type { DecodedImage } from '../../src/image/decode.ts';
import { readImagePages } from '../../src/image/probe.ts';
import { bmpFile } from '../support/bmp-file.ts';
import { farthest, knownPixels, quarterColours, quarters } from '../support/known-picture.ts';
import { sourceOf } from '../support/read-document.ts';
import { joinTiffs } from '../support/tiff-file.ts';

const [width, height] = [48, 32];
const picture = () => sharp(knownPixels(width, height), { raw: { width, height, channels: 3 } });
/** Lossless for four plain quarters, up to the rounding of colours. */
const jpeg = { quality: 100, chromaSubsampling: '4:4:4' };
/** At its own resolution. */
const own = async (bytes: Uint8Array, type: string, page = 1): Promise<DecodedImage> => {
  const file = sourceOf(bytes, 'picture');
  const { resolution } = (await readImagePages(file, type, page))[page - 1]!;
  return decodeImagePage(file, type, page, resolution.across, 1e6);
};
/** Green and white are lighter than the middle. */
const halves = [0, 255, 0, 255];

describe('image documents', () => {
  it.each([
    ['PNG', 'image/png', () => picture().png().toBuffer(), 0],
    ['PNG with a palette', 'image/png', () => picture().png({ palette: true }).toBuffer(), 6],
    ['PNG of 16 bits', 'image/png', () => picture().toColourspace('rgb16').png().toBuffer(), 1],
    ['JPEG', 'image/jpeg', () => picture().jpeg(jpeg).toBuffer(), 4],
    [
      'progressive JPEG',
      'image/jpeg',
      () =>
        picture()
          .jpeg({ ...jpeg, progressive: true })
          .toBuffer(),
      4,
    ],
    ['WebP', 'image/webp', () => picture().webp({ lossless: true }).toBuffer(), 0],
    ['GIF', 'image/gif', () => picture().gif().toBuffer(), 6],
    ['TIFF, LZW', 'image/tiff', () => picture().tiff({ compression: 'lzw' }).toBuffer(), 0],
    ['TIFF, deflate', 'image/tiff', () => picture().tiff({ compression: 'deflate', tile: true }).toBuffer(), 0],
    ['TIFF, JPEG', 'image/tiff', () => picture().tiff({ compression: 'jpeg', quality: 100 }).toBuffer(), 8],
    ['TIFF, packed bits', 'image/tiff', () => picture().tiff({ compression: 'packbits' }).toBuffer(), 0],
  ])('keep their pixels: %s', async (_, type, encode, tolerance) => {
    const { raster, damage } = await own(await encode(), type);
    expect({ width: raster.width, height: raster.height, channels: raster.channels, damage }).toEqual({
      width,
      height,
      channels: 3,
      damage: undefined,
    });
    expect(farthest(quarterColours(raster), quarters)).toBeLessThanOrEqual(tolerance);
  });

  it('keep their pixels: BMP', async () => {
    const rows = Buffer.alloc(width * height * 3);
    const pixels = knownPixels(width, height);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) for (let c = 0; c < 3; c++) rows[((height - 1 - y) * width + x) * 3 + c] = pixels[(y * width + x) * 3 + 2 - c]!;
    }
    const { raster } = await own(bmpFile({ width, height, bits: 24, pixels: rows }), 'image/bmp');
    expect(quarterColours(raster)).toEqual(quarters);
  });

  it.each([
    ['8 bits', 'b-w'],
    ['16 bits', 'grey16'],
  ] as const)('are grey where they are grey: %s', async (_, space) => {
    const bytes = await sharp(await picture().png().toBuffer())
      .greyscale()
      .toColourspace(space)
      .png()
      .toBuffer();
    const { raster } = await own(bytes, 'image/png');
    expect(raster.channels).toBe(1);
    // The encoder takes the middle of light, not of paint, so only the order is its.
    const [red, green, blue, white] = quarterColours(raster).map(([grey = 0]) => grey);
    expect([blue, red, green, white]).toEqual([blue, red, green, white].sort((a = 0, b = 0) => a - b));
    expect(white).toBeGreaterThan(240);
  });

  it.each(['ccittfax4', 'lzw', 'deflate'] as const)('of one bit a pixel are black and white: TIFF, %s', async (compression) => {
    const bytes = await picture().threshold(128).toColourspace('b-w').tiff({ compression, bitdepth: 1, predictor: 'none' }).toBuffer();
    const { raster } = await own(bytes, 'image/tiff');
    expect(quarterColours(raster).map(([grey]) => grey)).toEqual(halves);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('are turned as their EXIF says: orientation %i', async (orientation) => {
    const stored = await asStored(orientation).png().toBuffer();
    for (const [type, bytes] of [
      ['image/jpeg', await sharp(stored).withMetadata({ orientation }).jpeg(jpeg).toBuffer()],
      ['image/tiff', await sharp(stored).withMetadata({ orientation }).tiff({ compression: 'lzw' }).toBuffer()],
    ] as const) {
      const { raster } = await own(bytes, type);
      expect([type, raster.width, raster.height]).toEqual([type, width, height]);
      expect(farthest(quarterColours(raster), quarters)).toBeLessThanOrEqual(4);
    }
  });

  it('are laid on white where they are transparent', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const bytes = await sharp({ create: { width, height, channels: 4, background: clear } })
      .png()
      .toBuffer();
    expect(quarterColours((await own(bytes, 'image/png')).raster)).toEqual(Array(4).fill([255, 255, 255]));
  });

  it('are brought from CMYK to colours of a screen', async () => {
    const bytes = await picture().toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    expect((await sharp(bytes).metadata()).space).toBe('cmyk');
    const { raster } = await own(bytes, 'image/jpeg');
    expect(raster.channels).toBe(3);
    // A press prints no such green; what counts is which is which.
    expect(farthest(quarterColours(raster), quarters)).toBeLessThan(60);
  });

  it('of several pages have each at its own size, compression and resolution', async () => {
    const bits = picture().threshold(128).toColourspace('b-w');
    const file = joinTiffs([
      await bits.tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 200 / 25.4, yres: 100 / 25.4 }).toBuffer(),
      await picture()
        .resize(96, 64, { kernel: 'nearest' })
        .tiff({ compression: 'jpeg', quality: 100, xres: 300 / 25.4, yres: 300 / 25.4 })
        .toBuffer(),
      await picture().rotate(90).tiff({ compression: 'lzw' }).toBuffer(),
      await picture().tiff({ compression: 'deflate' }).toBuffer(),
    ]);
    const source = sourceOf(file, 'fax.tif');
    const pages = await readImagePages(source, 'image/tiff', 10);
    expect(pages.map((page) => [page.width, page.height, Math.round(page.resolution.across), Math.round(page.resolution.down)])).toEqual([
      [48, 32, 200, 100],
      [96, 64, 300, 300],
      [32, 48, 72, 72],
      [48, 32, 72, 72],
    ]);
    // Half as many rows as columns to the inch: the page is twice as high as the picture.
    const fax = await decodeImagePage(source, 'image/tiff', 1, 200, 1e6);
    expect(fax.raster).toMatchObject({ width: 48, height: 64, dpi: 200 });
    expect(quarterColours(fax.raster).map(([grey]) => grey)).toEqual(halves);
    expect(farthest(quarterColours((await decodeImagePage(source, 'image/tiff', 2, 300, 1e6)).raster), quarters)).toBeLessThan(8);
    const [upperLeft] = quarterColours((await decodeImagePage(source, 'image/tiff', 3, 72, 1e6)).raster);
    expect(upperLeft).toEqual(quarters[2]);
    await expect(decodeImagePage(source, 'image/tiff', 5, 72, 1e6)).rejects.toMatchObject({ code: 'document.damaged' });
  });

  it('come at the resolution that is asked for, or as much of it as is allowed', async () => {
    const bytes = await picture().withMetadata({ density: 144 }).png().toBuffer();
    const file = sourceOf(bytes, 'a.png');
    const twice = (await decodeImagePage(file, 'image/png', 1, 288, 1e6)).raster;
    expect(twice).toMatchObject({ width: 96, height: 64, dpi: 288 });
    expect(farthest(quarterColours(twice), quarters)).toBeLessThanOrEqual(2);
    const little = (await decodeImagePage(file, 'image/png', 1, 288, 96)).raster;
    expect(little.width * little.height).toBeLessThanOrEqual(100);
    expect(little.dpi).toBeCloseTo(36, 0);
    expect((await decodeImagePage(file, 'image/png', 1, 144.3, 1e6)).raster).toMatchObject({ width, height, dpi: expect.closeTo(144, 1) as number });
  });

  it.each([
    ['JPEG', 'image/jpeg', async () => (await picture().resize(400, 300, { kernel: 'nearest' }).jpeg().toBuffer()).subarray(0, -1200)],
    ['PNG', 'image/png', async () => halfOf(await noise())],
    ['TIFF whose strips are broken', 'image/tiff', () => brokenTiff()],
    ['BMP', 'image/bmp', async () => bmpFile({ width: 48, height: 32, bits: 24, pixels: new Uint8Array(2000) })],
  ])('that are cut off are read as far as they go, and say so: %s', async (_, type, encode) => {
    const { raster, damage } = await own(await encode(), type);
    expect(raster.width).toBeGreaterThan(0);
    expect(damage).toMatch(/\w/);
  });

  it.each([
    ['a PNG of 100,000 pixels a side', 'image/png', () => pngHeader(100_000, 100_000)],
    ['a GIF of 65,535 pixels a side', 'image/gif', () => gifHeader(65_535, 65_535)],
    [
      'a BMP of two thousand million pixels a side',
      'image/bmp',
      () => bmpFile({ width: 2 ** 31 - 1, height: 2 ** 31 - 1, bits: 24, pixels: new Uint8Array(8) }),
    ],
  ])('that are bombs are measured, and not decoded: %s', async (_, type, make) => {
    const file = sourceOf(make(), 'bomb');
    const before = process.memoryUsage().rss;
    await expect(decodeImagePage(file, type, 1, 72, 1e6)).rejects.toMatchObject({ code: 'document.damaged' });
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
  });

  it.each([
    ['no size', 'image/png', () => pngHeader(0, 5)],
    ['nothing but a signature', 'image/jpeg', () => Buffer.from([0xff, 0xd8, 0xff])],
    ['another format than they were taken for', 'image/png', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['no directory', 'image/tiff', () => Buffer.from('II*\0\0\0\0\0', 'latin1')],
  ])('with %s are damaged', async (_, type, make) => {
    const file = sourceOf(make(), 'odd');
    const failure = await readImagePages(file, type, 5).then(
      () => undefined,
      (error: unknown) => error as Error,
    );
    expect(failure).toMatchObject({ code: 'document.damaged' });
    expect(failure?.message).not.toContain(file.path);
  });

  it('that are gone were gone before they could be read', async () => {
    for (const type of ['image/png', 'image/tiff', 'image/bmp']) {
      const file = sourceOf(Buffer.from('x'), 'gone');
      rmSync(file.path);
      await expect(readImagePages(file, type, 1)).rejects.toMatchObject({ code: 'source.vanished' });
    }
  });
});

/** What a camera that was held that way stores; the standard names the sides where its first row and its first column belong. */
function asStored(orientation: number): Sharp {
  const displayed = knownPixels(width, height);
  const [fromRight, fromBottom] = [[2, 3, 6, 7].includes(orientation), [3, 4, 7, 8].includes(orientation)];
  const [across, down] = orientation >= 5 ? [height, width] : [width, height];
  const stored = Buffer.alloc(displayed.length);
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      const [right, below] = orientation >= 5 ? [row, column] : [column, row];
      const [x, y] = [fromRight ? width - 1 - right : right, fromBottom ? height - 1 - below : below];
      stored.set(displayed.subarray((y * width + x) * 3, (y * width + x) * 3 + 3), (row * across + column) * 3);
    }
  }
  return sharp(stored, { raw: { width: across, height: down, channels: 3 } });
}

/** Rows that do not pack, so that much of the file is lost with its end. */
async function noise(): Promise<Buffer> {
  const data = Buffer.from(Array.from({ length: 90 * 90 * 3 }, (_, at) => (at * 7919 * at) & 255));
  return sharp(data, { raw: { width: 90, height: 90, channels: 3 } })
    .png()
    .toBuffer();
}

/** Its strips stand before its directory. */
async function brokenTiff(): Promise<Buffer> {
  const file = await picture().tiff({ compression: 'deflate' }).toBuffer();
  return file.fill(0, 8, file.readUInt32LE(4));
}

function halfOf(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length / 2);
}

function pngHeader(across: number, down: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(across, 0);
  header.writeUInt32BE(down, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function gifHeader(across: number, down: number): Buffer {
  const screen = Buffer.alloc(7);
  screen.writeUInt16LE(across, 0);
  screen.writeUInt16LE(down, 2);
  screen[4] = 0x80;
  const image = Buffer.alloc(10);
  image[0] = 0x2c;
  image.writeUInt16LE(across, 5);
  image.writeUInt16LE(down, 7);
  return Buffer.concat([Buffer.from('GIF89a'), screen, Buffer.from([0, 0, 0, 255, 255, 255]), image, Buffer.from([2, 2, 0x44, 0x01, 0, 0x3b])]);
}
