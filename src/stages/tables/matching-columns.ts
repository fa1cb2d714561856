import type { Table } from '../../model/table.ts';

/** Points that the border of a ruled column may be off on another page. */
const ruledSlack = 4;
/** Share of the narrower one that the places of an unruled column must have in common. */
const mostlyShared = 0.5;

/** Do both tables have the same columns at the same places? Pages for two-sided print are shifted as a whole, which is allowed for. */
export function columnsMatch(a: Table, b: Table): boolean {
  const [before, after] = [columnsOf(a), columnsOf(b)];
  if (before.length !== after.length || before.length < 2) return false;
  const shift = (after[0]?.[0] ?? 0) - (before[0]?.[0] ?? 0);
  return before.every(([from, to], at) => {
    const [start, end] = after[at] ?? [0, 0];
    const [x0, x1] = [start - shift, end - shift];
    if (a.method === 'lattice' && b.method === 'lattice') return Math.abs(x0 - from) <= ruledSlack && Math.abs(x1 - to) <= ruledSlack;
    return Math.min(x1, to) - Math.max(x0, from) >= mostlyShared * Math.min(x1 - x0, to - from);
  });
}

/** Where the columns of a table stand, by the cells that are in one alone. */
function columnsOf({ cells }: Table): [from: number, to: number][] {
  const columns: [number, number][] = [];
  const count = Math.max(0, ...cells.map((cell) => cell.column + cell.column_span));
  for (let column = 0; column < count; column++) {
    const own = cells.filter((cell) => cell.column === column && cell.column_span === 1 && cell.bbox[2] > cell.bbox[0]);
    if (own.length === 0) return [];
    columns.push([Math.min(...own.map(({ bbox }) => bbox[0])), Math.max(...own.map(({ bbox }) => bbox[2]))]);
  }
  return columns;
}
