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

/** A row of line items before its texts are read: wrapped descriptions are rows of their own. */
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
  rows: ItemRow[];
}

/** Whether a row may be one of a sum: it has a figure, and not both quantity and price. Lines of a header that is wrapped have none. */
export function mayBeSum(cells: ItemRow['cells']): boolean {
  const isLine = /\d/.test(cells.quantity ?? '') && /\d/.test(cells.unit_price ?? '');
  return !isLine && Object.values(cells).some((text) => /\d/.test(text));
}

/** Whether a row says how many or at what price: the rows of sums do not. */
export function isPriced({ quantity, unit_price: price }: ItemRow['cells']): boolean {
  return /\d/.test(quantity ?? '') || /\d/.test(price ?? '');
}
