import type { Box } from '../../model/page.ts';
import type { Candidate, CandidateCell } from './candidate.ts';

/** Share of the cells that may be empty (Camelot: dropping emptier ones raised F1 from .665 to .778). */
const emptiest = 0.9;
/** Share of the rows that may be empty where there are many: more is the grid behind a chart, or a form that nobody has filled in. */
const emptiestRows = 0.65;
const manyRows = 6;
/** Share of the columns that some row, and of the rows that some column, must show as cells of their own. */
const shown = 0.4;
/** Cells: smaller grids are judged by their share of text alone. */
const smallGrid = 9;
/** Less confidence than this, and words cross the rules or several things stand in each cell. */
const leastConfidence = 0.5;
/** Share of the cells that must hold text when the caption says that this is a figure. */
const fullFigure = 0.6;
/** One may be a mark over the page, or a cell struck through. */
const chartStrokes = 2;

/** Why a grid of rules is no table, or undefined when it may be one. */
export function refusalOf({ xs, ys, cells, confidence }: Candidate, strokes: readonly Box[], figureCaption: boolean): string | undefined {
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  if (rows < 2 || columns < 2) return `a frame: ${rows} rows, ${columns} columns`;
  const filled = cells.filter((cell) => cell.words.length > 0);
  if (filled.length < 3 || filled.length < (1 - emptiest) * cells.length) return `${filled.length} of ${cells.length} cells hold text`;
  const texted = new Set(filled.map((cell) => cell.row)).size;
  if (rows >= manyRows && texted < (1 - emptiestRows) * rows) return `${texted} of ${rows} rows hold text`;
  if (new Set(filled.map((cell) => cell.column)).size < 2 || texted < 2) return 'text in one row or column alone';
  if (rows * columns > smallGrid && !hasFullLine(cells)) return `no row and no column is half full`;
  if (!isShown(cells, rows, columns)) return `no row shows ${shown * 100} % of ${columns} columns, or no column of ${rows} rows`;
  if (confidence < leastConfidence) return `confidence ${confidence.toFixed(2)}: text crosses the rules, or several things stand in a cell`;
  if (figureCaption && filled.length < fullFigure * cells.length) return 'a figure by its caption';
  const crossing = strokes.filter((stroke) => crossesGrid(stroke, xs, ys)).length;
  if (crossing >= chartStrokes) return `a figure: ${crossing} curved or slanted strokes cross the grid`;
  return undefined;
}

/** Whether a stroke inside the grid runs from one cell into another, as the lines of a chart do. */
function crossesGrid([x0, y0, x1, y1]: Box, xs: readonly number[], ys: readonly number[]): boolean {
  if (x1 < (xs[0] ?? 0) || x0 > (xs.at(-1) ?? 0) || y1 < (ys[0] ?? 0) || y0 > (ys.at(-1) ?? 0)) return false;
  return xs.slice(1, -1).some((x) => x > x0 + 1 && x < x1 - 1) || ys.slice(1, -1).some((y) => y > y0 + 1 && y < y1 - 1);
}

/** The heads of a table, or the names of its rows, fill at least half of a line of the grid, and some line the other way is no emptier. */
function hasFullLine(cells: readonly CandidateCell[]): boolean {
  const fullest = (lineOf: (cell: CandidateCell) => number): number => {
    const [all, filled] = [new Map<number, number>(), new Map<number, number>()];
    for (const cell of cells) {
      const line = lineOf(cell);
      all.set(line, (all.get(line) ?? 0) + 1);
      if (cell.words.length > 0) filled.set(line, (filled.get(line) ?? 0) + 1);
    }
    return Math.max(0, ...[...all].filter(([, count]) => count > 1).map(([line, count]) => (filled.get(line) ?? 0) / count));
  };
  return fullest((cell) => cell.row) >= 0.5 && fullest((cell) => cell.column) >= 0.5;
}

/** Bars of a chart and boxes of a form each have borders of their own, which nothing else shares; columns of a table are seen together somewhere. */
function isShown(cells: readonly CandidateCell[], rows: number, columns: number): boolean {
  const inRow = Array.from({ length: rows }, () => 0);
  const inColumn = Array.from({ length: columns }, () => 0);
  for (const { row, column, row_span, column_span } of cells) {
    for (let at = row; at < row + row_span; at++) inRow[at] = (inRow[at] ?? 0) + 1;
    for (let at = column; at < column + column_span; at++) inColumn[at] = (inColumn[at] ?? 0) + 1;
  }
  return Math.max(...inRow) >= shown * columns && Math.max(...inColumn) >= shown * rows;
}
