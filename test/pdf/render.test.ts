import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Raster } from '../../src/image/raster.ts';
import { holdPage, pageImagesOf, releasePage } from '../../src/pdf/held-page.ts';
import { renderPage } from '../../src/pdf/render.ts';
import { drawnPdf, put } from '../support/drawn-pdf.ts';
import { encryptedPdf } from '../support/encrypted-pdf.ts';
import { greyJpeg2000, imagePdf } from '../support/image-pdf.ts';
import type { ImagePage, PdfImage } from '../support/image-pdf.ts';
import { farthest, knownPixels, quarterColours, quarters } from '../support/known-picture.ts';
import { sourceOf } from '../support/read-document.ts';

const rgb = (width: number, height: number, more = ''): PdfImage => ({
  dictionary: `/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode${more}`,
  data: deflateSync(knownPixels(width, height)),
});
const render = async (bytes: Uint8Array, terms: { dpi?: number; maxPixels?: number; grey?: boolean; page?: number; passwords?: string[] } = {}) => {
  const { dpi = 72, maxPixels = 1e7, grey = false, page = 1, passwords = [] } = terms;
  return renderPage(sourceOf(bytes, 'page.pdf', passwords), page, { dpi, maxPixels, grey });
};
const rasterOf = async (page: ImagePage, dpi?: number): Promise<Raster> => (await render(imagePdf(page), dpi === undefined ? {} : { dpi })).raster;
/** A dot that is seen makes it a page that is drawn on a canvas, not one that is put together from its images. */
const dot = ' 0 g 59.5 39.5 0.2 0.2 re f';
const whole = 'q 60 0 0 40 0 0 cm /I0 Do Q';

function greysIn({ width, height, channels, data }: Raster, [x0, y0, x1, y1]: readonly [number, number, number, number]): Set<number> {
  const found = new Set<number>();
  for (let y = y0; y < Math.min(y1, height); y++) for (let x = x0; x < Math.min(x1, width); x++) found.add(data[(y * width + x) * channels] ?? -1);
  return found;
}

/** Mean difference of the colours of two pictures. */
function difference(one: Raster, other: Raster): number {
  const size = one.width * one.height;
  let sum = 0;
  for (let at = 0; at < size; at++)
    for (let channel = 0; channel < 3; channel++) sum += Math.abs(partOf(one, at, channel) - partOf(other, at, channel));
  return sum / (3 * size);
}

function partOf({ data, channels }: Raster, pixel: number, channel: number): number {
  return data[channels === 1 ? pixel : pixel * channels + channel] ?? 0;
}

describe('a page of images alone', () => {
  it('is the image itself at its own resolution, whole and sharp', async () => {
    const raster = await rasterOf({ content: whole, images: [rgb(120, 80)] }, 144.2);
    expect(raster).toMatchObject({ width: 120, height: 80, channels: 3, dpi: 144 });
    expect(Buffer.from(raster.data).equals(knownPixels(120, 80))).toBe(true);
  });

  it.each([
    ['upright', '60 0 0 40 0 0'],
    ['mirrored across', '-60 0 0 40 60 0'],
    ['mirrored down', '60 0 0 -40 0 40'],
    ['upside down', '-60 0 0 -40 60 40'],
    ['turned to the left', '0 40 -60 0 60 0'],
    ['turned to the right', '0 -40 60 0 0 40'],
    ['transposed', '0 40 60 0 0 0'],
    ['transposed the other way', '0 -40 -60 0 60 40'],
    ['small, in a corner', '20 0 0 10 35 25'],
    ['larger than the page', '90 0 0 80 -15 -20'],
  ])('lies as a canvas would draw it: %s', async (_, matrix) => {
    for (const rotate of [0, 90, 180, 270]) {
      const page = { images: [rgb(120, 80)], page: `/Rotate ${rotate}` };
      const put = `q ${matrix} cm /I0 Do Q`;
      const [composed, drawn] = [await rasterOf({ ...page, content: put }), await rasterOf({ ...page, content: put + dot })];
      expect([composed.width, composed.height]).toEqual([drawn.width, drawn.height]);
      expect(difference(composed, drawn)).toBeLessThan(4);
    }
  });

  it.each([
    ['strips', 'q 60 0 0 20 0 20 cm /I0 Do Q q 60 0 0 20 0 0 cm /I1 Do Q', [rgb(60, 20), rgb(60, 20)]],
    ['a stencil over a picture', `${whole} q 0.2 g 60 0 0 40 0 0 cm /I1 Do Q`, [rgb(60, 40), stencil('')]],
    ['a stencil that is painted where its bits are 1', `q 60 0 0 40 0 0 cm /I0 Do Q`, [stencil('/Decode[1 0]')]],
    ['a picture with a soft mask', 'q 60 0 0 40 0 0 cm /I1 Do Q', [softMask(), rgb(60, 40, '/SMask 5 0 R')]],
    ['a picture that is drawn twice', 'q 20 0 0 20 5 5 cm /I0 Do Q q 30 0 0 -20 25 30 cm /I0 Do Q', [rgb(60, 40)]],
    ['a picture that is cut off', `q 10 10 30 20 re W n ${whole} Q`, [rgb(60, 40)]],
    ['a picture below an invisible text', `${whole} BT 3 Tr /H 10 Tf 5 5 Td (hidden) Tj ET`, [rgb(60, 40)]],
    ['nothing', '', []],
  ])('comes out as on a canvas: %s', async (_, content, images) => {
    const page = { images, content };
    expect(difference(await rasterOf(page), await rasterOf({ ...page, content: content + dot }))).toBeLessThan(1);
  });

  it.each([
    ['turned by a little', 'q 60 4 -4 40 0 0 cm /I0 Do Q', []],
    ['in a colour', 'q 1 0 0 rg 60 0 0 40 0 0 cm /I0 Do Q', [stencil('')]],
    ['cut off by a triangle', `q 0 0 m 60 0 l 0 40 l h W n ${whole} Q`, []],
    ['seen through', `q /G0 gs ${whole} Q`, []],
    ['below a line', `${whole} 0 0 m 60 40 l S`, []],
  ])('is drawn on a canvas when it is %s', async (_, content, images: PdfImage[]) => {
    const raster = await rasterOf({ content, images: images.length === 0 ? [rgb(60, 40)] : images, resources: '/ExtGState<</G0<</ca 0.5>>>>' });
    expect(raster.channels).toBe(4);
  });

  it('comes smooth when it is enlarged, and whole when it is reduced', async () => {
    const [large, small] = [
      await rasterOf({ content: whole, images: [rgb(60, 40)] }, 216),
      await rasterOf({ content: whole, images: [rgb(60, 40)] }, 36),
    ];
    expect([large.width, large.height, small.width, small.height]).toEqual([180, 120, 30, 20]);
    for (const raster of [large, small]) expect(farthest(quarterColours(raster), quarters)).toBeLessThanOrEqual(2);
  });
});

