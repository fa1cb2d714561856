import { alignmentOf } from './alignment.ts';
import type { Placed } from './columns-place.ts';
import { tickShare } from './gate-axes.ts';
import { isNumber } from './rows.ts';
import type { GridCell } from './unruled-grid.ts';

/** What a grid looks like, in numbers that tell tables from what only looks like one. */
export interface GridMeasures {
  rows: number;
  columns: number;
  /** Share of the places that hold text. */
  filled: number;
  /** Share of the rows with text in at least two columns, and how many. */
  paired: number;
  pairs: number;
  /** Share of the cells behind the first column that are numbers, dashes, marks. */
  numeric: number;
  /** Share of the cells of a column that stand in one line at an edge or in the middle; the mean of the columns. */
  aligned: number;
  /** Words in a cell, on average. */
  words: number;
  /** Cells of so many words that they read as text, as a share. */
  wordy: number;
  /** Share of the rows that start with a word. */
  named: number;
  /** Share of the rows whose first cell ends like a label. */
  labelled: number;
  /** Share of the rows that end in a cell like a page number, and share of those with a leader. */
  pages: number;
  leaders: number;
  /** Share of the rows whose first cell is a bullet or a number of a list. */
  bullets: number;
  /** Do the numbers at the ends of the rows grow down the page, as page numbers do? */
  ascending: boolean;
  /** Share of the numbers that climb or fall in even steps, as on the axes of a chart. */
  ticks: number;
  /** Rules through all columns. */
  rules: number;
  /** Is there a caption that says that it is a table? */
  captioned: boolean;
}

/** Cells with more words than this are read, not looked up. */
const textWords = 7;

const leader = /(?:\.\s?){4,}|…{2,}|_{4,}/u;
const pageNumber = /^(?:\d{1,4}|[ivxlc]+|\d+[-–]\d+)$/iu;
const bullet = /^(?:[•·▪●○■□◦❖➢‣–—*-]|\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)]|\d{1,2}(?:\.\d{1,2})+\.?)$/iu;
const mark = /^(?:[-–—†‡#*xX✓✔•n/a.]+|n\.?a\.?|NA|N\/A|yes|no|\(?[Xx]\)?)$/iu;

export function measureGrid(
  cells: readonly GridCell[],
  rows: number,
  columns: number,
  outside: Pick<GridMeasures, 'rules' | 'captioned'>,
): GridMeasures {
  const byRow = rowsOfCells(cells, rows);
  const paired = byRow.filter((row) => new Set(row.map((cell) => cell.first)).size > 1);
  const behind = cells.filter((cell) => cell.first > 0);
  const words = cells.map((cell) => cell.pieces.reduce((sum, piece) => sum + piece.words.length, 0));
  const share = (count: number, of: number): number => (of === 0 ? 0 : count / of);
  const firsts = paired.flatMap((row) => row[0] ?? []);
  return {
    rows,
    columns,
    filled: share(
      cells.reduce((sum, cell) => sum + (cell.last - cell.first + 1) * cell.row_span, 0),
      rows * columns,
    ),
    paired: share(paired.length, rows),
    pairs: paired.length,
    numeric: share(behind.filter(isValue).length, behind.length),
    aligned: alignedShare(cells, columns),
    words: share(
      words.reduce((sum, count) => sum + count, 0),
      cells.length,
    ),
    wordy: share(words.filter((count) => count > textWords).length, cells.length),
    named: share(firsts.filter((cell) => cell.first === 0 && /\p{L}{2}/u.test(textOf(cell))).length, paired.length),
    labelled: share(firsts.filter((cell) => textOf(cell).endsWith(':')).length, paired.length),
    pages: share(paired.filter((row) => pageNumber.test(textOf(row.at(-1)))).length, paired.length),
    leaders: share(paired.filter((row) => leader.test(row.map(textOf).join(' '))).length, paired.length),
    bullets: share(firsts.filter((cell) => cell.first === 0 && bullet.test(textOf(cell))).length, paired.length),
    ascending: isAscending(paired.map((row) => Number.parseInt(textOf(row.at(-1)), 10))),
    ticks: tickShare(cells),
    ...outside,
  };
}

function rowsOfCells(cells: readonly GridCell[], rows: number): GridCell[][] {
  const byRow = Array.from({ length: rows }, (): GridCell[] => []);
  for (const cell of cells) byRow[cell.row]?.push(cell);
  for (const row of byRow) row.sort((a, b) => a.first - b.first);
  return byRow;
}

function isAscending(numbers: readonly number[]): boolean {
  const pages = numbers.filter((number) => Number.isFinite(number));
  const falls = pages.filter((number, at) => number < (pages[at - 1] ?? 0)).length;
  return falls <= 0.1 * pages.length;
}

function isValue(cell: GridCell): boolean {
  return cell.pieces.every((piece) => isNumber(piece) || mark.test(piece.words.map((word) => word.text).join('')));
}

function textOf(cell: GridCell | undefined): string {
  return (cell?.pieces ?? []).flatMap((piece) => piece.words.map((word) => word.text)).join(' ');
}

function alignedShare(cells: readonly GridCell[], columns: number): number {
  let sum = 0;
  for (let column = 0; column < columns; column++) {
    const pieces: Placed[] = cells.filter((cell) => cell.first === column && cell.last === column).flatMap((cell) => cell.pieces);
    sum += pieces.length < 2 ? 0.5 : alignmentOf(pieces).share;
  }
  return sum / columns;
}
