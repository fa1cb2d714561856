import type { Box } from '../../model/page.ts';
import { stepAt } from './fill-cells.ts';
import type { Region } from './lattice.ts';
import type { InkWord } from './page-ink.ts';

/** The words of each region of a grid, by their middles. */
export function wordsOf(regions: readonly Region[], xs: readonly number[], ys: readonly number[], words: readonly InkWord[]): Map<Region, InkWord[]> {
  const columns = xs.length - 1;
  const places: Region[] = [];
  const held = new Map<Region, InkWord[]>();
  for (const region of regions) {
    held.set(region, []);
    for (let row = region.row; row < region.row + region.row_span; row++) {
      for (let column = region.column; column < region.column + region.column_span; column++) places[row * columns + column] = region;
    }
  }
  for (const word of words) {
    const [x0, y0, x1, y1] = word.box;
    const [column, row] = [stepAt(xs, (x0 + x1) / 2), stepAt(ys, (y0 + y1) / 2)];
    const region = column < 0 || row < 0 ? undefined : places[row * columns + column];
    if (region !== undefined) held.get(region)?.push(word);
  }
  return held;
}

export function boxOf({ row, column, row_span, column_span }: Region, xs: readonly number[], ys: readonly number[]): Box {
  return [xs[column] ?? 0, ys[row] ?? 0, xs[column + column_span] ?? 0, ys[row + row_span] ?? 0];
}
