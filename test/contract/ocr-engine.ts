import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OcrEngine, ReadLine } from '../../src/stages/ocr/engine.ts';
import { drawnRaster } from '../support/drawn-raster.ts';

/** The lines that the engine under test is shown, for those that must be told what they see. */
export const shownLines = ['Invoice number twenty seven', 'Bolts and washers of steel', 'The total is due in March'];

export interface EngineUnderTest {
  engine: OcrEngine;
  close(): Promise<void>;
}

/** What every engine behind the port of the ocr stage promises. */
export function describeOcrEngine(name: string, make: () => Promise<EngineUnderTest>): void {
  describe(name, () => {
    let made: EngineUnderTest;
    const read = (lines: readonly string[], terms: Parameters<typeof drawnRaster>[1] = {}): Promise<ReadLine[]> =>
      made.engine.recognise(drawnRaster(lines, { height: 300, ...terms }), { languages: ['eng'], segmentation: 'page' });

    beforeAll(async () => {
      made = await make();
    });
    afterAll(() => made.close());

    it('gives the words of a clean page line by line, in reading order', async () => {
      const lines = await read(shownLines);
      expect(lines.map(({ words }) => words.map(({ text }) => text).join(' '))).toEqual(shownLines);
    });

    it('gives for each word its box in pixels, where its ink is: left to right, line below line, nothing outside of the picture', async () => {
      const terms = { dpi: 200, width: 400, height: 200 };
      const { width, height } = drawnRaster([], terms);
      const lines = await read(shownLines, terms);
      for (const [index, { words }] of lines.entries()) {
        // Drawn 18 points apart, the first base line 18 points below the margin of 56.
        const base = ((56 + 18 * (index + 1)) * 200) / 72;
        for (const [at, { box, confidence }] of words.entries()) {
          const [x0, y0, x1, y1] = box;
          expect(x0).toBeGreaterThanOrEqual(at === 0 ? 0 : (words[at - 1]?.box[2] ?? 0) - 1);
          expect(x1).toBeGreaterThan(x0);
          expect([x1 <= width, y0 >= 0, y1 <= height]).toEqual([true, true, true]);
          expect(y0).toBeLessThan(base - 10);
          expect(Math.abs(y1 - base)).toBeLessThan(16);
          expect(confidence).toBeGreaterThan(0.5);
          expect(confidence).toBeLessThanOrEqual(1);
        }
        expect(Math.abs((words[0]?.box[0] ?? 0) - (56 * 200) / 72)).toBeLessThan(8);
      }
    });

    it('numbers blocks so that the lines of one follow each other', async () => {
      const blocks = (await read(shownLines)).map(({ block }) => block);
      const changes = blocks.filter((block, index) => index > 0 && block !== blocks[index - 1]);
      expect(changes.length).toBe(new Set(blocks).size - 1);
    });

    it('finds nothing on an empty page', async () => {
      expect(await read([])).toEqual([]);
    });

    // A speck on a page is cut out as a region of its own, and an engine that failed on it took the page with it.
    it.each([1, 3, 9])('finds nothing on a picture of %i pixels', async (size) => {
      const data = new Uint8Array(size * size);
      const speck = made.engine.recognise({ width: size, height: size, channels: 1, data, dpi: 300 }, { languages: ['eng'], segmentation: 'block' });
      expect(await speck).toEqual([]);
    });

    // Results must not depend on what was read before.
    it('reads the same page the same way again, whatever it has read in between', async () => {
      const first = await read(shownLines);
      await read(shownLines.slice(0, 1), { size: 20 });
      expect(await read(shownLines)).toEqual(first);
    });

    it('reads digits alone where it can be asked for them, and letters again on the next page', async () => {
      if (!made.engine.readsDigits) return;
      const date = drawnRaster(['15/07/2017'], { dpi: 200, width: 200, height: 130 });
      const digits = async (): Promise<string> =>
        (await made.engine.recognise(date, { languages: ['eng'], segmentation: 'digits' }))
          .flatMap(({ words }) => words.map(({ text }) => text))
          .join('');
      expect(await digits()).toBe('15/07/2017');
      const [line] = await read(shownLines);
      expect(line?.words.map(({ text }) => text).join(' ')).toBe(shownLines[0]);
      expect(await digits()).toBe('15/07/2017');
    });

    it('reads several pages at once', async () => {
      const pages = await Promise.all([read(shownLines), read([]), read(shownLines)]);
      expect(pages.map((lines) => lines.length)).toEqual([3, 0, 3]);
    });
  });
}
