import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Raster } from '../../../src/image/raster.ts';
import type { Box, Page } from '../../../src/model/page.ts';
import { usualFormats } from '../../../src/stages/barcodes/formats.ts';
import { codePlaces } from '../../../src/stages/barcodes/places.ts';
import { codeModules, drawnModules, picturedModules } from '../../support/code-modules.ts';
import { drawnPdf, put } from '../../support/drawn-pdf.ts';
import { imagePdf } from '../../support/image-pdf.ts';
import type { PdfImage } from '../../support/image-pdf.ts';
import { sourceOf } from '../../support/read-document.ts';

const page: Page = { page: 1, width: 600, height: 800, rotation: 0, method: 'text', text: '', lines: [] };
const placesOf = (bytes: Uint8Array) => codePlaces(sourceOf(bytes), page, usualFormats);
const drawnPlaces = (content: string) => placesOf(drawnPdf([{ content }]));

const rows = (from: number, to: number, row: (at: number) => string): string =>
  Array.from({ length: to - from }, (_, at) => row(from + at)).join('\n');

describe('what a page draws', () => {
  it('may be a code when it is many small rectangles or bars, however they are put into paths', async () => {
    const modules = await codeModules('somewhere here');
    const runs = drawnModules(modules, 100, 500, 3);
    const onePath = `${runs.replaceAll(' re f', ' re')} f`;
    const scaled = runs.replace(/^(\S+) (\S+) (\S+) (\S+) re f$/gm, 'q $3 0 0 $4 $1 $2 cm 0 0 1 1 re f Q');
    const polygons = runs.replace(/^(\S+) (\S+) (\S+) (\S+) re f$/gm, (_, x, y, w, h) => {
      const [right, top] = [Number(x) + Number(w), Number(y) + Number(h)];
      return `${x} ${y} m ${right} ${y} l ${right} ${top} l ${x} ${top} l h f`;
    });
    const strokes = `3 w ${runs.replace(/^(\S+) (\S+) (\S+) \S+ re f$/gm, (_, x, y, w) => `${x} ${Number(y) + 1.5} m ${Number(x) + Number(w)} ${Number(y) + 1.5} l S`)}`;
    for (const content of [runs, onePath, scaled, polygons, strokes]) {
      const places = await drawnPlaces(`${put([[50, 750, 'Text above']])}\n${content}\n${put([[50, 100, 'Text below']])}`);
      expect(places).toHaveLength(1);
      const [[x0, y0, x1, y1]] = places as [Box];
      expect(x0 < 100 && y0 < 300 && x1 > 100 + 3 * modules.width && y1 > 300 + 3 * modules.height).toBe(true);
    }
  });

  it.each([
    ['text', put([[50, 700, 'No code at all']])],
    [
      'a grid of thin rules',
      `0.5 w ${rows(0, 40, (at) => `100 ${300 + 10 * at} m 290 ${300 + 10 * at} l S ${100 + 5 * at} 300 m ${100 + 5 * at} 490 l S`)}`,
    ],
    ['a dotted line', rows(0, 100, (at) => `${100 + 3 * at} 400 1.5 1.5 re f`)],
    ['scattered points', rows(0, 60, (at) => `${100 + ((at * 37) % 200)} ${300 + ((at * 53) % 200)} 2 2 re f`)],
    ['the facets of a surface', rows(0, 60, (at) => `${100 + 4 * (at % 10)} ${300 + 4 * at} m 104 302 l 106 ${306 + at} l f`)],
    ['white on white', `1 g ${rows(0, 100, (at) => `${100 + 4 * (at % 10)} ${300 + 4 * Math.floor(at / 10)} 3.5 3.5 re f`)}`],
    ['few marks', rows(0, 12, (at) => `${100 + 6 * at} 300 3 40 re f`)],
  ])('is no code when it is %s', async (_, content) => expect(await drawnPlaces(content)).toEqual([]));
});

const code = async (): Promise<Raster> => picturedModules(await codeModules('in an image'), { width: 120, height: 120, size: 4 });
const logo: Raster = {
  width: 120,
  height: 120,
  channels: 1,
  dpi: 72,
  data: Uint8Array.from({ length: 14_400 }, (_, at) => (Math.hypot((at % 120) - 60, at / 120 - 60) < 40 ? 60 : 255)),
};

