import { describe, expect, it, vi } from 'vitest';
import { encodePng } from '../../../src/image/encode-png.ts';
import { foldDocument } from '../../../src/model/document.ts';
import type { PagePatch } from '../../../src/model/document.ts';
import type { Barcode } from '../../../src/model/page.ts';
import { run } from '../../../src/stages/barcodes/run.ts';
import { spec } from '../../../src/stages/barcodes/spec.ts';
import { run as readText } from '../../../src/stages/text/run.ts';
import { codeModules, drawnModules, picturedModules } from '../../support/code-modules.ts';
import { drawnPdf, put } from '../../support/drawn-pdf.ts';
import { lines, pageWith, picture } from '../../support/page-with.ts';
import { identified, sourceOf } from '../../support/read-document.ts';

/** What identify, text and the stage make of the first page of a file. */
async function codesOf(bytes: Uint8Array, options: { mode?: 'always'; formats?: string[]; filename?: string } = {}): Promise<Barcode[] | undefined> {
  const { filename = 'sample.pdf', ...config } = options;
  const file = sourceOf(bytes, filename);
  const known = foldDocument([{ page: 0, patch: await identified(file) }]);
  const text = await readText({ file, config: {}, document: known, page: 1 });
  const document = { ...known, pages: known.pages.map((page) => ({ ...page, ...text })) };
  const patch: PagePatch = await run({ file, config: spec.config.parse(config), document, page: 1 });
  return patch.barcodes;
}

const words = put([[60, 700, 'Please pay by the code below']]);

describe('a code that a page draws as rectangles', () => {
  it.each([
    ['upright', undefined, [100, 300, 162.5, 362.5]],
    ['on its side', 90, [437.5, 100, 500, 162.5]],
    ['upside down', 180, [437.5, 437.5, 500, 500]],
  ])('is read on a page that is displayed %s, with its place as displayed', async (_, rotate, box) => {
    const code = drawnModules(await codeModules('Rüben & Söhne\nsecond line'), 100, 500, 2.5);
    const page = { content: `${words}\n${code}`, ...(rotate !== undefined && { rotate }) };
    const codes = await codesOf(drawnPdf([page]));
    expect(codes).toMatchObject([{ format: 'QRCode', text: 'Rüben & Söhne\nsecond line' }]);
    codes?.[0]?.box.forEach((value, at) => expect(Math.abs(value - (box[at] ?? 0))).toBeLessThan(1.5));
  });

  it('is read in every usual kind', async () => {
    const content = {
      DataMatrix: 'M-17/a',
      Aztec: 'Ticket 5',
      PDF417: 'Boarding',
      Code128: 'Lot 2026-17',
      Code39: 'BOX17',
      ITF: '00012345678905',
      EAN13: '4006381333931',
    };
    for (const [format, text] of Object.entries(content)) {
      const modules = await codeModules(text, format as 'Aztec');
      const bars = {
        ...modules,
        height: modules.height === 1 ? 30 : modules.height,
        isDark: (x: number, y: number) => modules.isDark(x, modules.height === 1 ? 0 : y),
      };
      const codes = await codesOf(drawnPdf([{ content: `${words}\n${drawnModules(bars, 100, 500, 1)}` }]));
      expect(codes, format).toMatchObject([{ format, text }]);
    }
  });
});

it('reads a code in a picture on a page of text', async () => {
  const raster = picturedModules(await codeModules('in a picture'), { width: 120, height: 120, size: 4 });
  const codes = await codesOf(pageWith({ content: `${lines(['Some text'])} ${picture(0, [300, 500, 400, 600])}`, images: [raster] }));
  expect(codes).toMatchObject([{ format: 'QRCode', text: 'in a picture' }]);
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = codes?.[0]?.box ?? [];
  expect([x0 > 300, y0 > 500, x1 < 400, y1 < 600]).toEqual([true, true, true, true]);
});

it.each([0, 90, 17, -35])('reads a code on a photo that is turned by %i degrees, leans, and is grey on grey', async (angle) => {
  const raster = picturedModules(await codeModules('taken by hand'), { width: 900, height: 700, size: 6, angle, lean: 0.15, paper: 190, ink: 70 });
  const codes = await codesOf(await encodePng(raster), { filename: 'photo.png' });
  expect(codes).toMatchObject([{ format: 'QRCode', text: 'taken by hand' }]);
});

// By default the program of the reader would come from a server of strangers.
it('asks nobody for its program', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch');
  const raster = picturedModules(await codeModules('at home'), { width: 200, height: 200, size: 4 });
  expect(await codesOf(await encodePng(raster), { filename: 'code.png' })).toHaveLength(1);
  expect(fetched).not.toHaveBeenCalled();
});

it('looks for the kinds that it is asked for', async () => {
  const content = `${words}\n${drawnModules(await codeModules('not wanted'), 100, 500, 2.5)}`;
  expect(await codesOf(drawnPdf([{ content }]), { formats: ['DataMatrix'] })).toBeUndefined();
});
