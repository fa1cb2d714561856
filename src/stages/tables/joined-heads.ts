import { isFigure } from './figures.ts';
import type { Lattice, Region } from './lattice.ts';
import type { InkWord } from './page-ink.ts';
import { wordsOf } from './region-words.ts';

/**
 * Joins the lines of a column's name that an implied row has parted: above the first figures, cells of one column with no rule or
 * shading between are one name. Names over several columns stay apart from those below them.
 */
export function withJoinedHeads(lattice: Lattice, words: readonly InkWord[]): Lattice {
  const { xs, ys, regions, pieced } = lattice;
  if (pieced.length === 0) return lattice;
  const texts = wordsOf(regions, xs, ys, words);
  const heads = firstFigures(regions, texts);
  const joined: Region[] = [];
  for (const region of [...regions].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const above = region.row < heads && pieced.includes(ys[region.row] ?? 0) ? joined.find((other) => standsOver(other, region)) : undefined;
    if (above === undefined) joined.push({ ...region });
    else above.row_span += region.row_span;
  }
  return { ...lattice, regions: joined };
}

/** The first row with a number right of the first column, or 0 when there is none. */
function firstFigures(regions: readonly Region[], texts: Map<Region, InkWord[]>): number {
  const rows = regions
    .filter((region) => region.column > 0 && isFigure((texts.get(region) ?? []).map((word) => word.text).join(' ')))
    .map(({ row }) => row);
  return rows.length === 0 ? 0 : Math.min(...rows);
}

function standsOver(above: Region, below: Region): boolean {
  return above.column === below.column && above.column_span === 1 && below.column_span === 1 && above.row + above.row_span === below.row;
}
