import type { Claim, LabelHit } from '../../labels/find-labels.ts';
import type { ItemColumn } from './item-rows.ts';
import { itemColumns } from './item-rows.ts';

/** Columns of which one must be there, and those that tell line items from other tables. */
const needed: readonly ItemColumn[] = ['amount', 'unit_price'];
const telling: readonly ItemColumn[] = ['description', 'quantity', 'item_number'];
const fewest = 3;

/** Gives each place of a header a column, and each column one place: what has few meanings first, then the more telling phrase, then what stands further left. */
export function columnsOf(claims: readonly (readonly Claim[])[]): (ItemColumn | undefined)[] {
  const columns: (ItemColumn | undefined)[] = claims.map(() => undefined);
  const wishes = claims.flatMap((list, at) => list.map(({ field, strength }) => ({ at, field, strength, meanings: list.length })));
  wishes.sort((a, b) => a.meanings - b.meanings || b.strength - a.strength || (a.field === 'amount' ? b.at - a.at : a.at - b.at));
  for (const { at, field } of wishes) {
    const column = itemColumns.find((name) => name === field);
    if (column !== undefined && columns[at] === undefined && !columns.includes(column)) columns[at] = column;
  }
  return columns;
}

/** Whether columns are those of line items: something is sold at a price. */
export function areItems(columns: readonly (ItemColumn | undefined)[]): boolean {
  const known = columns.filter((column) => column !== undefined);
  if (known.length === 2) return known.includes('description') && known.includes('amount');
  return known.length >= fewest && needed.some((column) => known.includes(column)) && telling.some((column) => known.includes(column));
}

/** For each word before a label that it may be a part of. */
const perLead = 0.7;

/** What the labels in one header cell speak for together. */
export function claimsOf(hits: readonly LabelHit[]): Claim[] {
  return hits.flatMap(({ claims, lead }) => claims.map(({ field, strength }) => ({ field, strength: strength * perLead ** lead })));
}
