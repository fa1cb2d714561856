import { exactUnits } from '../../../../values/exact-decimal.ts';
import { unionOf } from '../../../../model/box.ts';
import type { FieldRow, FieldValue } from '../../../../model/field.ts';
import type { Box } from '../../../../model/page.ts';
import type { Locale } from '../../../../values/candidate.ts';
import { readValue } from '../../../../values/read-value.ts';
import type { ItemColumn, ItemRow } from './item-rows.ts';

/** Line items, and where they stand. */
export interface Items {
  rows: FieldRow[];
  page: number;
  box: Box;
  raw: string;
  /** What their amounts make together, in ten-thousandths. */
  sum?: bigint;
}

/** A line item while its rows are put together. */
interface Draft {
  cells: Partial<Record<ItemColumn, string>>;
  numbers: Partial<Record<ItemColumn, number>>;
  unit?: string;
  source: ItemRow;
}

/** Columns of numbers: a row that fills one again begins another item. */
const numeric: readonly ItemColumn[] = ['quantity', 'unit_price', 'amount', 'tax_rate'];

/** Puts rows together to items: what wraps belongs to the item above it, what names no price is no item. */
export function foldRows(rows: readonly ItemRow[], locale: Locale): Items | undefined {
  const drafts: Draft[] = [];
  for (const row of rows) {
    const numbers = numbersOf(row, locale);
    const draft = drafts.at(-1);
    const begins = numeric.some((column) => numbers[column] !== undefined && draft?.numbers[column] !== undefined);
    if (draft !== undefined && !begins) goOn(draft, row, numbers);
    else if (Object.keys(numbers).length > 0) drafts.push({ cells: { ...row.cells }, numbers, ...unitOf(row.cells), source: row });
  }
  const items = drafts.filter(isItem);
  const [first] = items;
  if (first === undefined) return undefined;
  const page = first.source.page;
  const own = items.filter(({ source }) => source.page === page);
  const raw = items.map(({ cells }) => Object.values(cells).join(' | ')).join('\n');
  const amounts = items.map(({ numbers }) => exactUnits(String(numbers.amount)));
  const sum = amounts.reduce((all, amount) => (all === undefined || amount === undefined ? undefined : all + amount), 0n);
  return { rows: items.map(rowOf), ...(sum !== undefined && { sum }), page, box: unionOf(own.map(({ source }) => source.box)), raw };
}

function goOn(draft: Draft, row: ItemRow, numbers: Draft['numbers']): void {
  for (const [column, value] of Object.entries(numbers) as [ItemColumn, number][]) {
    draft.numbers[column] ??= value;
    draft.cells[column] ??= row.cells[column] ?? '';
  }
  draft.unit ??= unitOf(row.cells).unit ?? '';
  const { description } = row.cells;
  if (description !== undefined && (row.close || draft.cells.description === undefined))
    draft.cells.description = draft.cells.description === undefined ? description : `${draft.cells.description} ${description}`;
}

function isItem({ cells, numbers }: Draft): boolean {
  const { amount, quantity, unit_price: price } = numbers;
  const named = cells.description ?? cells.item_number;
  return named !== undefined && /\p{L}|\d/u.test(named) && (amount !== undefined || (quantity !== undefined && price !== undefined));
}

function numbersOf({ cells }: ItemRow, locale: Locale): Draft['numbers'] {
  const numbers: Draft['numbers'] = {};
  for (const column of numeric) {
    const value = cells[column] === undefined ? undefined : numberIn(cells[column], locale);
    if (value !== undefined) numbers[column] = value;
  }
  return numbers;
}

/** The number that a cell begins or ends with: "20 pcs", "€ 3.90", "EUR 3.90 / pc". */
function numberIn(cell: string, locale: Locale): number | undefined {
  const text = cell.slice(0, 60);
  for (const part of [text, ...text.split(' ')]) {
    for (const kind of ['amount', 'percent', 'number'] as const) {
      const value = readValue(kind, part, locale);
      if (typeof value?.value === 'number') return value.value;
    }
  }
  return undefined;
}

/** "20 pcs": the unit stands behind the quantity. */
function unitOf({ quantity, unit }: ItemRow['cells']): { unit?: string } {
  const behind = /^[\d.,' ]{1,20}\s?(\p{L}[\p{L}\d².()]{0,15})$/u.exec(quantity ?? '')?.[1];
  const found = unit ?? behind;
  return found === undefined || !/\p{L}/u.test(found) ? {} : { unit: found };
}

/** Names and order as in the fields of e-invoices. */
function rowOf({ cells, numbers, unit }: Draft): FieldRow {
  const row: Record<string, FieldValue> = {};
  const put = (name: string, value: FieldValue | undefined): void => {
    if (value !== undefined && value !== '') row[name] = value;
  };
  put('position', cells.position);
  put('description', cells.description);
  put('item_number', cells.item_number);
  put('quantity', numbers.quantity);
  put('unit', unit);
  put('unit_price', numbers.unit_price);
  put('tax_rate', numbers.tax_rate);
  put('amount', numbers.amount);
  return row;
}
