import type { Table, TableCell } from '../../../../model/table.ts';
import type { Claim, LabelIndex } from '../../labels/find-labels.ts';
import { foldedTokens } from '../../labels/folded-tokens.ts';
import { unionOf } from '../../../../model/box.ts';
import { areItems, columnsOf } from './item-header.ts';
import type { ItemGrid, ItemRow } from './item-rows.ts';
import { mostBlank } from './item-rows.ts';

/** The line items of a table that was found, if its header names their columns. */
export function itemsOfTable(table: Table, index: LabelIndex): ItemGrid | undefined {
  const rows = [...Map.groupBy(table.cells, ({ row }) => row).values()];
  const marked = rows.filter((cells) => cells.some(({ header }) => header === 'column')).length;
  const headers = marked > 0 ? table.headers : (table.rows[0] ?? []);
  const columns = columnsOf(headers.map((text) => claimsIn(text, index)));
  if (!areItems(columns)) return undefined;
  const above = rows.slice(0, Math.max(1, marked));
  const body = rows.slice(above.length);
  const itemRows = body.map((cells, at): ItemRow => {
    const page = pageOf(cells, table);
    const before = body[at - 1];
    const close = before === undefined || (pageOf(before, table) === page && top(cells) - bottom(before) < mostBlank * heightOf(cells));
    const named = cells.flatMap(({ column, text }) => (columns[column] === undefined || text === '' ? [] : [[columns[column], text] as const]));
    return { page, box: unionOf(cells.map(({ bbox }) => bbox)), cells: Object.fromEntries(named), close };
  });
  // Only the last row of the header: what stands above it may have been put to the table by mistake.
  const last = above.at(-1) ?? [];
  return { header: { page: pageOf(last, table), box: unionOf(last.map(({ bbox }) => bbox)) }, columns, rows: itemRows };
}

/** Longest phrase of a header in its parts. */
const mostParts = 6;

/** What the phrases in a header speak for, of phrases in each other the longer. */
function claimsIn(header: string, index: LabelIndex): Claim[] {
  const tokens = foldedTokens(
    header
      .slice(0, 200)
      .split(' ')
      .map((text) => ({ text })),
  );
  const found: Claim[] = [];
  for (let from = 0; from < tokens.length;) {
    let taken = 1;
    let claims: readonly Claim[] = [];
    let key = '';
    for (let to = from; to < Math.min(tokens.length, from + mostParts); to++) {
      key += tokens[to]?.text ?? '';
      const known = index.get(key);
      if (known !== undefined) [claims, taken] = [known, to - from + 1];
    }
    found.push(...claims);
    from += taken;
  }
  return found;
}

function pageOf(cells: readonly TableCell[], table: Table): number {
  return cells[0]?.page ?? table.page;
}

function top(cells: readonly TableCell[]): number {
  return Math.min(...cells.map(({ bbox }) => bbox[1]));
}

function bottom(cells: readonly TableCell[]): number {
  return Math.max(...cells.map(({ bbox }) => bbox[3]));
}

function heightOf(cells: readonly TableCell[]): number {
  return Math.min(...cells.map(({ bbox }) => bbox[3] - bbox[1]));
}
