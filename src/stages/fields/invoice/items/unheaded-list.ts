import { unionOf } from '../../../../model/box.ts';
import type { Box } from '../../../../model/page.ts';
import { exactUnits, magnitude } from '../../../../values/exact-decimal.ts';
import type { Candidate } from '../../../../values/candidate.ts';
import type { Binding, PageLabels } from '../../labels/bind.ts';
import type { PageMap } from '../../labels/page-map.ts';
import { sameRow } from '../../labels/page-map.ts';
import { heightOf } from '../../labels/places.ts';
import type { ItemGrid, ItemRow } from './item-rows.ts';

/** How far apart the right edges of amounts in one column may be, in points: a closing bracket or a currency is narrower still. */
const slack = 4;
/** Blank between lines of a list, in heights of the type. */
const mostBlank = 2;
/** One amount above a sum of the same amount is no list. */
const fewest = 2;
/** Most amounts above a sum, and most sums, that are looked at. */
const mostRows = 60;
const mostSums = 12;

/** The lines of an invoice that heads no columns: texts and amounts straight above a sum, where they make exactly this sum. */
export function unheadedList(pages: readonly PageLabels[], sums: readonly Binding[], candidates: readonly Candidate[]): ItemGrid | undefined {
  const amounts = candidates.filter(({ kind }) => kind === 'amount');
  for (const { reading } of sums.slice(0, mostSums)) {
    const map = pages.find((labels) => labels.map.page.page === reading.page)?.map;
    const units = exactUnits(reading.decimal ?? '');
    if (map === undefined || units === undefined) continue;
    const rows = rowsMaking(
      units,
      reading.box,
      amounts.filter(({ page }) => page === reading.page),
      map,
    );
    if (rows?.[0] !== undefined) return { header: rows[0], columns: ['description', 'amount'], rows };
  }
  return undefined;
}

/** Rows above a sum, from the lowest up, until their amounts make it. */
function rowsMaking(sum: bigint, below: Box, amounts: readonly Candidate[], map: PageMap): ItemRow[] | undefined {
  const column = amounts.filter(({ box }) => Math.abs(box[2] - below[2]) <= slack && box[3] <= below[1] + slack).sort((a, b) => b.box[1] - a.box[1]);
  const rows: ItemRow[] = [];
  let left = sum;
  let last = below;
  for (const { box, decimal, raw, page } of column.slice(0, mostRows)) {
    const units = exactUnits(decimal ?? '');
    const row = textBefore(box, map);
    if (units === undefined || row === undefined || last[1] - box[3] > mostBlank * heightOf(box)) return undefined;
    rows.unshift({ page, box: unionOf([row.box, box]), cells: { description: row.text, amount: raw }, close: true });
    left -= units;
    last = box;
    if (left === 0n && rows.length >= fewest) return rows;
    if (magnitude(left) > magnitude(sum)) return undefined;
  }
  return undefined;
}

/** What stands left of an amount in its row. */
function textBefore(amount: Box, map: PageMap): { text: string; box: Box } | undefined {
  const height = heightOf(amount);
  const words = map
    .rowsBetween(amount[1] - height, amount[3])
    .filter(({ box }) => sameRow(box, amount))
    .flatMap(({ line, from, to }) => map.page.lines[line]?.words.slice(from, to) ?? [])
    .filter(({ box }) => box[2] <= amount[0])
    .sort((a, b) => a.box[0] - b.box[0]);
  const text = words.map((word) => word.text).join(' ');
  return /\p{L}{2}/u.test(text) ? { text, box: unionOf(words.map(({ box }) => box)) } : undefined;
}
