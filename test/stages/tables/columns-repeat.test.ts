import { describe, expect, it } from 'vitest';
import { findTables } from '../../../src/stages/tables/find-tables.ts';
import { typedPage } from '../../support/typed-page.ts';

describe('a table in parts beside each other', () => {
  it('is as many tables when the names of its columns come again', () => {
    const tables = findTables(
      typedPage(`
Age     Persons        Age     Persons
0        12,044        4        11,871
1        12,101        5        11,640
2        11,982        6        11,102
3        11,904
`),
    );
    expect(tables.map(({ cells }) => cells.map((cell) => cell.text).join(' '))).toEqual([
      'Age Persons 0 12,044 1 12,101 2 11,982 3 11,904',
      'Age Persons 4 11,871 5 11,640 6 11,102',
    ]);
    expect(tables[1]?.cells.at(-1)).toMatchObject({ row: 3, column: 1 });
  });

  it('stays one table when only the names behind the first column come again', () => {
    const tables = findTables(
      typedPage(`
Town       Men    Women    Men    Women
Aarau      101      142    166      104
Bern       221      202    213      274
Chur       311      382    303      314
`),
    );
    expect(tables).toHaveLength(1);
  });
});