describe('images that pdf.js decodes by other means than its own script', () => {
  it('of JPEG 2000 keep their resolution, however large', async () => {
    const data = greyJpeg2000(2600, 30);
    const file = sourceOf(
      imagePdf({ content: whole, images: [{ dictionary: '/Width 2600/Height 30/Filter/JPXDecode/ColorSpace/DeviceGray', data }] }),
    );
    const { images } = await holdPage(file, 1);
    releasePage();
    expect(images.map(({ pixels }) => [pixels.width, pixels.height, pixels.data[0]])).toEqual([[2600, 30, 128]]);
  });

  it.each([
    [
      'JPEG',
      'DCTDecode',
      '/ColorSpace/DeviceRGB/BitsPerComponent 8',
      async () => known().jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer(),
    ],
    [
      'JPEG of four inks',
      'DCTDecode',
      '/ColorSpace/DeviceCMYK/BitsPerComponent 8/Decode[1 0 1 0 1 0 1 0]',
      async () => known().toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer(),
    ],
    ['fax', 'CCITTFaxDecode', '/ColorSpace/DeviceGray/BitsPerComponent 1/DecodeParms<</K -1/Columns 60/Rows 40>>', async () => group4()],
  ])('are right: %s', async (kind, filter, rest, encode) => {
    const image = { dictionary: `/Width 60/Height 40${rest}/Filter/${filter}`, data: await encode() };
    const raster = await rasterOf({ content: whole, images: [image] });
    const wanted = kind === 'fax' ? [0, 255, 0, 255].map((grey) => [grey, grey, grey]) : quarters;
    expect(farthest(quarterColours(raster), wanted)).toBeLessThanOrEqual(kind === 'JPEG of four inks' ? 80 : 4);
  });
});

