import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/model/page.ts';
import { fitLayer } from '../../../src/stages/ocr/layer-fit.ts';
import { drawnRaster } from '../../support/drawn-raster.ts';

const texts = ['The first line of the page', 'the second line of it', 'and one more below'];
const raster = drawnRaster(texts, { dpi: 72 });

/** Where `drawnRaster` draws its lines of 12 points, moved down. */
const layer = (down = 0): Line[] =>
  texts.map((text, at) => {
    const box = [56, 56 + 18 * (at + 1) - 9 + down, 56 + 5.4 * text.length, 56 + 18 * (at + 1) + 2 + down] as const;
    return { text, box, size: 12, words: [{ text, box }] };
  });

describe('an invisible text over a picture', () => {
  it('fits where its words stand on the ink, and no ink is left', () => {
    const { wordsOnInk, inkMissed } = fitLayer(raster, layer());
    expect(wordsOnInk).toBe(1);
    expect(inkMissed).toBeLessThan(0.1);
  });

  it('does not where they stand on paper', () => {
    expect(fitLayer(raster, layer(300))).toEqual({ wordsOnInk: 0, inkMissed: 1 });
  });

  it('leaves the ink that has no words', () => {
    expect(fitLayer(raster, layer().slice(0, 1)).inkMissed).toBeGreaterThan(0.5);
  });

  it('is measured on grey paper as on white', () => {
    const grey = { ...raster, data: raster.data.map((level) => level * 0.7) };
    expect(fitLayer(grey, layer()).inkMissed).toBeLessThan(0.1);
  });

  it('may lie partly outside of the picture, or there may be none', () => {
    expect(fitLayer(raster, layer(5000))).toEqual({ wordsOnInk: 0, inkMissed: 1 });
    expect(fitLayer({ ...raster, data: raster.data.map(() => 255) }, [])).toEqual({ wordsOnInk: 0, inkMissed: 0 });
  });
});
