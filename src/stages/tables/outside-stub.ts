import { isFigure } from './figures.ts';
import type { Lattice, Region } from './lattice.ts';
import type { InkWord, PageInk } from './page-ink.ts';
import { wordsOf } from './region-words.ts';
import { textRows } from './text-rows.ts';
import type { TextRow } from './text-rows.ts';

/** Share of the rows of figures that must have a name to their left. */
const named = 0.8;
/** In heights of the type: how far a name may stand from its row's line, and from the grid. */
const sameLine = 0.5;
const widestGap = 30;
/** In heights of the type: names longer than this are running text. */
const longest = 25;

/** Adds the column of names that stands left of a grid whose first column is of figures: only the numbers were boxed in. */
export function withOutsideStub(lattice: Lattice, ink: PageInk): Lattice {
  const { xs, ys, regions, drawn } = lattice;
  const [left, top, bottom] = [xs[0] ?? 0, ys[0] ?? 0, ys.at(-1) ?? 0];
  const first = regions.filter((region) => region.column === 0);
  const texts = wordsOf(first, xs, ys, ink.words);
  const figures = first.flatMap((region) => figureRow(texts.get(region) ?? []));
  const filled = first.filter((region) => texts.get(region)?.length);
  if (figures.length < 3 || figures.length < 0.6 * filled.length) return lattice;
  const outside = ink.words.filter(({ box }) => box[2] <= left + 1 && (box[1] + box[3]) / 2 > top && (box[1] + box[3]) / 2 < bottom);
  const names = textRows(outside);
  const matched = figures.filter((row) => names.some((name) => Math.abs(middleOf(name) - middleOf(row)) <= sameLine * sizeOf(row.words)));
  if (matched.length < named * figures.length || names.length > figures.length + 3 || names.some((name) => isRunning(name, left))) return lattice;
  const start = Math.min(...outside.map(({ box }) => box[0])) - 1;
  const added = Array.from({ length: ys.length - 1 }, (_, row): Region => ({ row, column: 0, row_span: 1, column_span: 1 }));
  const moved = regions.map((region) => ({ ...region, column: region.column + 1 }));
  return { ...lattice, xs: [start, ...xs], regions: inOrder([...added, ...moved]), drawn: [0, ...drawn] };
}

/** The row of text in a cell that holds a figure and nothing else. */
function figureRow(words: readonly InkWord[]): TextRow[] {
  return isFigure(words.map((word) => word.text).join(' ')) ? textRows(words).slice(0, 1) : [];
}

function isRunning({ words }: TextRow, left: number): boolean {
  const [from, to] = [words[0]?.box[0] ?? 0, words.at(-1)?.box[2] ?? 0];
  return to - from > longest * sizeOf(words) || left - to > widestGap * sizeOf(words);
}

function sizeOf(words: readonly InkWord[]): number {
  return words[0]?.size ?? 1;
}

function middleOf({ top, bottom }: TextRow): number {
  return (top + bottom) / 2;
}

function inOrder(regions: readonly Region[]): Region[] {
  return [...regions].sort((a, b) => a.row - b.row || a.column - b.column);
}
