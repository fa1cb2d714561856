import { levelMap, mean, median, overNeighbours } from './level-map.ts';
import type { LevelMap } from './level-map.ts';
import type { Raster } from './raster.ts';

/** Share of a cell that is at least as bright as its paper: type covers the rest, and so may a rule or two. */
const bright = 0.1;

/**
 * How bright the paper is, place by place: the bright end of each cell, without outliers, smoothed. Shadows, folds and tinted cells are in it,
 * type is not, as long as cells are larger than a few letters.
 */
export function paperLevels({ width, height, data }: Raster, cell: number): LevelMap {
  const map = levelMap(width, height, cell);
  const histogram = new Uint32Array(256);
  map.levels.forEach((_, at) => {
    const [left, top] = [(at % map.columns) * cell, Math.floor(at / map.columns) * cell];
    const [right, bottom] = [Math.min(width, left + cell), Math.min(height, top + cell)];
    histogram.fill(0);
    for (let y = top; y < bottom; y++) for (let i = y * width + left; i < y * width + right; i++) histogram[data[i]!]!++;
    map.levels[at] = brightEnd(histogram, bright * (right - left) * (bottom - top));
  });
  return overNeighbours(overNeighbours(map, median), mean);
}

function brightEnd(histogram: Uint32Array, count: number): number {
  let level = 255;
  for (let left = count - histogram[255]!; left > 0 && level > 0; left -= histogram[level]!) level--;
  return level;
}
