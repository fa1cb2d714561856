import { describe, expect, it } from 'vitest';
import { tesseractJs } from '../../src/stages/ocr/engines/tesseract-js.ts';
import { readRaster } from '../../src/stages/ocr/read-raster.ts';
import { drawnRaster } from '../support/drawn-raster.ts';
import { cleanScan, scannedPage } from '../support/scanned-page.ts';
import { wordAgreement } from '../support/word-agreement.ts';

describe('a page that is read', () => {
  it.each([
    ['faint, skewed and in half shadow', { angle: 2.4, ink: 130, shadow: 0.5, noise: 10 }, 0],
    ['upside down', { angle: 180 }, 180],
    ['on its side, and skewed', { angle: 91.5 }, 270],
  ])('has its words, %s', async (_how, scan, orientation) => {
    const { raster, words } = scannedPage(7, { ...cleanScan, dpi: 150, ...scan });
    const { lines, metrics, findings } = await readRaster(raster, tesseractJs, ['eng']);
    expect(wordAgreement(words, lines)).toBeGreaterThan(0.95);
    expect(metrics).toMatchObject({ orientation });
    expect(metrics['ink_missed']).toBeLessThan(0.08);
    expect(findings).toEqual([]);
  });

  // Boxes go through scale, skew and quarter turns on their way back; a slip in one of them puts words beside their ink.
  it.each([3, 90])('has the boxes of its words where they stand on the picture, turned by %i degrees', async (angle) => {
    const upright = await readRaster(scannedPage(8, { ...cleanScan, dpi: 150 }).raster, tesseractJs, ['eng']);
    const { raster } = scannedPage(8, { ...cleanScan, dpi: 150, angle });
    const read = await readRaster(raster, tesseractJs, ['eng']);
    const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
    const found = read.lines.flatMap((line) => line.words);
    const distances = upright.lines
      .flatMap((line) => line.words)
      .filter(({ text }) => found.filter((word) => word.text === text).length === 1)
      .map(({ text, box }) => {
        // The page is turned around its middle; pictures of pages on their side are as wide as those are high.
        const [dx, dy] = [(box[0] + box[2]) / 2 - 420 / 2, (box[1] + box[3]) / 2 - 595 / 2];
        const [width, height] = [(raster.width * 72) / 150, (raster.height * 72) / 150];
        const [x, y] = [width / 2 + cos * dx - sin * dy, height / 2 + sin * dx + cos * dy];
        const [x0, y0, x1, y1] = found.find((word) => word.text === text)?.box ?? [0, 0, 0, 0];
        return Math.hypot((x0 + x1) / 2 - x, (y0 + y1) / 2 - y);
      });
    expect(distances.length).toBeGreaterThan(30);
    expect(distances.filter((distance) => distance > 4).length).toBeLessThanOrEqual(0.02 * distances.length);
    expect(new Set(read.lines.map((line) => line.angle ?? 0))).toEqual(new Set([angle === 3 ? 0 : angle]));
  });

  it('says so when it has letters that no word covers', async () => {
    const page = drawnRaster(['Some words that are read', 'and some more of them', 'and the last of the lines'], { height: 300 });
    const blind = {
      readsDigits: false,
      recognise: async (...[raster, options]: Parameters<typeof tesseractJs.recognise>) => (await tesseractJs.recognise(raster, options)).slice(0, 1),
    };
    const { metrics, findings } = await readRaster(page, blind, ['eng']);
    expect(metrics['ink_missed']).toBeGreaterThan(0.4);
    expect(findings.map(({ code }) => code)).toEqual(['ocr.missed_ink']);
  });
});

describe('the engine tesseract.js', () => {
  const sample = drawnRaster(['Straße über Größe und Maß', 'Übung macht den Meister'], { height: 200 });
  const german = ['Straße', 'über', 'Größe', 'und', 'Maß', 'Übung', 'macht', 'den', 'Meister'];
  const words = async (languages: string[]): Promise<string[]> =>
    (await tesseractJs.recognise(sample, { languages, segmentation: 'block' })).flatMap((line) => line.words.map(({ text }) => text));

  it('reads with several languages, each from its own package', async () => {
    expect(await words(['eng'])).not.toEqual(german);
    expect(await words(['eng', 'deu'])).toEqual(german);
  });

  it('names the package of a language that is not there, and goes on with another', async () => {
    await expect(words(['eng', 'tlh'])).rejects.toMatchObject({
      code: 'ocr.language-missing',
      message: expect.stringContaining('@tesseract.js-data/tlh') as string,
    });
    expect(await words(['deu'])).toEqual(german);
  });

  // Tesseract is known to adapt to what it has read: a page would have another result in another worker.
  it('gives the same words, boxes and confidences for a page that it reads first and for one that it reads later', async () => {
    const page = (seed: number, angle: number) => scannedPage(seed, { ...cleanScan, dpi: 150, angle }).raster;
    const read = () => tesseractJs.recognise(page(9, 0), { languages: ['eng'], segmentation: 'page' });
    await words(['deu']);
    const first = await read();
    await tesseractJs.recognise(page(10, 5), { languages: ['eng'], segmentation: 'page' });
    await tesseractJs.recognise(sample, { languages: ['eng'], segmentation: 'block' });
    expect(await read()).toEqual(first);
  });

  it('fails the page that it cannot take, and reads the next', async () => {
    const broken = { ...sample, data: sample.data.subarray(0, 1000) };
    await expect(tesseractJs.recognise(broken, { languages: ['deu'], segmentation: 'block' })).rejects.toMatchObject({ code: 'ocr.failed' });
    expect(await words(['deu'])).toEqual(german);
  });
});
