import type { Edge } from '../../model/drawing.ts';
import type { Placed, PlacedBand } from './columns-place.ts';
import { middleOf } from './rows-bands.ts';
import { isNumber } from './rows.ts';
import type { GridCell } from './unruled-grid.ts';

/** In heights of the type: lines of one heading are set this close. */
const widestLeading = 1.6;
/** Headings have at most so many lines. */
const mostLines = 9;

/** How many bands at the top name the columns: those above the first rule through the table, else those before the first row of numbers. */
export function headerLength(bands: readonly PlacedBand[], rules: readonly number[]): number {
  const [first, last] = [bands[0], bands.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const rule = rules.find((at) => at > middleOf(first) && at < middleOf(last));
  const above = rule === undefined ? 0 : bands.filter((band) => middleOf(band) < rule).length;
  if (above > 0 && above <= mostLines && above < bands.length) return above;
  const body = bands.findIndex((band) => band.pieces.length > 1 && 2 * band.pieces.slice(1).filter(isNumber).length >= band.pieces.length - 1);
  return body > 0 && body <= mostLines ? body : 0;
}

interface Stack {
  first: number;
  last: number;
  pieces: Placed[];
}

/** The cells of a header of one or several levels: lines of a heading joined, headings over several columns above those that they span. */
export function headerCells(bands: readonly PlacedBand[], partial: readonly Edge[]): { cells: GridCell[]; rows: number } {
  const stacks: Stack[] = [];
  for (const piece of bands.flatMap((band) => band.pieces)) {
    const above = stacks.findLast((stack) => overlaps(stack, piece));
    const same = above !== undefined && above.first === piece.first && above.last === piece.last;
    if (same && isNext(above.pieces.at(-1), piece, partial)) above.pieces.push(piece);
    else stacks.push({ first: piece.first, last: piece.last, pieces: [piece] });
  }
  return levelled(stacks);
}

function isNext(above: Placed | undefined, below: Placed, partial: readonly Edge[]): boolean {
  if (above === undefined || middleOf(below) - middleOf(above) > widestLeading * Math.max(above.size, below.size)) return false;
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
