import type { Box } from '../../model/page.ts';
import type { Candidate, CandidateCell } from './candidate.ts';
import type { Placed } from './columns-place.ts';
import type { Cut } from './columns.ts';

/** A cell by the grid, before its words are gathered: pieces of a row that stand in the same columns. */
export interface GridCell {
  row: number;
  row_span: number;
  first: number;
  last: number;
  pieces: Placed[];
}

/** Makes a candidate of cells. A piece that another cell of its row has taken the place of goes to that cell. */
export function gridOf(cells: readonly GridCell[], cuts: readonly Cut[], rows: number): Omit<Candidate, 'confidence' | 'rule'> {
  const pieces = cells.flatMap((cell) => cell.pieces);
  const box = boxOf(pieces);
  const xs = [box[0], ...cuts.map((cut) => (cut.from + cut.to) / 2), box[2]];
  const ys = boundariesOf(cells, rows, box);
  const made = cells.map((cell): CandidateCell => ({
    row: cell.row,
    column: cell.first,
    row_span: cell.row_span,
    column_span: cell.last - cell.first + 1,
    box: boxOf(cell.pieces),
    words: cell.pieces.flatMap((piece) => piece.words),
  }));
  return { method: 'stream', box, xs, ys, cells: made.sort((a, b) => a.row - b.row || a.column - b.column) };
}

/** Between the rows, half way from what ends above to what starts below. */
function boundariesOf(cells: readonly GridCell[], rows: number, box: Box): number[] {
  const tops = Array.from({ length: rows }, () => Infinity);
  const bottoms = Array.from({ length: rows }, () => -Infinity);
  for (const { row, row_span: span, pieces } of cells) {
    const [, y0, , y1] = boxOf(pieces);
    if (span > 1) continue;
    tops[row] = Math.min(tops[row] ?? Infinity, y0);
    bottoms[row] = Math.max(bottoms[row] ?? -Infinity, y1);
  }
  const ys = [box[1]];
  for (let row = 1; row < rows; row++) {
    const between = ((bottoms[row - 1] ?? box[1]) + (tops[row] ?? box[3])) / 2;
    ys.push(Math.max(ys.at(-1) ?? box[1], Number.isFinite(between) ? Math.min(between, box[3]) : (ys.at(-1) ?? box[1])));
  }
  return [...ys, box[3]];
}

export function boxOf(pieces: readonly { x0: number; y0: number; x1: number; y1: number }[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const piece of pieces) {
    x0 = Math.min(x0, piece.x0);
    y0 = Math.min(y0, piece.y0);
    x1 = Math.max(x1, piece.x1);
    y1 = Math.max(y1, piece.y1);
  }
  return [x0, y0, x1, y1];
}
