import type { Candidate, CandidateCell } from './candidate.ts';
import { cellText } from './cell-text.ts';
import { boxOf } from './unruled-grid.ts';

/** A single column that repeats is a list in columns, not a table. */
const leastColumns = 2;

/**
 * The tables that a grid is folded of: a long narrow table is often set in several parts beside each other, under the same names
 * again. Each part is a table, as the ICDAR 2013 truth has it.
 */
export function unfolded(candidate: Candidate): Candidate[] {
  const columns = candidate.xs.length - 1;
  const period = periodOf(namesOf(candidate, columns));
  if (period === undefined || candidate.cells.some((cell) => partOf(cell.column, period) !== partOf(cell.column + cell.column_span - 1, period)))
    return [candidate];
  return Array.from({ length: columns / period }, (_, part) => partAt(candidate, part, period)).filter((part) => part.cells.length > 0);
}

function namesOf({ cells }: Candidate, columns: number): string[] {
  const names = Array.from({ length: columns }, () => '');
  for (const { row, column, words } of cells) if (row === 0) names[column] = cellText(words).toLowerCase();
  return names;
}

/** After how many columns the names begin again; undefined when they do not. */
function periodOf(names: readonly string[]): number | undefined {
  if (names.includes('')) return undefined;
  for (let period = leastColumns; 2 * period <= names.length; period++) {
    if (names.length % period === 0 && names.every((name, at) => name === names[at % period]) && new Set(names).size === period) return period;
  }
  return undefined;
}

function partOf(column: number, period: number): number {
  return Math.floor(column / period);
}

/** The columns of one part, without the rows that it does not reach down to. */
function partAt(candidate: Candidate, part: number, period: number): Candidate {
  const first = part * period;
  const own = candidate.cells.filter((cell) => partOf(cell.column, period) === part && cell.words.length > 0);
  const rows = [...new Set(own.flatMap((cell) => Array.from({ length: cell.row_span }, (_, at) => cell.row + at)))].sort((a, b) => a - b);
  const cells = own.map((cell): CandidateCell => ({ ...cell, row: rows.indexOf(cell.row), column: cell.column - first }));
  const box = boxOf(own.map(({ box: [x0, y0, x1, y1] }) => ({ x0, y0, x1, y1 })));
  const ys = [...rows.map((row) => candidate.ys[row] ?? box[1]), candidate.ys[(rows.at(-1) ?? 0) + 1] ?? box[3]];
  return { ...candidate, box, xs: candidate.xs.slice(first, first + period + 1), ys, cells };
}
