import type { Raster } from '../../image/raster.ts';
import type { Box, Line } from '../../model/page.ts';

/** How well an invisible text lies on the ink of the picture that it claims to be the text of. */
export interface LayerFit {
  /** Share of its words below which there is ink. */
  wordsOnInk: number;
  /** Share of the ink that lies below none of its words: type that was not recognised, and pictures. */
  inkMissed: number;
}

/** Grey levels by which ink is darker than the paper, which most of a page is. */
const darker = 40;
/** Share of a word's box that is ink at least, in any type. */
const leastInk = 0.08;
/** Points around a word that still belong to it: boxes of a layer are rough. */
const reach = 3;

/** Lays the lines of a page over its picture, in grey. A picture of 72 dpi is enough. */
export function fitLayer(raster: Raster, lines: readonly Line[]): LayerFit {
  const scale = raster.dpi / 72;
  const darkest = paperLevel(raster) - darker;
  const words = lines.flatMap((line) => line.words);
  const below = new Uint8Array(raster.data.length);
  let onInk = 0;
  for (const { box } of words) {
    let [ink, pixels] = [0, 0];
    eachPixel(raster, scaled(box, 0, scale), (at) => {
      pixels++;
      if (raster.data[at]! < darkest) ink++;
    });
    if (ink > 0 && ink >= leastInk * pixels) onInk++;
    eachPixel(raster, scaled(box, reach, scale), (at) => (below[at] = 1));
  }
  let [ink, missed] = [0, 0];
  raster.data.forEach((level, at) => {
    if (level >= darkest) return;
    ink++;
    if (below[at] === 0) missed++;
  });
  return { wordsOnInk: words.length === 0 ? 0 : onInk / words.length, inkMissed: ink === 0 ? 0 : missed / ink };
}

function paperLevel({ data }: Raster): number {
  const histogram = new Uint32Array(256);
  for (const level of data) histogram[level]!++;
  let level = 255;
  for (let lighter = histogram[255]!; level > 0 && lighter < data.length / 2; lighter += histogram[level]!) level--;
  return level;
}

function scaled([x0, y0, x1, y1]: Box, margin: number, scale: number): Box {
  return [(x0 - margin) * scale, (y0 - margin) * scale, (x1 + margin) * scale, (y1 + margin) * scale];
}

function eachPixel({ width, height }: Raster, [x0, y0, x1, y1]: Box, visit: (at: number) => void): void {
  const [left, right] = [Math.max(0, Math.round(x0)), Math.min(width, Math.round(x1))];
  for (let y = Math.max(0, Math.round(y0)); y < Math.min(height, Math.round(y1)); y++) for (let x = left; x < right; x++) visit(y * width + x);
}
