import type { Edge } from '../../model/drawing.ts';
import type { Placed, PlacedBand } from './columns-place.ts';
import { middleOf } from './rows-bands.ts';
import { isNumber } from './rows.ts';
import type { GridCell } from './unruled-grid.ts';
import type { RowRules } from './unruled-rules.ts';

/** In heights of the type: lines of one heading are set this close. */
const widestLeading = 1.6;
/** Headings have at most so many lines. */
const mostLines = 9;

/** How many bands at the top name the columns: those above the first rules through the table, else those before the first row of numbers. */
export function headerLength(bands: readonly PlacedBand[], rules: readonly number[]): number {
  const lengths = rules.map((rule) => bands.filter((band) => middleOf(band) < rule).length);
  const above = [...new Set(lengths)].filter((length) => length > 0 && length <= mostLines && length < bands.length);
  const [first] = above;
  if (first !== undefined)
    return above.findLast((length) => bands.slice(first, length).every(isNaming) && isMostlyNumbers(bands.slice(length))) ?? first;
  const body = bands.findIndex((band) => band.pieces.length > 1 && 2 * band.pieces.slice(1).filter(isNumber).length >= band.pieces.length - 1);
  return body > 0 && body <= mostLines ? withoutLabels(bands, body) : 0;
}

/** A lone name in the first column, just above the numbers, names the rows below it. */
function withoutLabels(bands: readonly PlacedBand[], length: number): number {
  const named = bands.slice(0, length).findLastIndex((band) => band.pieces.length > 1 || (band.pieces[0]?.last ?? 0) > 0);
  const next = bands[named + 1]?.pieces[0];
  return named < 0 || next === undefined || /^[\p{Ll}(]/u.test(next.words[0]?.text ?? '') ? length : named + 1;
}

function isMostlyNumbers(bands: readonly PlacedBand[]): boolean {
  const several = bands.filter((band) => band.pieces.length > 1);
  return 2 * several.filter((band) => !isNaming(band)).length > several.length;
}

function isNaming(band: PlacedBand): boolean {
  return !band.pieces.some(isNumber);
}

interface Stack {
  first: number;
  last: number;
  pieces: Placed[];
}

/** The cells of a header of one or several levels: lines of a heading joined, headings over several columns above those that they span. */
export function headerCells(bands: readonly PlacedBand[], { through, partial }: RowRules): { cells: GridCell[]; rows: number } {
  const stacks: Stack[] = [];
  for (const piece of bands.flatMap((band) => band.pieces)) {
    const above = stacks.findLast((stack) => overlaps(stack, piece));
    const same = above !== undefined && above.first === piece.first && above.last === piece.last;
    if (same && isNext(above.pieces.at(-1), piece, through, partial)) above.pieces.push(piece);
    else stacks.push({ first: piece.first, last: piece.last, pieces: [piece] });
  }
  return levelled(stacks);
}

function isNext(above: Placed | undefined, below: Placed, through: readonly number[], partial: readonly Edge[]): boolean {
  if (above === undefined || middleOf(below) - middleOf(above) > widestLeading * Math.max(above.size, below.size)) return false;
  if (through.some((at) => at > middleOf(above) && at < middleOf(below))) return false;
  return !partial.some((edge) => edge.at > middleOf(above) && edge.at < middleOf(below) && edge.from < below.x1 && edge.to > below.x0);
}

/** A heading stands one level below the lowest above it, and reaches down to the next below. */
function levelled(stacks: readonly Stack[]): { cells: GridCell[]; rows: number } {
  const levels: number[] = [];
  stacks.forEach((stack, at) => {
    levels[at] = Math.max(-1, ...stacks.slice(0, at).map((other, index) => (overlaps(stack, other) ? (levels[index] ?? 0) : -1))) + 1;
  });
  const rows = Math.max(0, ...levels) + 1;
  const cells = stacks.map(({ first, last, pieces }, at): GridCell => {
    const row = levels[at] ?? 0;
    const below = stacks.flatMap((other, index) => (index > at && overlaps(other, { first, last }) ? [levels[index] ?? rows] : []));
    return { row, row_span: Math.min(rows, ...below) - row, first, last, pieces };
  });
  return { cells, rows };
}

function overlaps(a: { first: number; last: number }, b: { first: number; last: number }): boolean {
  return a.first <= b.last && b.first <= a.last;
}
