import type { Box } from '../../../../model/page.ts';
import type { LabelHit, LabelIndex } from '../../labels/find-labels.ts';
import { findLabels } from '../../labels/find-labels.ts';
import type { PageMap } from '../../labels/page-map.ts';
import { sameRow } from '../../labels/page-map.ts';
import type { Segment } from '../../labels/page-segments.ts';
import { heightOf } from '../../labels/places.ts';
import { unionOf } from '../../../../model/box.ts';
import { areItems, claimsOf, columnsOf } from './item-header.ts';
import type { ItemColumn, ItemGrid, ItemRow } from './item-rows.ts';
import { isPriced, mostBlank } from './item-rows.ts';
import { numeric } from './item-numbers.ts';

/** Header lines above each other are at most this far apart, in heights of the type. */
const headerLeading = 1.9;
/** Share of the words of a segment that head columns. */
const leastClaimed = 0.5;
/** A blank that ends the items, in heights of the type. */
const lastBlank = 7;
/** Columns of numbers that have words in a row which heads another table. */
const leastHeads = 2;
/** Longest list in rows: no honest page has more. */
const mostRows = 300;

/** A column of a band and the words that head it. */
interface Column {
  name: ItemColumn | undefined;
  box: Box;
}

/** The line items below header words where no table was found: bands of rows down to a blank or the header of another table, and on the next page. */
export function itemBands(pages: readonly PageMap[], index: LabelIndex): ItemGrid[] {
  const grids: ItemGrid[] = [];
  let open: Header | undefined;
  for (const map of pages) {
    const words = headWords(map, index);
    const headers = headersOf(map, words);
    if (headers.length === 0 && open !== undefined) {
      const rows = rowsBelow(map, open, undefined, words);
      if (rows[0] !== undefined) grids.push({ header: rows[0], columns: namesOf(open), rows });
      else open = undefined;
    }
    let below = -Infinity;
    for (const header of headers) {
      if (header.box[1] < below) continue;
      const rows = rowsBelow(map, header, header.box, words);
      below = rows.at(-1)?.box[3] ?? header.box[3];
      grids.push({ header: { page: map.page.page, box: header.box }, columns: namesOf(header), rows });
      open = rows.length === 0 ? undefined : header;
    }
  }
  return grids;
}

/** Words that may head columns: not those of a sentence, most of whose words head nothing. */
function headWords(map: PageMap, index: LabelIndex): LabelHit[] {
  const hits = findLabels(map, index).filter(({ rest }) => rest === undefined);
  const bySegment = Map.groupBy(hits, ({ line, from }) => map.segmentAt(line, from));
  return [...bySegment].flatMap(([segment, inside]) => {
    const claimed = inside.reduce((sum, { from, to }) => sum + to - from, 0);
    return segment !== undefined && claimed >= leastClaimed * (segment.to - segment.from) ? inside : [];
  });
}

interface Header {
  columns: Column[];
  box: Box;
}

function namesOf({ columns }: Header): (ItemColumn | undefined)[] {
  return columns.map(({ name }) => name);
}

/** Rows of words that head line items, from top to bottom. */
function headersOf(map: PageMap, hits: readonly LabelHit[]): Header[] {
  const anchors = hits.filter(({ claims }) => claims.some(({ field }) => field === 'amount' || field === 'unit_price'));
  const seen = new Set<Segment>();
  return anchors.flatMap((anchor) => {
    const own = map.segmentAt(anchor.line, anchor.from);
    if (own === undefined || seen.has(own)) return [];
    const reach = headerLeading * heightOf(own.box);
    const [x0, y0, x1, y1] = own.box;
    const near = map.rowsBetween(y0 - reach, y1 + reach).filter(({ box }) => box[1] >= y0 - reach && box[3] <= y1 + reach);
    const row = near.filter((segment) => sameRow(segment.box, [x0, y0, x1, y1]));
    for (const segment of row) seen.add(segment);
    const columns = withLinesAround(row, near, hits);
    const names = columnsOf(columns.map((column) => claimsOf(column.hits)));
    if (!areItems(names)) return [];
    const box = unionOf(columns.map((column) => column.box));
    return [{ columns: columns.map((column, at) => ({ name: names[at], box: column.box })).sort((a, b) => a.box[0] - b.box[0]), box }];
  });
}

