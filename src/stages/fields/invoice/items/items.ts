import type { FieldRow, FieldValue } from '../../../../model/field.ts';
import { unionOf } from '../../../../model/box.ts';
import type { Box } from '../../../../model/page.ts';
import type { Chosen } from './choose-lines.ts';
import type { Draft } from './fold-rows.ts';

/** Line items, and where they stand. */
export interface Items {
  rows: FieldRow[];
  page: number;
  box: Box;
  raw: string;
  /** What their amounts make together, in ten-thousandths. */
  sum?: bigint;
}

/** The lines of an invoice with the names that e-invoices give to their parts. */
export function itemsOf({ lines, sum }: Chosen): Items | undefined {
  const parts = lines.flatMap(({ rows }) => rows);
  const [first] = parts;
  if (first === undefined) return undefined;
  const box = unionOf(parts.filter(({ page }) => page === first.page).map((row) => row.box));
  const raw = lines.map(({ cells }) => Object.values(cells).join(' | ')).join('\n');
  const counted = lines.length > 1 && lines.every(({ cells }, at) => ordinal.exec(cells.item_number ?? '')?.[1] === String(at + 1));
  return { rows: lines.map((line) => rowOf(line, counted)), ...(sum !== undefined && { sum }), page: first.page, box, raw };
}

/** The place of a line in its list, alone or before its number: "3", "3.", "03 AB-17". */
const ordinal = /^0{0,3}(\d{1,4})\.?$/;
const ordinalAndMore = /^(\d{1,4}\.?)(?: (.{1,60}))?$/;

/** Names and order as in the fields of e-invoices. */
function rowOf({ cells, numbers, unit }: Draft, counted: boolean): FieldRow {
  const row: Record<string, FieldValue> = {};
  const put = (name: string, value: FieldValue | undefined): void => {
    if (value !== undefined && value !== '') row[name] = value;
  };
  const [, place, rest] = ordinalAndMore.exec(cells.position ?? '') ?? [undefined, undefined, cells.position];
  put('position', place ?? (counted ? cells.item_number : undefined));
  put('description', cells.description);
  put('item_number', counted ? rest : (cells.item_number ?? rest));
  put('quantity', numbers.quantity);
  put('unit', unit);
  put('unit_price', numbers.unit_price);
  put('tax_rate', numbers.tax_rate);
  put('amount', numbers.amount);
  return row;
}