const size = '/Width 120/Height 120';
const packings: Readonly<Record<string, (raster: Raster) => Promise<PdfImage> | PdfImage>> = {
  'as they are': ({ data }) => ({ dictionary: `${size}/ColorSpace/DeviceGray/BitsPerComponent 8`, data: Buffer.from(data) }),
  inflated: ({ data }) => ({ dictionary: `${size}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode`, data: deflateSync(data) }),
  'in colour': ({ data }) => ({
    dictionary: `${size}/ColorSpace[/CalRGB<</WhitePoint[1 1 1]>>]/BitsPerComponent 8/Filter[/FlateDecode]`,
    data: deflateSync(Uint8Array.from({ length: 43_200 }, (_, at) => data[Math.floor(at / 3)] ?? 0)),
  }),
  'as bits': ({ data }) => ({
    dictionary: `${size}/ImageMask true/BitsPerComponent 1/Filter/FlateDecode`,
    data: deflateSync(
      Uint8Array.from({ length: 1800 }, (_, at) => [...data.subarray(8 * at, 8 * at + 8)].reduce((byte, grey) => 2 * byte + Number(grey > 128), 0)),
    ),
  }),
  'with a predictor': ({ data }) => ({
    dictionary: `${size}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors 1/BitsPerComponent 8/Columns 120>>`,
    data: deflateSync(rowsOf(data)),
  }),
  'by a palette': ({ data }) => ({
    dictionary: `${size}/ColorSpace[/Indexed/DeviceRGB 1<ffffff 302010>]/BitsPerComponent 8/Filter/FlateDecode`,
    data: deflateSync(data.map((grey) => Number(grey < 128))),
  }),
  'by a palette and with a predictor': ({ data }) => ({
    dictionary: `${size}/ColorSpace[/Indexed/DeviceGray 1(\\377\\))]/BitsPerComponent 8/Filter/FlateDecode/DecodeParms<</Predictor 15/BitsPerComponent 8/Columns 120>>`,
    data: deflateSync(rowsOf(data.map((grey) => Number(grey < 128)))),
  }),
  'as JPEG': async (raster) => ({ dictionary: `${size}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode`, data: await jpegOf(raster) }),
  'as packed JPEG': async (raster) => ({
    dictionary: `${size}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter[/FlateDecode/DCTDecode]`,
    data: deflateSync(await jpegOf(raster)),
  }),
};

/** Rows of PNG that are not filtered. */
function rowsOf(data: Uint8Array): Buffer {
  return Buffer.concat(Array.from({ length: 120 }, (_, row) => [Buffer.from([0]), data.subarray(120 * row, 120 * row + 120)]).flat());
}

function jpegOf({ data, width, height }: Raster): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 1 } })
    .jpeg()
    .toBuffer();
}

const shown = (image: PdfImage): Buffer => imagePdf({ content: 'q 100 0 0 100 200 300 cm /I0 Do Q', images: [image], media: [0, 0, 600, 800] });

describe('an image on a page', () => {
  it.each(Object.entries(packings))('is looked at before its page is, whose pixels are packed %s', async (_, pack) => {
    expect(await placesOf(shown(await pack(await code())))).toEqual([[188, 388, 312, 512]]);
    expect(await placesOf(shown(await pack(logo)))).toEqual([]);
  });

  // What makes codes often stores one pixel for each module, and leaves the free space to the page.
  it('may have a pixel for each module and no space around', async () => {
    const { width, height, isDark } = await codeModules('tiny');
    const data = Buffer.from(Array.from({ length: width * height }, (_, at) => (isDark(at % width, Math.floor(at / width)) ? 0 : 255)));
    const image = { dictionary: `/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8`, data };
    expect(await placesOf(shown(image))).toEqual([[188, 388, 312, 512]]);
  });

  it('may have one row of pixels for all of its bars, or be as thin and no code', async () => {
    const { width, isDark } = await codeModules('4006381333931', 'EAN13');
    const data = Buffer.from(Array.from({ length: width }, (_, at) => (isDark(at, 0) ? 0 : 255)));
    const image = { dictionary: `/Width ${width}/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8`, data };
    expect(await placesOf(shown(image))).toEqual([[188, 388, 312, 512]]);
    const shade = { dictionary: '/Width 1/Height 4000/ColorSpace/DeviceGray/BitsPerComponent 8', data: Buffer.alloc(4000, 99) };
    expect(await placesOf(shown(shade))).toEqual([]);
  });

  it('is looked at on its page when it cannot be unpacked here, or is broken', async () => {
    const place = [[188, 388, 312, 512]];
    const inks = { dictionary: `${size}/ColorSpace/DeviceCMYK/BitsPerComponent 8/Filter/FlateDecode`, data: deflateSync(Buffer.alloc(57_600, 1)) };
    expect(await placesOf(shown(inks))).toEqual(place);
    expect(
      await placesOf(shown({ dictionary: `${size}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode`, data: Buffer.from('no JPEG') })),
    ).toEqual(place);
    expect(await placesOf(shown({ dictionary: `${size}/ColorSpace/DeviceGray/BitsPerComponent 8`, data: Buffer.from('short') }))).toEqual(place);
  });
});
