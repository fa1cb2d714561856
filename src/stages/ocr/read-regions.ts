import { crop } from '../../image/crop.ts';
import type { Raster } from '../../image/raster.ts';
import type { Box, Line } from '../../model/page.ts';
import type { OcrEngine } from './engine.ts';
import { readRaster } from './read-raster.ts';
import type { Reading } from './read-raster.ts';

/** Reads parts of a page, given in points, each as a picture of its own. Lines stand where they stand on the page. */
export async function readRegions(raster: Raster, regions: readonly Box[], engine: OcrEngine, languages: readonly string[]): Promise<Reading[]> {
  const readings: Reading[] = [];
  const scale = raster.dpi / 72;
  for (const [x0, y0, x1, y1] of regions) {
    const [left, top] = [Math.max(0, Math.floor(x0 * scale)), Math.max(0, Math.floor(y0 * scale))];
    const reading = await readRaster(crop(raster, [left, top, x1 * scale, y1 * scale]), engine, languages);
    readings.push({ ...reading, lines: reading.lines.map((line) => moved(line, left / scale, top / scale)) });
  }
  return readings;
}

function moved(line: Line, right: number, down: number): Line {
  const move = ([x0, y0, x1, y1]: Box): Box => [round(x0 + right), round(y0 + down), round(x1 + right), round(y1 + down)];
  return { ...line, box: move(line.box), words: line.words.map((word) => ({ ...word, box: move(word.box) })) };
}

/** Boxes are given to a hundredth of a point. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
