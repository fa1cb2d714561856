import type { Box } from '../../model/page.ts';
import type { Web } from './edges.ts';
import { stepAt } from './fill-cells.ts';
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
  const { xs, ys } = lattice;
  const inside = words.filter(({ box }) => stepAt(xs, (box[0] + box[2]) / 2) >= 0);
  const added: number[] = [];
  for (let band = 0; band + 1 < ys.length; band++) {
    const [top, bottom] = [ys[band] ?? 0, ys[band + 1] ?? 0];
    const cells = lattice.regions.filter((region) => region.row === band && region.row_span === 1);
    const held = inside.filter(({ box }) => stepAt([top, bottom], (box[1] + box[3]) / 2) === 0);
    const texts = cells.map(({ column, column_span }) => held.filter(({ box }) => isBetween(box, xs[column], xs[column + column_span])));
    added.push(...separators(texts, [xs[0] ?? 0, top, xs.at(-1) ?? 0, bottom], hints));
  }
  return added.length === 0 ? lattice : split(lattice, added);
}

function isBetween(box: Box, from = 0, to = 0): boolean {
  const middle = (box[0] + box[2]) / 2;
  return middle >= from && middle < to;
}

/** Where a band of the grid falls into rows. */
function separators(texts: readonly InkWord[][], band: Box, hints: RowHints): number[] {
  const rows = textRows(texts.flat());
  if (rows.length < 2) return [];
  const starts = numberStarts(texts, rows);
  const found: number[] = [];
  for (let at = 1; at < rows.length; at++) {
    const [above, below] = [rows[at - 1], rows[at]];
    if (above === undefined || below === undefined) continue;
    const [from, to] = [(above.top + above.bottom) / 2, (below.top + below.bottom) / 2];
    const drawn = jointIn(from, to, band, hints) ?? shadeIn(from, to, band, hints);
    if (drawn !== undefined || starts.has(at)) found.push((above.bottom + below.top) / 2);
  }
  return found;
}

/** Upright rules are put together of pieces here, two of them or more. */
function jointIn(from: number, to: number, [x0, , x1]: Box, { web, snap }: RowHints): number | undefined {
  const joints = web.vertical.filter(({ at }) => at >= x0 - snap && at <= x1 + snap).flatMap((rule) => rule.joints.filter((y) => y > from && y < to));
  return joints.length >= 2 ? joints[0] : undefined;
}

/** Shading begins or ends here, over half of the width. */
function shadeIn(from: number, to: number, [x0, y0, x1, y1]: Box, { fills, snap }: RowHints): number | undefined {
  let [width, place] = [0, from];
  for (const fill of fills) {
    if (fill[0] < x0 - 2 * snap || fill[2] > x1 + 2 * snap || fill[1] < y0 - 2 * snap || fill[3] > y1 + 2 * snap) continue;
    const border = [fill[1], fill[3]].find((y) => y > from && y < to);
    if (border === undefined) continue;
    width += fill[2] - fill[0];
    place = border;
  }
  return width >= 0.5 * (x1 - x0) ? place : undefined;
}

/** A figure, by itself: with its sign, its currency or its brackets. */
const figure = /^[\s\p{Sc}(<>~±+−–—-]*\d[\d\s.,'’:/%)*†‡]*$/u;

/** Which rows of text start a row of the table, as told by a cell whose every line is a figure. */
function numberStarts(texts: readonly InkWord[][], rows: readonly TextRow[]): Set<number> {
  const starts = new Set<number>();
  for (const words of texts) {
    const lines = textRows(words).map((row) => ({ text: row.words.map((word) => word.text).join(' '), middle: (row.top + row.bottom) / 2 }));
    if (lines.length < 2 || !lines.every(({ text }) => figure.test(text)) || isPaired(lines.map(({ text }) => text))) continue;
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

/** Divides the rows of a lattice at the places given; its regions are divided with them, but for those that reach over several rows. */
function split({ xs, ys, regions, drawn }: Lattice, added: readonly number[]): Lattice {
  const finer = [...ys, ...added].sort((a, b) => a - b);
  const places = ys.map((y) => finer.indexOf(y));
  const divided = regions.flatMap((region): Region[] => {
    const [from, to] = [places[region.row] ?? 0, places[region.row + region.row_span] ?? 0];
    if (region.row_span > 1) return [{ ...region, row: from, row_span: to - from }];
    return Array.from({ length: to - from }, (_, at) => ({ ...region, row: from + at, row_span: 1 }));
  });
  return { xs, ys: finer, regions: divided, drawn };
}
