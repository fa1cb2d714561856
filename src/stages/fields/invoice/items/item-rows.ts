import type { Box } from '../../../../model/page.ts';

/** What the columns of line items hold, as the type file names them. */
export const itemColumns = [
  'position',
  'description',
  'item_number',
  'quantity',
  'unit',
  'unit_price',
  'discount',
  'tax_rate',
  'tax_amount',
  'amount',
] as const;

export type ItemColumn = (typeof itemColumns)[number];

/** Blank above a row that goes on with the row before it, in heights of the type. */
export const mostBlank = 0.65;

/** A row below a header of line items before its texts are read: wrapped descriptions are rows of their own. */
export interface ItemRow {
  page: number;
  box: Box;
  cells: Partial<Record<ItemColumn, string>>;
  /** Whether it stands as close below the row above it as lines of one paragraph do. */
  close: boolean;
}

/** A part of a page. */
export interface Area {
  page: number;
  box: Box;
}

/** Rows below a header that names line items. */
export interface ItemGrid {
  header: Area;
  /** From left to right; nothing where a header says nothing that is known. */
  columns: readonly (ItemColumn | undefined)[];
  rows: ItemRow[];
}

/** Whether a row says how many or at what price: the rows of sums do not. */
export function isPriced({ quantity, unit_price: price }: ItemRow['cells']): boolean {
  return /\d/.test(quantity ?? '') || /\d/.test(price ?? '');
}

/** Whether two lists have the same columns: an invoice has one list of lines, and it may go on below the same header again. */
export function areAlike(a: ItemGrid, b: ItemGrid): boolean {
  return itemColumns.every((column) => a.columns.includes(column) === b.columns.includes(column));
}
