import type { PageLabels } from '../../labels/bind.ts';
import type { ItemRow } from './item-rows.ts';

/** What the words that a row begins with make of it: a line, what is charged or taken off with the lines or below them, or a sum. */
export type Role = 'line' | 'extra' | 'sum';

export type RoledRow = ItemRow & { role: Role };

const sums: ReadonlySet<string> = new Set(['subtotal', 'total_tax', 'total', 'amount_due']);
const extras: ReadonlySet<string> = new Set(['discount', 'shipping']);

/** Tells lines from sums by the labels that rows begin with; a row with both quantity and price is a line, whatever it begins with. */
export function withRoles(rows: readonly ItemRow[], pages: readonly PageLabels[]): RoledRow[] {
  const byPage = new Map(pages.map((labels) => [labels.map.page.page, labels]));
  return rows.map((row) => {
    const labels = byPage.get(row.page);
    return { ...row, role: labels === undefined || !mayBeSum(row.cells) ? 'line' : roleOf(row, labels) };
  });
}

/** A row has a figure, and not both quantity and price. Lines of a header that is wrapped have none. */
function mayBeSum(cells: ItemRow['cells']): boolean {
  const isLine = /\d/.test(cells.quantity ?? '') && /\d/.test(cells.unit_price ?? '');
  return !isLine && Object.values(cells).some((text) => /\d/.test(text));
}

function roleOf({ box }: ItemRow, { map, byLine }: PageLabels): Role {
  const segments = map.rowsBetween(box[1] - 1, box[3] - 1).filter((segment) => segment.box[0] >= box[0] - 1 && segment.box[0] < box[2]);
  const fields = segments.flatMap(({ line, from }) =>
    (byLine.get(line) ?? []).filter((hit) => hit.from === from).flatMap(({ claims }) => claims.map(({ field }) => field)),
  );
  if (fields.some((field) => sums.has(field))) return 'sum';
  return fields.some((field) => extras.has(field)) ? 'extra' : 'line';
}
