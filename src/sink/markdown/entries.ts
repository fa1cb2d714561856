import type { Box, Line, Page, Word } from '../../model/page.ts';
import type { Table } from '../../model/table.ts';

/** What stands on a page, in reading order. */
export type Entry = { kind: 'line'; line: Line } | { kind: 'table'; table: Table };

/**
 * The lines of a page with the tables in their places: where the first of their words would be read. What stands in a table is not said twice, nor are its title and its notes;
 * running heads and feet are left out.
 */
export function entriesOf(page: Page, tables: readonly Table[]): Entry[] {
  const starting = tables.filter((table) => table.page === page.page);
  const parts = tables.flatMap((table) => partOf(table, page.page));
  const waiting = new Set(starting);
  const entries: Entry[] = [];
  const place = (table: Table): void => {
    if (waiting.delete(table)) entries.push({ kind: 'table', table });
  };
  for (const line of page.lines) {
    if (line.furniture !== undefined || isPageNumber(line, page)) continue;
    const rest: Word[] = [];
    for (const word of line.words) {
      const part = parts.find(({ box }) => holds(box, word.box));
      if (part === undefined) rest.push(word);
      else place(part.table);
    }
    if (rest.length > 0 && !parts.some((part) => belongsTo(line, part))) entries.push({ kind: 'line', line: without(line, rest) });
  }
  starting.forEach(place);
  return entries;
}

/** A number alone above or below all else counts the pages, also in a document too short for it to be known as furniture. */
function isPageNumber({ text, box }: Line, { height, lines }: Page): boolean {
  if (!/^[-–—\s]*(?:\d{1,4}|[ivxlc]{1,6})[-–—\s]*$/.test(text)) return false;
  const others = lines.filter((line) => line.box !== box && line.furniture === undefined);
  const isLast = box[1] > (1 - edge) * height && others.every((line) => line.box[3] <= box[1]);
  return isLast || (box[3] < edge * height && others.every((line) => line.box[1] >= box[3]));
}

/** Share of the page's height. */
const edge = 0.18;

interface Part {
  table: Table;
  box: Box;
}

/** Where a table stands on a page, if it does. */
function partOf(table: Table, page: number): Part[] {
  if (table.page === page) return [{ table, box: table.bbox }];
  const boxes = table.cells.filter((cell) => cell.page === page).map((cell) => cell.bbox);
  if (boxes.length === 0) return [];
  const side = (at: number, pick: (...values: number[]) => number): number => pick(...boxes.map((box) => box[at] ?? 0));
  return [{ table, box: [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)] }];
}

function holds([x0, y0, x1, y1]: Box, word: Box): boolean {
  const [x, y] = [(word[0] + word[2]) / 2, (word[1] + word[3]) / 2];
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

/** Whether a line is the table's title or one of its notes, or a piece of them: it says the same, and stands near. */
function belongsTo({ text, box, size }: Line, { table, box: region }: Part): boolean {
  const said = plain(text);
  const distance = Math.max(region[1] - box[3], box[1] - region[3]);
  if (said === '' || distance > near * size) return false;
  return [table.title ?? '', ...(table.notes ?? [])].some((note) => plain(note).includes(said));
}

/** Heights of the type. */
const near = 8;

function plain(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}

function without(line: Line, words: Word[]): Line {
  if (words.length === line.words.length) return line;
  const side = (at: number, pick: (...values: number[]) => number): number => pick(...words.map(({ box }) => box[at] ?? 0));
  const box: Box = [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)];
  return { ...line, words, box, text: words.map((word) => word.text).join(' ') };
}