describe('a page of text', () => {
  const page = { media: [0, 0, 600, 800] as const, content: '0 g 500 700 50 60 re f' };

  it('is drawn where it stands, turned and cut off as the file says', async () => {
    const black = async (terms: object, box: readonly [number, number, number, number]) =>
      greysIn((await render(drawnPdf([{ ...page, ...terms }]), { grey: true })).raster, box);
    expect(await black({}, [500, 40, 550, 100])).toEqual(new Set([0]));
    expect(await black({ rotate: 90 }, [700, 500, 760, 550])).toEqual(new Set([0]));
    expect(await black({ rotate: 180 }, [50, 700, 100, 760])).toEqual(new Set([0]));
    expect(await black({ crop: [400, 600, 600, 800] }, [100, 40, 150, 100])).toEqual(new Set([0]));
    expect(await black({ crop: [400, 600, 600, 800], rotate: 270 }, [40, 50, 100, 100])).toEqual(new Set([0]));
    expect(await black({}, [0, 0, 499, 800])).toEqual(new Set([255]));
  });

  it('has a pixel at point × dpi / 72, and as many as it can be afforded', async () => {
    const twice = (await render(drawnPdf([page]), { dpi: 144, grey: true })).raster;
    expect(twice).toMatchObject({ width: 1200, height: 1600, channels: 1, dpi: 144 });
    expect(greysIn(twice, [1000, 80, 1100, 200])).toEqual(new Set([0]));
    const little = (await render(drawnPdf([page]), { dpi: 144, maxPixels: 4800 })).raster;
    expect(little).toMatchObject({ width: 60, height: 80, dpi: expect.closeTo(7.2, 5) as number });
    const huge = (await render(drawnPdf([{ ...page, media: [0, 0, 200_000, 10] }]), { dpi: 72, maxPixels: 1e8 })).raster;
    expect(huge.width).toBeLessThan(32_768);
  });

  it('shows the letters of standard fonts and of embedded character maps', async () => {
    const { raster, lost } = await render(drawnPdf([{ media: [0, 0, 100, 30], content: put([[5, 5, 'WORDS']], { size: 24 }) }]), { grey: true });
    expect(lost).toEqual([]);
    expect(greysIn(raster, [5, 7, 95, 25]).has(0)).toBe(true);
  });

  it('of an encrypted file needs its password', async () => {
    const bytes = await encryptedPdf('secret', 'open');
    expect((await render(bytes, { passwords: ['wrong', 'open'] })).raster.width).toBe(612);
    await expect(render(bytes, { passwords: ['wrong'] })).rejects.toMatchObject({ code: 'document.password-wrong' });
  });

  it('that is not there is damaged', async () => {
    await expect(render(drawnPdf([page]), { page: 2 })).rejects.toMatchObject({ code: 'document.damaged' });
  });
});

describe('what cannot be drawn', () => {
  it.each([
    [
      'an image of 100,000 pixels a side',
      { dictionary: '/Width 100000/Height 100000/ColorSpace/DeviceGray/BitsPerComponent 1', data: Buffer.alloc(9) },
      /exceeded maximum/,
    ],
    [
      'an image of no size',
      { dictionary: '/Width 0/Height 5/ColorSpace/DeviceGray/BitsPerComponent 1', data: Buffer.alloc(9) },
      /dimensions are missing/,
    ],
    ['broken JPEG 2000', { dictionary: '/Width 60/Height 40/ColorSpace/DeviceGray/Filter/JPXDecode', data: Buffer.from('no such thing') }, /./],
    ['broken JPEG', { dictionary: '/Width 60/Height 40/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode', data: Buffer.from('no') }, /./],
  ])('is told: %s', async (_, image, said) => {
    for (const content of [whole, whole + dot]) {
      const { raster, lost } = await render(imagePdf({ content, images: [image] }));
      expect(lost.join(' ')).toMatch(said);
      expect(greysIn(raster, [0, 0, 50, 30])).toEqual(new Set([255]));
    }
  });

  it('is told: a JPEG that breaks off', async () => {
    const data = (await known().resize(600, 400).jpeg().toBuffer()).subarray(0, -1500);
    const image = { dictionary: '/Width 600/Height 400/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode', data };
    expect((await render(imagePdf({ content: whole, images: [image] }))).lost).toHaveLength(1);
  });
});

describe('the images of a page', () => {
  it('are where they are seen, at the resolution of their finer direction', async () => {
    const content = 'q 30 0 0 20 10 10 cm /I0 Do Q q 0 80 -60 0 60 0 cm /I1 Do Q';
    const images = await pageImagesOf(sourceOf(imagePdf({ content, images: [rgb(120, 40), rgb(80, 60)] })), 1);
    releasePage();
    expect(images).toEqual([
      { box: [10, 10, 40, 30], width: 120, height: 40, dpi: 288 },
      { box: [0, 0, 60, 40], width: 80, height: 60, dpi: 72 },
    ]);
  });

  it('are none where there are none', async () => {
    expect(await pageImagesOf(sourceOf(drawnPdf([{ content: put([[10, 10, 'text']]) }])), 1)).toEqual([]);
  });
});

function known() {
  return sharp(knownPixels(60, 40), { raw: { width: 60, height: 40, channels: 3 } });
}

/** Of 60 × 40 pixels, every second group of 8 columns painted. */
function stencil(more: string): PdfImage {
  return { dictionary: `/ImageMask true/Width 60/Height 40/BitsPerComponent 1${more}`, data: Buffer.alloc(8 * 40, Buffer.from([0, 255])) };
}

function softMask(): PdfImage {
  const data = Buffer.from(Array.from({ length: 60 * 40 }, (_, at) => (at % 60) * 4));
  return { dictionary: '/Width 60/Height 40/ColorSpace/DeviceGray/BitsPerComponent 8', data };
}

/** The strip of a TIFF file is what a PDF holds. */
async function group4(): Promise<Buffer> {
  const file = await known().threshold(128).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1, miniswhite: true }).toBuffer();
  return file.subarray(8, file.readUInt32LE(4));
}
