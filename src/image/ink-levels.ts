import type { InkMask } from './ink-mask.ts';
import { levelMap, mean, overNeighbours } from './level-map.ts';
import type { LevelMap } from './level-map.ts';
import type { Raster } from './raster.ts';

/** Which pixel of the ink, from the darkest, tells how dark it is: its edges are lighter, and a speck of dirt is darker. */
const typical = 0.3;

/** The faintest type that is brought out: grey level of ink where paper is 255. */
const faintest = 225;

/** Ink of one place is at least so dark as this share of the ink of the whole page: what is fainter is dirt. */
const leastOfPage = 0.5;

/** Pixels of ink around a cell for it to have a say. */
const enoughInk = 30;

/** How dark the ink is, place by place, on a picture whose paper is white. Where there is hardly any ink, it is as dark as on the whole page. */
export function inkLevels({ width, height, data }: Raster, mask: InkMask, cell: number): LevelMap {
  const map = levelMap(width, height, cell);
  const histograms = new Uint32Array(256 * map.levels.length);
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / cell) * map.columns;
    for (let x = 0; x < width; x++, at++) if (mask.data[at] === 1) histograms[256 * (row + Math.floor(x / cell)) + data[at]!]!++;
  }
  const ofPage = darkEnd(added(histograms, map.levels.keys()));
  const lightest = Math.min(faintest, 255 - leastOfPage * (255 - (ofPage ?? faintest)));
  map.levels.forEach((_, at) => (map.levels[at] = Math.min(lightest, darkEnd(added(histograms, around(map, at))) ?? ofPage ?? faintest)));
  return overNeighbours(map, mean);
}

function added(histograms: Uint32Array, cells: Iterable<number>): Uint32Array {
  const sum = new Uint32Array(256);
  for (const cell of cells) for (let level = 0; level < 256; level++) sum[level]! += histograms[256 * cell + level]!;
  return sum;
}

function around({ columns, rows }: LevelMap, at: number): number[] {
  const [column, row] = [at % columns, Math.floor(at / columns)];
  const cells: number[] = [];
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) cells.push(y * columns + x);
  }
  return cells;
}

function darkEnd(histogram: Uint32Array): number | undefined {
  const count = histogram.reduce((sum, n) => sum + n, 0);
  if (count < enoughInk) return undefined;
  let level = 0;
  for (let left = typical * count - histogram[0]!; left > 0 && level < 255; left -= histogram[level]!) level++;
  return level;
}
