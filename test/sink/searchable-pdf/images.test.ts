import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readImagePages } from '../../../src/image/probe.ts';
import { pageRaster } from '../../../src/raster/page-raster.ts';
import { render } from '../../../src/sink/searchable-pdf/render.ts';
import { documentOf } from '../../support/made-document.ts';
import { sourceOf, textOf } from '../../support/read-document.ts';
import { recognisedLine, recognisedPage } from '../../support/recognised-page.ts';

/** A picture in which every corner has another colour, so that no turn of it looks like another. */
function cornered(width = 60, height = 40, channels: 3 | 4 = 3): ReturnType<typeof sharp> {
  const data = Buffer.alloc(width * height * channels, 255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = channels * (y * width + x);
      const [left, top] = [x < width / 2, y < height / 2];
      data[at] = left ? 250 : 20;
      data[at + 1] = top ? 230 : 40;
      data[at + 2] = left === top ? 10 : 200;
    }
  }
  return sharp(data, { raw: { width, height, channels } }).withMetadata({ density: 72 });
}

async function pdfOf(bytes: Uint8Array, mediaType: string, filename: string): Promise<{ pdf: Buffer; width: number; height: number }> {
  const file = sourceOf(bytes, filename);
  const found = await readImagePages(file, mediaType, 10);
  const pages = found.map(({ width, height, resolution: { across, down } }, at) =>
    recognisedPage([recognisedLine('word', 5, 5, { size: 6 })], { page: at + 1, width: (72 * width) / across, height: (72 * height) / down }),
  );
  const document = documentOf({ mediaType, pages });
  const pdf = Buffer.from((await render({ file, pipeline: { name: 'p', fingerprint: 'f' }, config: { folder: '' }, document })) as Uint8Array);
  const [first] = pages;
  return { pdf, width: first?.width ?? 0, height: first?.height ?? 0 };
}

/** Share of the pixels by which two pages differ to the eye, each seen as it is displayed. */
async function difference(pdf: Buffer, image: Uint8Array, mediaType: string, filename: string): Promise<number> {
  const file = sourceOf(image, filename);
  const [found] = await readImagePages(file, mediaType, 1);
  const dpi = found?.resolution.across ?? 72;
  const [seen, wanted] = [
    await pageRaster(sourceOf(pdf), 'application/pdf', 1, { dpi, grey: true }),
    await pageRaster(file, mediaType, 1, { dpi, grey: true }),
  ];
  expect([seen.width, seen.height]).toEqual([wanted.width, wanted.height]);
  return seen.data.filter((value, at) => Math.abs(value - (wanted.data[at] ?? 0)) > 48).length / wanted.data.length;
}

describe('an image document', () => {
  it.each([
    ['png', 'image/png', async () => cornered().png().toBuffer()],
    ['png with a palette', 'image/png', async () => cornered().png({ palette: true }).toBuffer()],
    ['png with transparent parts', 'image/png', async () => cornered(60, 40, 4).png().toBuffer()],
    ['png that is interlaced', 'image/png', async () => cornered().png({ progressive: true }).toBuffer()],
    ['grey png', 'image/png', async () => cornered().greyscale().png().toBuffer()],
    ['jpeg', 'image/jpeg', async () => cornered().jpeg({ quality: 95 }).toBuffer()],
    ['progressive jpeg', 'image/jpeg', async () => cornered().jpeg({ quality: 95, progressive: true }).toBuffer()],
    ['grey jpeg', 'image/jpeg', async () => cornered().greyscale().jpeg({ quality: 95 }).toBuffer()],
    ['jpeg of four inks', 'image/jpeg', async () => cornered().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer()],
    ['webp', 'image/webp', async () => cornered().webp({ lossless: true }).toBuffer()],
    ['gif', 'image/gif', async () => cornered().gif().toBuffer()],
    ['tiff', 'image/tiff', async () => cornered().tiff({ compression: 'lzw' }).toBuffer()],
    [
      'tiff of black and white',
      'image/tiff',
      async () => cornered().greyscale().threshold(120).toColourspace('b-w').tiff({ compression: 'lzw' }).toBuffer(),
    ],
  ])('(%s) becomes a page that looks like it, with its words', async (_what, mediaType, make) => {
    const image = await make();
    const { pdf } = await pdfOf(image, mediaType, 'a.image');
    expect(await textOf(pdf)).toBe('word');
    expect(await difference(pdf, image, mediaType, 'a.image')).toBeLessThan(0.05);
  });

  // A photo that was held upright lay on its side.
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is turned as its EXIF says: %i', async (orientation) => {
    const image = await cornered().withMetadata({ orientation, density: 72 }).jpeg({ quality: 95 }).toBuffer();
    const { pdf, width, height } = await pdfOf(image, 'image/jpeg', 'a.jpg');
    expect(width > height).toBe(orientation < 5);
    expect(await difference(pdf, image, 'image/jpeg', 'a.jpg')).toBeLessThan(0.05);
  });

  it.each([
    ['image/jpeg', async () => cornered().jpeg().toBuffer(), (bytes: Buffer) => bytes],
    ['image/png', async () => cornered().png().toBuffer(), (bytes: Buffer) => bytes.subarray(bytes.indexOf('IDAT') + 4, bytes.indexOf('IEND') - 8)],
  ])('of type %s is not packed anew', async (mediaType, make, packed) => {
    const image = await make();
    const { pdf } = await pdfOf(image, mediaType, 'a.image');
    expect(pdf.includes(packed(image))).toBe(true);
  });

  it('of several pages has them all', async () => {
    const pages = await Promise.all([cornered(), cornered()].map((page) => page.png().toBuffer()));
    const image = await sharp(pages, { join: { animated: true } })
      .tiff()
      .toBuffer();
    const { pdf } = await pdfOf(image, 'image/tiff', 'a.tif');
    expect(await textOf(pdf)).toBe('word\fword');
  });

  it('that is broken off becomes what can be seen of it', async () => {
    const whole = await cornered(200, 200).jpeg().toBuffer();
    const { pdf } = await pdfOf(whole.subarray(0, Math.round(whole.length * 0.7)), 'image/jpeg', 'a.jpg');
    expect(await textOf(pdf)).toBe('word');
  });
});
