import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/model/table.ts';
import { joinTables } from '../../../src/stages/tables/join.ts';
import { drawGrid } from '../../support/draw-grid.ts';
import type { GridStyle } from '../../support/draw-grid.ts';
import { drawnPdf, put } from '../../support/drawn-pdf.ts';
import type { Grid } from '../../support/random-grid.ts';
import { readDocument } from '../../support/read-document.ts';
import { tablesOf } from '../../support/read-tables.ts';

const heads = ['Goods', 'Count', 'Price'];
const first = ['Bolt', 'Screw', 'Washer', 'Nail'].map((name, at) => [name, `1${at}`, `${at}.50`]);
const second = ['Hook', 'Ring', 'Chain', 'Cable'].map((name, at) => [name, `2${at}`, `${at}.75`]);
const head: [number, number, string] = [250, 780, 'Stock of the year'];

function gridOf(rows: readonly (readonly string[])[]): Grid {
  const cells = rows.flatMap((texts, row) => texts.map((text, column) => ({ row, column, row_span: 1, column_span: 1, text, right: column > 0 })));
  return { widths: [120, 80, 80], heights: rows.map(() => 18), cells };
}

/** The joined tables of a document with a table low on its first page and one high on its second. */
async function joined(
  parts: readonly [string[][], string[][]],
  { style = 'lines', left = 60, between = [] }: { style?: GridStyle; left?: number; between?: [number, number, string][] } = {},
): Promise<Table[]> {
  const [upper, lower] = [gridOf(parts[0]), gridOf(parts[1])];
  const bytes = drawnPdf([
    { content: [drawGrid(upper, style, 60, 790 - 18 * upper.heights.length), put([head])].join('\n') },
    { content: [drawGrid(lower, style, left, 60), put([head, ...between])].join('\n') },
  ]);
  return joinTables((await tablesOf(bytes, 2)).flat(), (await readDocument(bytes)).pages);
}

describe('a table that goes on over pages', () => {
  it.each(['lines', 'level'] as const)('is one, without the heads that come again: %s', async (style) => {
    const [table, ...others] = await joined(
      [
        [heads, ...first],
        [heads, ...second],
      ],
      { style },
    );
    expect(others).toEqual([]);
    expect(table).toMatchObject({ page: 1, pages: [1, 2], headers: heads, rows: [...first, ...second] });
    expect(table?.cells.find(({ text }) => text === 'Hook')).toMatchObject({ row: 5, page: 2 });
    expect(table?.cells.find(({ text }) => text === 'Nail')?.page).toBeUndefined();
  });

  it('is one when its second part has no heads', async () => {
    expect(await joined([[heads, ...first], second])).toMatchObject([{ headers: heads, rows: [...first, ...second] }]);
  });

  it('is one when the second page is set further to the left', async () => {
    expect(
      await joined(
        [
          [heads, ...first],
          [heads, ...second],
        ],
        { left: 40 },
      ),
    ).toHaveLength(1);
  });

  it('is one when its title comes again and says so', async () => {
    expect(
      await joined(
        [
          [heads, ...first],
          [heads, ...second],
        ],
        { between: [[60, 745, 'Table 1: Goods (continued)']] },
      ),
    ).toHaveLength(1);
  });
});

describe('tables on pages that follow each other', () => {
  it('are two when their heads differ', async () => {
    expect(
      await joined([
        [heads, ...first],
        [['Goods', 'Weight', 'Length'], ...second],
      ]),
    ).toHaveLength(2);
  });

  it('are two when text stands between', async () => {
    const between: [number, number, string][] = [[60, 745, 'Here begins another story, which is told in a line of its own.']];
    expect(await joined([[heads, ...first], second], { between })).toHaveLength(2);
  });

  it('are two when the second has a title of its own', async () => {
    expect(
      await joined(
        [
          [heads, ...first],
          [heads, ...second],
        ],
        { between: [[60, 745, 'Table 2: Other goods']] },
      ),
    ).toHaveLength(2);
  });
});
