import { isEntry, isFigure } from './figures.ts';

/** A cell with its text, as far as heads are seen by it. */
export interface TextCell {
  row: number;
  column: number;
  row_span: number;
  column_span: number;
  text: string;
}

/** Rows of heads that are looked for at most. */
const mostHeads = 6;
/** Share of a column's entries that must be numbers for its names to be told from them. */
const mostlyFigures = 0.5;

/**
 * How many of the first rows name the columns: those above the first number of a column of numbers; else the first row, when it is full. One text over all
 * columns names none of them; it is a head only with others below it.
 */
export function headRows(cells: readonly TextCell[], rows: number, columns: number): number {
  const over = fullWidthRows(cells, rows, columns);
  const below = cells.filter((cell) => cell.row >= over).map((cell) => ({ ...cell, row: cell.row - over }));
  const named = Math.min(namingRows(below, rows - over, columns), firstEntries(below) ?? mostHeads);
  return named === 0 ? 0 : over + named;
}

/** Rows at the top of a grid of several columns that are one cell each. */
function fullWidthRows(cells: readonly TextCell[], rows: number, columns: number): number {
  let over = 0;
  while (columns > 1 && over < rows - 2 && cells.some((cell) => cell.row === over && cell.row_span === 1 && cell.column_span === columns)) over++;
  return over;
}

/** The first row that has a name of its own and, mostly, numbers or dashes beside it: whatever spans there are above, it is no head. */
function firstEntries(cells: readonly TextCell[]): number | undefined {
  const named = cells.filter((cell) => cell.column === 0 && cell.row > 0 && cell.text !== '').sort((a, b) => a.row - b.row);
  return named.find(({ row }) => {
    const others = cells.filter((cell) => cell.row === row && cell.column > 0 && cell.text !== '');
    return others.length > 0 && others.filter(({ text }) => isDash(text) || (isFigure(text) && !isYear(text))).length > mostlyFigures * others.length;
  })?.row;
}

function isDash(text: string): boolean {
  return /^[-–—]+$/.test(text);
}

function namingRows(cells: readonly TextCell[], rows: number, columns: number): number {
  const most = Math.min(mostHeads, rows - 1);
  const spanned = headsBySpans(cells, most);
  const figured = Array.from({ length: columns }, (_, column) => firstFigure(cells, column)).filter((row) => row !== undefined);
  if (figured.length > 0) return Math.min(most, Math.max(Math.min(...figured), Math.min(...figured) > 0 ? spanned : 0));
  return Math.max(spanned, isFullRow(cells, columns) ? 1 : 0);
}

/** The columns at the left that name the rows: the first, when it is of words and others are of numbers, or when its head is empty. */
export function hasStub(cells: readonly TextCell[], heads: number): boolean {
  const body = cells.filter((cell) => cell.row >= heads && cell.text !== '');
  const first = body.filter((cell) => cell.column === 0);
  const others = body.filter((cell) => cell.column > 0);
  if (first.length === 0 || first.filter((cell) => isFigure(cell.text)).length > 0.3 * first.length) return false;
  const corner = cells.find((cell) => cell.row === 0 && cell.column === 0);
  return (heads > 0 && corner?.text === '') || others.filter((cell) => isEntry(cell.text)).length >= mostlyFigures * others.length;
}

/** A head over several columns has names below it, and one over several rows stands beside them. */
function headsBySpans(cells: readonly TextCell[], most: number): number {
  const top = cells.filter((cell) => cell.row === 0);
  const tall = Math.max(1, ...top.map((cell) => cell.row_span));
  const wide = top.some((cell) => cell.column_span > 1) && top.length > 1;
  const heads = wide && tall === 1 ? 2 : tall;
  return heads > 1 && heads <= most ? heads : 0;
}

/** The row of the first number in a column that is mostly of numbers. Years in the first rows are names when none come below. */
function firstFigure(cells: readonly TextCell[], column: number): number | undefined {
  const own = cells.filter((cell) => cell.column === column && cell.column_span === 1 && cell.text !== '');
  const figures = own.filter((cell) => isFigure(cell.text));
  if (column === 0 || figures.length < mostlyFigures * (own.length - 1) || figures.length === 0) return undefined;
  const later = figures.filter((cell) => !isYear(cell.text));
  const first =
    later.length > 0 && figures.slice(later.length > 0 ? figures.indexOf(later[0]!) : 0).every((cell) => !isYear(cell.text)) ? later[0] : figures[0];
  return first?.row;
}

function isYear(text: string): boolean {
  return /^(?:18|19|20)\d\d(?:\s?[-–/]\s?(?:\d\d|\d{4}))?[*†]?$/.test(text.trim());
}

/** Every column but the first has a name of its own, and the names are no numbers. */
function isFullRow(cells: readonly TextCell[], columns: number): boolean {
  const top = cells.filter((cell) => cell.row === 0);
  const filled = top.filter((cell) => cell.text !== '');
  return filled.filter((cell) => cell.column > 0).length >= columns - 1 && filled.every((cell) => !isFigure(cell.text) && cell.text.length < 80);
}
