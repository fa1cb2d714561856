import type { Table } from '../../model/table.ts';
import type { Tell } from './candidate.ts';
import { chooseTables } from './choose.ts';
import type { PageInk } from './page-ink.ts';
import { ruledTables } from './ruled.ts';
import { tableOf } from './table-of.ts';
import { unruledTables } from './unruled.ts';

/** Finds the tables of one page, from the top down: by rules and by alignment, the better of both kept for each region. */
export function findTables(ink: PageInk, tell: Tell = () => undefined): Table[] {
  const ruled = ruledTables(ink, tell);
  const unruled = unruledTables(ink, ruled, tell);
  return chooseTables([...ruled, ...unruled], tell).map((candidate) => tableOf(candidate, ink));
}
