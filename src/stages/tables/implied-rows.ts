import type { Box } from '../../model/page.ts';
import type { Web } from './edges.ts';
import { isFigure } from './figures.ts';
import { boxOf, wordsOf } from './region-words.ts';
import type { Lattice, Region } from './lattice.ts';
import type { InkWord } from './page-ink.ts';
import { textRows } from './text-rows.ts';
import type { TextRow } from './text-rows.ts';

/** What speaks for a row where no rule is drawn. */
export interface RowHints {
  web: Web;
  fills: readonly Box[];
  snap: number;
}

/**
 * Adds the rows that a grid leaves to the eye (img2table's implicit rows, on evidence): between lines of text where the upright rules
 * are pieced together, where shading begins or ends, or where every line of a column is a number, which does not wrap.
 */
export function withImpliedRows(lattice: Lattice, words: readonly InkWord[], hints: RowHints): Lattice {
  const { xs, ys, regions } = lattice;
  const texts = wordsOf(regions, xs, ys, words);
  const bands = ys.slice(1).map((bottom, band): Band => {
    const cells = regions.filter((region) => region.row === band && region.row_span === 1).map((region) => texts.get(region) ?? []);
    return { cells, rows: textRows(cells.flat()), box: [xs[0] ?? 0, ys[band] ?? 0, xs.at(-1) ?? 0, bottom] };
  });
  const ruled = bands.filter((band) => band.rows.length === 1).length > Math.max(3, 0.6 * bands.filter((band) => band.rows.length > 0).length);
  const added = bands.flatMap((band) => separators(band, hints, ruled));
  const tall = new Map<Region, number[]>();
  for (const region of regions) {
    if (region.row_span === 1) continue;
    const band: Band = { cells: [texts.get(region) ?? []], rows: textRows(texts.get(region) ?? []), box: boxOf(region, xs, ys) };
    const found = separators(band, hints, ruled);
    if (found.length >= 2 && found.length >= mostGaps * (band.rows.length - 1)) tall.set(region, found);
  }
  const finer = split(lattice, [...added, ...[...tall.values()].flat()], tall, hints.snap);
  return { ...finer, pieced: finer.ys.filter((y) => isPieced(y, lattice, hints)) };
}

/** Neither rule nor shading is at this place. */
function isPieced(y: number, { xs, ys }: Lattice, hints: RowHints): boolean {
  const near = 2 * hints.snap;
  const box: Box = [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0];
  return !ys.includes(y) && !hasShade(y - near, y + near, box, hints);
}

/** Share of the gaps of a cell over several rows that must part rows for it to be divided at all. */
const mostGaps = 0.6;

/** Part of a grid between two level rules. */
interface Band {
  /** The words of each of its cells. */
  cells: InkWord[][];
  rows: TextRow[];
  box: Box;
}

/** Where a band of the grid falls into rows. Where the others hold a line each, a rule would have been drawn. */
function separators({ cells, rows, box }: Band, hints: RowHints, ruled: boolean): number[] {
  if (rows.length < 2) return [];
  const starts = numberStarts(cells, rows);
  const found: number[] = [];
  for (let at = 1; at < rows.length; at++) {
    const [above, below] = [rows[at - 1], rows[at]];
    if (above === undefined || below === undefined) continue;
    const [from, to] = [(above.top + above.bottom) / 2, (below.top + below.bottom) / 2];
    const drawn = (ruled ? false : hasJoint(from, to, box, hints)) || hasShade(from, to, box, hints);
    if (drawn || starts.has(at)) found.push((above.bottom + below.top) / 2);
  }
  return found;
}

/** All upright rules that come by here, or two of them, are put together of pieces that meet here. */
function hasJoint(from: number, to: number, [x0, , x1]: Box, { web, snap }: RowHints): boolean {
  const passing = web.vertical.filter((rule) => rule.at >= x0 - snap && rule.at <= x1 + snap && rule.from < from && rule.to > to);
  const jointed = passing.filter((rule) => rule.joints.some((y) => y > from && y < to)).length;
  return jointed >= 2 || (jointed === 1 && passing.length === 1);
}

/** Shading begins or ends here, over half of the width. */
function hasShade(from: number, to: number, [x0, y0, x1, y1]: Box, { fills, snap }: RowHints): boolean {
  let width = 0;
  for (const fill of fills) {
    if (fill[0] < x0 - 2 * snap || fill[2] > x1 + 2 * snap || fill[1] < y0 - 2 * snap || fill[3] > y1 + 2 * snap) continue;
    if ([fill[1], fill[3]].some((y) => y > from && y < to)) width += fill[2] - fill[0];
  }
  return width >= 0.5 * (x1 - x0);
}

/** Which rows of text start a row of the table, as told by a cell whose every line is a figure. */
function numberStarts(texts: readonly InkWord[][], rows: readonly TextRow[]): Set<number> {
  const starts = new Set<number>();
  for (const words of texts) {
    const lines = textRows(words).map((row) => ({ text: row.words.map((word) => word.text).join(' '), middle: (row.top + row.bottom) / 2 }));
    if (lines.length < 2 || !lines.every(({ text }) => isFigure(text)) || isPaired(lines.map(({ text }) => text))) continue;
    const at = lines.map(({ middle }) => rows.findIndex((row) => middle > row.top && middle < row.bottom));
    const fromTop = at[0] === 0;
    for (const row of fromTop ? at.slice(1) : at.slice(0, -1)) starts.add(fromTop ? row : row + 1);
  }
  return starts;
}

/** A number with its share or its error in brackets below is one entry. */
function isPaired(texts: readonly string[]): boolean {
  return texts.some((text, at) => /^\(.*\)$/.test(text) && at > 0 && !/^\(/.test(texts[at - 1] ?? ''));
}

/** Divides the rows of a lattice at the places given; its regions are divided with them, but for those over several rows, unless they are `tall`. */
function split(lattice: Lattice, added: readonly number[], tall: ReadonlyMap<Region, number[]>, snap: number): Lattice {
  const { ys, regions } = lattice;
  const extra = [...added]
    .sort((a, b) => a - b)
    .filter((y, at, all) => y - (all[at - 1] ?? -Infinity) > snap && ys.every((known) => Math.abs(known - y) > snap));
  if (extra.length === 0) return lattice;
  const finer = [...ys, ...extra].sort((a, b) => a - b);
  const places = ys.map((y) => finer.indexOf(y));
  const divided = regions.flatMap((region): Region[] => {
    const [from, to] = [places[region.row] ?? 0, places[region.row + region.row_span] ?? 0];
    if (region.row_span > 1 && !tall.has(region)) return [{ ...region, row: from, row_span: to - from }];
    return Array.from({ length: to - from }, (_, at) => ({ ...region, row: from + at, row_span: 1 }));
  });
  return { ...lattice, ys: finer, regions: divided };
}
