import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { imageResolution, pageImages } from '../../src/raster/page-images.ts';
import { pageRaster } from '../../src/raster/page-raster.ts';
import { drawnPdf } from '../support/drawn-pdf.ts';
import { imagePdf } from '../support/image-pdf.ts';
import { knownPixels } from '../support/known-picture.ts';
import { sourceOf } from '../support/read-document.ts';

const png = async (width = 300, height = 150, density = 150) =>
  sharp(knownPixels(width, height), { raw: { width, height, channels: 3 } })
    .withMetadata({ density })
    .png()
    .toBuffer();
const pdf = drawnPdf([{ content: '0 g 100 100 400 600 re f' }]);

describe('a page as pixels', () => {
  it('has the same size from a PDF and from an image, in colour or in grey', async () => {
    const picture = sourceOf(await png(), 'a.png');
    expect(await pageRaster(picture, 'image/png', 1, { dpi: 300 })).toMatchObject({ width: 600, height: 300, channels: 3, dpi: 300, findings: [] });
    expect(await pageRaster(picture, 'image/png', 1, { dpi: 300, grey: true })).toMatchObject({ channels: 1 });
    expect(await pageRaster(sourceOf(pdf), 'application/pdf', 1, { dpi: 36 })).toMatchObject({ width: 300, height: 400, dpi: 36, findings: [] });
    expect(await pageRaster(sourceOf(pdf), 'application/pdf', 1, { dpi: 36, grey: true })).toMatchObject({ channels: 1 });
  });

  it('is the same for the same page', async () => {
    const once = await pageRaster(sourceOf(pdf), 'application/pdf', 1, { dpi: 50, grey: true });
    expect(await pageRaster(sourceOf(pdf), 'application/pdf', 1, { dpi: 50, grey: true })).toEqual(once);
  });

  it('tells when it comes at a lower resolution than it was wanted', async () => {
    for (const [file, type] of [[sourceOf(pdf), 'application/pdf'] as const, [sourceOf(await png()), 'image/png'] as const]) {
      const { findings, dpi, width, height } = await pageRaster(file, type, 1, { dpi: 300, maxPixels: 10_000 });
      expect(findings).toMatchObject([{ code: 'render.resolution', severity: 'info', page: 1 }]);
      expect(dpi).toBeLessThan(100);
      expect(width * height).toBeLessThan(10_200);
    }
  });

  it('tells what of it could not be drawn', async () => {
    const image = { dictionary: '/Width 90000/Height 90000/ColorSpace/DeviceGray/BitsPerComponent 1', data: Buffer.alloc(4) };
    const bomb = sourceOf(imagePdf({ content: 'q 60 0 0 40 0 0 cm /I0 Do Q', images: [image] }));
    expect((await pageRaster(bomb, 'application/pdf', 1, { dpi: 72 })).findings).toMatchObject([
      { code: 'render.incomplete', severity: 'warning', page: 1 },
    ]);
    const half = await png(400, 400);
    const cut = sourceOf(half.subarray(0, half.length / 2), 'cut.png');
    expect((await pageRaster(cut, 'image/png', 1, { dpi: 72 })).findings).toMatchObject([{ code: 'image.damaged', severity: 'warning', page: 1 }]);
  });
});

describe('the resolution of the images of a page', () => {
  it('is that of an image document', async () => {
    const images = await pageImages(sourceOf(await png(), 'a.png'), 'image/png', 1);
    expect(images).toEqual([{ box: [0, 0, 144, 72], width: 300, height: 150, dpi: expect.closeTo(150, 1) as number }]);
    expect(await pageImages(sourceOf(await png(), 'a.png'), 'image/png', 2)).toEqual([]);
  });

  it('is that of the letters of a scan that comes in layers, not of its paper or of a logo', () => {
    const paper = { box: [0, 0, 600, 800] as const, width: 850, height: 1100, dpi: 100 };
    const letters = { box: [10, 10, 590, 790] as const, width: 2400, height: 3000, dpi: 300 };
    const logo = { box: [500, 20, 560, 60] as const, width: 1200, height: 800, dpi: 1440 };
    expect(imageResolution([paper, letters, logo])).toBe(300);
    expect(imageResolution([paper, logo])).toBe(100);
    expect(imageResolution([])).toBeUndefined();
    expect(imageResolution([{ ...logo, box: [5, 5, 5, 5] }])).toBeUndefined();
  });
});
