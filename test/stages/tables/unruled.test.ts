import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../src/stages/tables/cell-text.ts';
import { findTables } from '../../../src/stages/tables/find-tables.ts';
import { inkOf } from '../../../src/stages/tables/page-ink.ts';
import type { PageInk } from '../../../src/stages/tables/page-ink.ts';
import { unruledTables } from '../../../src/stages/tables/unruled.ts';
import { drawnGrid } from '../../support/drawn-grid.ts';
import type { GridRules } from '../../support/drawn-grid.ts';
import { isSame } from '../../support/same-grid.ts';
import { typedPage } from '../../support/typed-page.ts';

/** The cells of each table, as `row,column text`, spans behind. */
function tablesOn(ink: PageInk): string[][] {
  return unruledTables(ink, () => undefined).map(({ cells }) =>
    cells.map(({ row, column, row_span, column_span, words }) => {
      const spans = row_span + column_span > 2 ? ` ${row_span}x${column_span}` : '';
      return `${row},${column} ${cellText(words)}${spans}`;
    }),
  );
}

describe('unruled tables', () => {
  it('reads columns of numbers below their names, with gaps', () => {
    const [cells] = tablesOn(
      typedPage(`
Country        Births    Deaths    Change
Albania         1,204       980       224
Bhutan            310
Chile          22,901    10,077    12,824
Denmark         6,104                 -12
`),
    );
    expect(cells).toContain('0,3 Change');
    expect(cells).toContain('2,1 310');
    expect(cells).toContain('4,3 -12');
    expect(cells).toHaveLength(17);
  });

  it('joins the lines of a label that was broken for want of room', () => {
    const [cells] = tablesOn(
      typedPage(`
Measure                  2001      2002
======================================
Income of households     14.2      15.1
and of persons
Prices                    3.0       3.1
Rents in large towns      7.7       8.8
and villages
======================================
`),
    );
    expect(cells).toContain('1,0 Income of households and of persons');
    expect(cells).toContain('3,0 Rents in large towns and villages');
  });

  it('keeps the name of a group of rows in the first column and in a row of its own', () => {
    const [cells] = tablesOn(
      typedPage(`
Age              Men     Women
Northern provinces
0 to 14        1,010       998
15 to 64       5,220     5,305
Southern provinces
0 to 14          870       860
15 to 64       4,120     4,305
`),
    );
    expect(cells).toContain('1,0 Northern provinces');
    expect(cells).toContain('4,0 Southern provinces');
    expect(cells).toContain('6,2 4,305');
  });

  it('lets a heading span the columns that the rule below it covers, and a name beside it reach down', () => {
    const [cells] = tablesOn(
      typedPage(`
==================================================
                 Urban               Rural
              =============      =============
Year          Boys    Girls      Boys    Girls
==================================================
2001           101      102       103      104
2002           201      202       203      204
2003           301      302       303      304
==================================================
`),
    );
    expect(cells).toContain('0,1 Urban 1x2');
    expect(cells).toContain('0,3 Rural 1x2');
    expect(cells).toContain('0,0 Year 2x1');
    expect(cells).toContain('1,4 Girls');
  });

  it('takes a currency sign that stands apart, a percent sign and the mark of a note into the cell of their number', () => {
    const [cells] = tablesOn(
      typedPage(`
Item             Cost      Share
Timber    $       120       12 %
Nails     $     1,300       30 %
Glue      $        80 *      8 %
Paint     $       510       50 %
`),
    );
    expect(cells).toContain('1,1 $ 120');
    expect(cells).toContain('2,2 30 %');
    expect(cells).toContain('3,1 $ 80 *');
  });

  it('leaves the title above and the notes below the rules out of the grid', () => {
    const [cells] = tablesOn(
      typedPage(`
Table 4. Passengers by line and year
====================================
Line            2001       2002
====================================
North          1,010      1,020
South          2,010      2,020
West           3,010      3,020
====================================
Source: the operators' own counts in each year
`),
    );
    expect(cells?.join(' ')).not.toMatch(/Table 4|Source/);
    expect(cells).toHaveLength(12);
  });

  it('takes lines below the text of an item for its details, and not what stands over the table', () => {
    const found = tablesOn(
      typedPage(`
Invoice no.    30064      Customer    4774
Date           7 May

===================================================
No.   Item                        Price      Amount
===================================================
1     Small business exchange      3.89        3.89
      Basic fee
      01.05.14-31.05.14
2     Large business exchange      5.39       10.78
      Basic fee
      Service: north
3     Setting up                  20.00       20.00
===================================================
`),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('0,1 Item');
    expect(found[0]).toContain('1,1 Small business exchange Basic fee 01.05.14-31.05.14');
    expect(found[0]).toContain('2,1 Large business exchange Basic fee Service: north');
    expect(found[0]).toContain('3,3 20.00');
  });

  it('tells the table of one column of a page from the text of the other', () => {
    const found = tablesOn(
      typedPage(`
Town         Men    Women      The figures on the left were counted in
Aarau        101      102      spring by hand and then checked against
Bern         201      202      the lists that the towns had kept of the
Chur         301      302      people who moved in or away while it was
Genf         401      402      still winter, and those who were born in
Lugano       501      502      the meantime, so that nobody was counted
Sion         601      602      twice and nobody forgotten by mistake.
`),
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.join(' ')).not.toContain('figures');
  });

  it.each<GridRules>(['none', 'horizontal', 'zebra'])('gives back grids that were made up, with rules: %s', (rules) => {
    const grids = Array.from({ length: 100 }, (_, at) => drawnGrid(at + 10_001, rules));
    const same = grids.filter((grid) => isSame(grid, findTables(inkOf(grid.page, grid.drawing))));
    expect(same.length).toBeGreaterThanOrEqual(95);
  });

  it('stays calm on any geometry', () => {
    const number = fc.oneof(fc.double({ min: -1000, max: 2000, noNaN: true }), fc.constantFrom(NaN, Infinity, -Infinity, 1e30, -1e30, 0));
    const word = fc.record({ text: fc.constantFrom('12', 'word', '$', '....', '•', '%', '(3)'), box: fc.tuple(number, number, number, number) });
    const page = fc.array(fc.record({ words: fc.array(word, { maxLength: 8 }), size: fc.oneof(number, fc.constant(10)) }), { maxLength: 30 });
    fc.assert(
      fc.property(page, (rows) => {
        const lines = rows.map(({ words, size }) => ({ text: '', box: [0, 0, 1, 1] as const, words, size }));
        const ink = inkOf(
          { page: 1, width: 612, height: 792, rotation: 0, method: 'text', text: '', lines },
          { edges: [], fills: [], images: [], strokes: [], ignored: 0 },
        );
        for (const { box, xs, ys, cells } of unruledTables(ink, () => undefined)) {
          expect([...box, ...xs, ...ys, ...cells.flatMap((cell) => [...cell.box])].every(Number.isFinite)).toBe(true);
          expect(new Set(cells.map((cell) => `${cell.row},${cell.column}`)).size).toBe(cells.length);
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('looks at 20,000 words within a second of computing', { timeout: 60_000 }, () => {
    const lines = Array.from({ length: 1000 }, (_, row) => {
      const [y0, y1] = [row * 0.8, row * 0.8 + 0.7];
      const words = Array.from({ length: 20 }, (_word, at) => ({
        text: String((row * 37 + at * 11) % 997),
        box: [10 + at * 28, y0, 24 + at * 28, y1] as const,
      }));
      return { text: '', box: [10, y0, 560, y1] as const, words, size: 0.7 };
    });
    const page = { page: 1, width: 612, height: 842, rotation: 0, method: 'text', text: '', lines } as const;
    const ink = inkOf({ ...page, lines }, { edges: [], fills: [], images: [], strokes: [], ignored: 0 });
    const times = Array.from({ length: 3 }, () => {
      const start = process.cpuUsage();
      unruledTables(ink, () => undefined);
      return process.cpuUsage(start).user / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(1000);
  });
});
