import type { Raster } from '../../image/raster.ts';
import { toGrey } from '../../image/raster.ts';
import type { Finding } from '../../model/finding.ts';
import type { Line } from '../../model/page.ts';
import type { OcrEngine } from './engine.ts';
import { placeLines } from './place.ts';

/** What was recognised on a picture. */
export interface Reading {
  /** In reading order, in points from the top left of the picture. */
  lines: Line[];
  /** Mean over the words, each by its length; 0 when there are none. */
  confidence: number;
  /** Of how the picture was read: dpi, words, … */
  metrics: Record<string, number>;
  /** The page is added by whoever knows it. */
  findings: Finding[];
}

/** Prepares a picture, has it recognised and brings the words back to where they stand on it. */
export async function readRaster(raster: Raster, engine: OcrEngine, languages: readonly string[]): Promise<Reading> {
  const grey = toGrey(raster);
  const read = await engine.recognise(grey, { languages, segmentation: 'page' });
  const lines = placeLines(read, ([x0, y0, x1, y1]) => [toPoints(x0, grey), toPoints(y0, grey), toPoints(x1, grey), toPoints(y1, grey)]);
  const words = lines.flatMap((line) => line.words);
  return { lines, confidence: meanConfidence(lines), metrics: { dpi: grey.dpi, words: words.length }, findings: [] };
}

function toPoints(pixels: number, { dpi }: Raster): number {
  return (pixels * 72) / dpi;
}

function meanConfidence(lines: readonly Line[]): number {
  let [sum, letters] = [0, 0];
  for (const { text, confidence = 0 } of lines.flatMap((line) => line.words)) {
    sum += confidence * text.length;
    letters += text.length;
  }
  return letters === 0 ? 0 : Math.round((sum / letters) * 1000) / 1000;
}
