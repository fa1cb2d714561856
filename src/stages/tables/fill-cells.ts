import { firstPlace } from '../../model/first-place.ts';
import type { CandidateCell } from './candidate.ts';
import type { InkWord } from './page-ink.ts';

/** Points that a word may stand over the border of its cell: boxes of letters are as high as their type, not as their ink. */
const overhang = 1.5;

/** Puts every word into the cell that its middle is in. Returns the share of those words that stand wholly within their cell. */
export function fillCells(cells: readonly CandidateCell[], words: readonly InkWord[], xs: readonly number[], ys: readonly number[]): number {
  const columns = xs.length - 1;
  const places: CandidateCell[] = [];
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.row_span; row++) {
      for (let column = cell.column; column < cell.column + cell.column_span; column++) places[row * columns + column] = cell;
    }
  }
  let [inside, fitting] = [0, 0];
  for (const word of words) {
    const [x0, y0, x1, y1] = word.box;
    const [column, row] = [stepAt(xs, (x0 + x1) / 2), stepAt(ys, (y0 + y1) / 2)];
    const cell = column < 0 || row < 0 ? undefined : places[row * columns + column];
    if (cell === undefined) continue;
    cell.words.push(word);
    inside++;
    if (x0 >= cell.box[0] - overhang && x1 <= cell.box[2] + overhang) fitting++;
  }
  return inside === 0 ? 0 : fitting / inside;
}

/** The step between two boundaries that holds `value`, or -1. */
export function stepAt(boundaries: readonly number[], value: number): number {
  const behind = firstPlace(boundaries.length, (at) => boundaries[at]! > value);
  return behind === boundaries.length ? -1 : behind - 1;
}
