import { crop } from '../../image/crop.ts';
import { toGrey } from '../../image/raster.ts';
import type { Raster } from '../../image/raster.ts';
import type { Box, Line } from '../../model/page.ts';
import type { OcrEngine } from './engine.ts';
import { lookAt } from './look.ts';
import { readRaster } from './read-raster.ts';
import type { Reading } from './read-raster.ts';
import { typeRows } from './type-rows.ts';

/** Letters that stand in a row, for a picture to hold type: what is less is found in any photo. */
const fewestLetters = 5;

/**
 * Reads parts of a page, given in points, each as a picture of its own. Lines stand where they stand on the page. Parts in which no letters stand in
 * rows are not read: recognition takes longest where there is nothing to recognise.
 */
export async function readRegions(raster: Raster, regions: readonly Box[], engine: OcrEngine, languages: readonly string[]): Promise<Reading[]> {
  const readings: Reading[] = [];
  const scale = raster.dpi / 72;
  for (const [x0, y0, x1, y1] of regions) {
    const [left, top] = [Math.max(0, Math.floor(x0 * scale)), Math.max(0, Math.floor(y0 * scale))];
    const picture = crop(raster, [left, top, x1 * scale, y1 * scale]);
    if (!showsType(picture)) continue;
    const reading = await readRaster(picture, engine, languages);
    readings.push({ ...reading, lines: reading.lines.map((line) => moved(line, left / scale, top / scale)) });
  }
  return readings;
}

/** Rows are looked for across: type that runs up or down is known by itself. */
function showsType(picture: Raster): boolean {
  const { letters, turn } = lookAt(toGrey(picture));
  const boxes = letters.map(({ left, top, right, bottom }): Box => [left, top, right + 1, bottom + 1]);
  return turn !== 0 || typeRows(boxes).some((row) => row.length >= fewestLetters);
}

function moved(line: Line, right: number, down: number): Line {
  const move = ([x0, y0, x1, y1]: Box): Box => [round(x0 + right), round(y0 + down), round(x1 + right), round(y1 + down)];
  return { ...line, box: move(line.box), words: line.words.map((word) => ({ ...word, box: move(word.box) })) };
}

/** Boxes are given to a hundredth of a point. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
