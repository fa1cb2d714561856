import type { ReaderSource } from '../../reader.ts';
import type { PageLabels } from '../../labels/bind.ts';
import { phraseIndex } from '../../labels/find-labels.ts';
import type { Segment } from '../../labels/page-segments.ts';
import { unionOf } from '../../../../model/box.ts';
import type { Items } from './fold-rows.ts';
import { foldRows } from './fold-rows.ts';
import { itemBands } from './item-bands.ts';
import type { Area, ItemGrid, ItemRow } from './item-rows.ts';
import { mayBeSum } from './item-rows.ts';
import { itemsOfTable } from './item-tables.ts';

/** The line items of an invoice, and the parts of its pages where labels of sums mean columns. */
export interface FoundItems {
  items?: Items;
  areas: Area[];
}

/** Labels of these end a list of items. */
const sums: ReadonlySet<string> = new Set(['subtotal', 'total_tax', 'total', 'amount_due', 'discount', 'shipping']);

/** The line items of an invoice: of the tables that were found, and of bands below header words where that tells more. */
export function readItems({ document, type, locale }: ReaderSource, pages: readonly PageLabels[]): FoundItems {
  const columns = Object.values(type.fields).find(({ kind }) => kind === 'items')?.columns ?? {};
  const index = phraseIndex(Object.entries(columns), locale.languages);
  const tables = document.tables.flatMap((table) => itemsOfTable(table, index) ?? []);
  const bands = itemBands(
    pages.map((labels) => ({ map: labels.map, endsItems: (segment) => isSum(segment, labels) })),
    index,
  );
  const read = [tables, bands].map((grids) => {
    const cut = grids
      .map(({ header, rows }): ItemGrid => ({ header, rows: uptoSums(rows, pages) }))
      .filter(({ rows }) => foldRows(rows, locale) !== undefined);
    const items = foldRows(
      cut.flatMap(({ rows }) => rows),
      locale,
    );
    return { found: { ...(items && { items }), areas: cut.flatMap(areasOf) }, worth: worthOf(items) };
  });
  return read.reduce((a, b) => (b.worth > a.worth ? b : a)).found;
}

/** What a header and the rows below it take of each page. */
function areasOf({ header, rows }: ItemGrid): Area[] {
  const byPage = Map.groupBy<number, Area>([header, ...rows], ({ page }) => page);
  return [...byPage].map(([page, parts]) => ({ page, box: unionOf(parts.map(({ box }) => box)) }));
}

/** Whether a segment begins with the label of a sum. */
function isSum({ line, from }: Segment, { byLine }: PageLabels): boolean {
  return (byLine.get(line) ?? []).some((hit) => hit.from === from && hit.claims.some(({ field }) => sums.has(field)));
}

/** Rows of a table down to the first whose words name a sum, and which has no quantity or price. */
function uptoSums(rows: readonly ItemRow[], pages: readonly PageLabels[]): ItemRow[] {
  const end = rows.findIndex(({ page, box, cells }) => {
    if (!mayBeSum(cells)) return false;
    const labels = pages.find(({ map }) => map.page.page === page);
    return labels?.map.rowsBetween(box[1] - 1, box[3] - 1).some((segment) => segment.box[0] >= box[0] - 1 && isSum(segment, labels)) ?? false;
  });
  return end < 0 ? [...rows] : rows.slice(0, end);
}

/** How many cells there are, and how many rows are what their quantity costs: a grid that is read askew has few of either. */
function worthOf(items: Items | undefined): number {
  const rows = items?.rows ?? [];
  const right = rows.filter(({ quantity, unit_price: price, amount }) =>
    typeof quantity === 'number' && typeof price === 'number' && typeof amount === 'number' ? Math.abs(quantity * price - amount) < 0.011 : false,
  );
  return right.length * 3 + rows.filter(({ amount, description }) => amount !== undefined && description !== undefined).length;
}