/** The columns of a header row, each with the words that stand above or below it in the same header. */
function withLinesAround(row: readonly Segment[], near: readonly Segment[], hits: readonly LabelHit[]): { box: Box; hits: LabelHit[] }[] {
  const hitsIn = ({ line, from, to }: Segment): LabelHit[] => hits.filter((hit) => hit.line === line && hit.from >= from && hit.to <= to);
  const columns = row.flatMap((segment) => {
    const inside = hitsIn(segment);
    // Several labels in one segment are columns that stand close.
    return inside.length > 1 ? inside.map((hit) => ({ box: hit.box, hits: [hit] })) : [{ box: segment.box, hits: inside }];
  });
  for (const segment of near) {
    if (row.includes(segment)) continue;
    const inside = hitsIn(segment);
    const column = columns.find(({ box }) => overlapOf(box, segment.box) > 0);
    if (column !== undefined) {
      column.box = [Math.min(column.box[0], segment.box[0]), column.box[1], Math.max(column.box[2], segment.box[2]), column.box[3]];
      if (column.hits.length === 0) column.hits.push(...inside);
    } else if (inside.length > 0) columns.push({ box: segment.box, hits: inside });
  }
  return columns;
}

/** The rows below a header; on a page that has none, from the first row that can be an item. */
function rowsBelow(map: PageMap, { columns }: Header, header: Box | undefined, words: readonly LabelHit[]): ItemRow[] {
  const rows: ItemRow[] = [];
  let last = header;
  const heads = new Set(words.map(({ line, from }) => map.segmentAt(line, from)));
  const top = header === undefined ? 0 : header[3] - 1;
  for (const segments of rowsOf(map.rowsBetween(top, map.page.height).filter((segment) => !isFurniture(segment, map)))) {
    const box = unionOf(segments.map((segment) => segment.box));
    const height = Math.min(...segments.map((segment) => heightOf(segment.box)));
    const blank = last === undefined ? Infinity : box[1] - last[3];
    if (rows.length >= mostRows || (last !== undefined && blank > lastBlank * height)) break;
    const cells = cellsOf(segments, columns, map);
    const goesOn = last === undefined || rows.some((row) => isPriced(row.cells));
    if (goesOn && segments.some((segment) => heads.has(segment)) && isHeader(cells)) break;
    if (last === undefined && !isWhole(cells, columns)) continue;
    rows.push({ page: map.page.page, box, cells, close: blank < mostBlank * height });
    last = box;
  }
  return rows;
}

/** Whether a row has all that tells a line from a sum. */
function isWhole(cells: ItemRow['cells'], columns: readonly Column[]): boolean {
  const has = (column: ItemColumn): boolean => /\d/.test(cells[column] ?? '') || !columns.some(({ name }) => name === column);
  return isPriced(cells) && has('quantity') && has('amount');
}

/** Words over columns of numbers head another table. */
function isHeader(cells: ItemRow['cells']): boolean {
  if (Object.values(cells).some((text) => /\d/.test(text))) return false;
  return numeric.filter((column) => cells[column] !== undefined).length >= leastHeads;
}

function isFurniture({ line }: Segment, map: PageMap): boolean {
  return map.page.lines[line]?.furniture !== undefined;
}

/** Segments side by side, row by row. */
function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of segments) {
    const row = rows.at(-1);
    if (row?.some(({ box }) => sameRow(box, segment.box)) === true) row.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => row.sort((a, b) => a.box[0] - b.box[0]));
}

/** Each segment goes to the column that it stands under; under several, word by word, unless it is a text that is too long for its column. */
function cellsOf(segments: readonly Segment[], columns: readonly Column[], map: PageMap): ItemRow['cells'] {
  const cells: ItemRow['cells'] = {};
  const put = (column: Column | undefined, text: string): void => {
    if (column?.name !== undefined) cells[column.name] = cells[column.name] === undefined ? text : `${cells[column.name]} ${text}`;
  };
  for (const { line, from, to, box } of segments) {
    const words = map.page.lines[line]?.words.slice(from, to) ?? [];
    const under = columns.filter((column) => overlapOf(column.box, box) > 0);
    const placed = words.map((word) => ({ text: word.text, column: nearest(columns, word.box) }));
    if (under.length <= 1) put(under[0] ?? nearest(columns, box), words.map(({ text }) => text).join(' '));
    else if (isText(placed)) put(placed[0]?.column, words.map(({ text }) => text).join(' '));
    else for (const { text, column } of placed) put(column, text);
  }
  return cells;
}

/** Words below heads of numbers, and none of them a number. */
function isText(placed: readonly { text: string; column: Column | undefined }[]): boolean {
  const below = placed.filter(({ column }) => numeric.some((name) => name === column?.name));
  return placed[0]?.column?.name === 'description' && below.length > 0 && !below.some(({ text }) => /\d/.test(text));
}

function nearest(columns: readonly Column[], box: Box): Column | undefined {
  const distance = (column: Column): number => Math.max(0, column.box[0] - box[2], box[0] - column.box[2]);
  return columns.reduce<Column | undefined>((best, column) => (best === undefined || distance(column) < distance(best) ? column : best), undefined);
}

function overlapOf(a: Box, b: Box): number {
  return Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
}
