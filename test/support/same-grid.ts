import type { DrawnGrid, GridCell } from './drawn-grid.ts';

/** Is this grid what was found, and nothing else? */
export function isSame({ cells }: DrawnGrid, tables: readonly { cells: readonly GridCell[] }[]): boolean {
  const key = ({ row, column, row_span, column_span, text }: GridCell): string => [row, column, row_span, column_span, text].join();
  const keys = (some: readonly GridCell[]): string =>
    some
      .filter((cell) => cell.text !== '')
      .map(key)
      .sort()
      .join('\n');
  return tables.length === 1 && keys(tables[0]?.cells ?? []) === keys(cells);
}
