import type { Page } from '../../model/page.ts';
import type { Table, TableCell } from '../../model/table.ts';
import { isFigure } from './figures.ts';
import { columnsMatch } from './matching-columns.ts';
import { nothingAbove, nothingBelow } from './page-break.ts';
import { readable } from './table-of.ts';

/** What the title of a table's second part says. */
const continued = /\bcont(?:inued|inuation|['’]?d|\.)|fortsetzung|\bsuite\b|continuaci[óo]n|\bseguito\b|continua[çc][ãa]o|vervolg/iu;

/**
 * Joins tables that go on over pages, in order: the last of one page and the first of the next, when their columns stand at the same places, nothing
 * but running heads and feet is between them, and the second repeats the heads of the first or has none.
 */
export function joinTables(tables: readonly Table[], pages: readonly Page[]): Table[] {
  const joined: Table[] = [];
  for (const [at, table] of tables.entries()) {
    const [whole, before] = [joined.at(-1), tables[at - 1]];
    if (whole !== undefined && before !== undefined && follows(before, table, pages) && goesOn(whole, before, table))
      joined.splice(-1, 1, append(whole, table));
    else joined.push(table);
  }
  return joined;
}

function follows(before: Table, next: Table, pages: readonly Page[]): boolean {
  return before.page === next.page - 1 && nothingBelow(before, pages) && nothingAbove(next, pages);
}

function goesOn(whole: Table, before: Table, next: Table): boolean {
  if (next.title !== undefined && !continued.test(next.title) && normal(next.title) !== normal(whole.title ?? '')) return false;
  if (!columnsMatch(before, next)) return false;
  return headCount(next) === 0 || hasSameHeads(whole, next) || continuesWords(whole, next);
}

function hasSameHeads(a: Table, b: Table): boolean {
  return a.headers.length === b.headers.length && a.headers.every((head, at) => normal(head) === normal(b.headers[at] ?? ''));
}

/** In a table of words alone, any first row looks like heads; where rules give the columns and no title comes between, it is one more row. */
function continuesWords(whole: Table, next: Table): boolean {
  const ruled = next.method === 'lattice' && whole.method === 'lattice';
  return ruled && next.title === undefined && headCount(next) === 1 && headCount(whole) === 1 && isWordy(whole) && isWordy(next);
}

/** Share of the cells that may be numbers in a table of words. */
const fewFigures = 0.2;

function isWordy({ cells }: Table): boolean {
  return cells.filter(({ text }) => isFigure(text)).length <= fewFigures * cells.length;
}

function normal(text: string): string {
  return text
    .replace(continued, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

function headCount({ cells }: Table): number {
  return Math.max(0, ...cells.filter((cell) => cell.header === 'column').map((cell) => cell.row + cell.row_span));
}

function rowCount({ cells }: Table): number {
  return Math.max(0, ...cells.map((cell) => cell.row + cell.row_span));
}

/** The first table with the rows of the second below its own. */
function append(whole: Table, next: Table): Table {
  const dropped = hasSameHeads(whole, next) ? headCount(next) : 0;
  const shift = rowCount(whole) - dropped;
  const added = next.cells.filter((cell) => cell.row >= dropped).map((cell): TableCell => moved(cell, shift, next.page));
  const cells = [...whole.cells, ...added];
  const columns = Math.max(...cells.map((cell) => cell.column + cell.column_span));
  const notes = [...new Set([...(whole.notes ?? []), ...(next.notes ?? [])])];
  return {
    ...whole,
    pages: [...(whole.pages ?? [whole.page]), next.page],
    confidence: Math.min(whole.confidence, next.confidence),
    ...(notes.length > 0 && { notes }),
    ...readable(cells, rowCount(whole) + rowCount(next) - dropped, columns, headCount(whole)),
    cells,
  };
}

/** What looked like a head of the second part is a row of the whole. */
function moved({ header, ...cell }: TableCell, shift: number, page: number): TableCell {
  return { ...cell, row: cell.row + shift, page, ...(header === 'row' && { header }) };
}
