import { describe, expect, it } from 'vitest';
import { headRows } from '../../../src/stages/tables/headers.ts';
import type { TextCell } from '../../../src/stages/tables/headers.ts';

/** A grid of texts; `<` belongs to the cell at its left. */
function cellsOf(rows: readonly string[]): [cells: TextCell[], rows: number, columns: number] {
  const texts = rows.map((row) => row.split('|').map((text) => text.trim()));
  const cells = texts.flatMap((row, r) =>
    row.flatMap((text, c): TextCell[] => {
      if (text === '<') return [];
      const after = row.slice(c + 1).findIndex((other) => other !== '<');
      return [{ row: r, column: c, row_span: 1, column_span: after < 0 ? row.length - c : after + 1, text }];
    }),
  );
  return [cells, rows.length, texts[0]?.length ?? 0];
}

const heads = (...rows: string[]): number => headRows(...cellsOf(rows));

describe('the rows that name the columns', () => {
  it('end above the first numbers', () => {
    expect(heads('Kind | Spring | Summer', 'Rye | 12 | 14', 'Oats | 3 | 5')).toBe(1);
    expect(heads(' | Spring | <', ' | white | whole', 'Rye | 12 | 14', 'Oats | 3 | 5')).toBe(2);
  });

  it('end above a row of dashes and of a number in words', () => {
    expect(heads(' | Limit | < | <', ' | air | water | land', 'Carbon | 100 million | - | -', 'Methane | 100 | - | -', 'Oxide | 10 | - | -')).toBe(2);
  });

  // The name over two columns made the row below it a head, whatever stood there.
  it('end above a row of numbers with a name, also below a head over several columns', () => {
    expect(heads('Code and name | < | t | US$', '0301 | Fish | 1 | 25', '0302 | Fresh fish | 7 | 71', '0303 | Frozen fish | 9 | 90')).toBe(1);
  });

  it('may be numbers themselves where no name stands before them', () => {
    expect(heads('Pupils | Grade | < | <', ' | 4 | 8 | 12', 'North | 20 | 21 | 18', 'South | 11 | 30 | 19')).toBe(2);
  });

  it('have a text over all columns only above others', () => {
    expect(heads('All scenarios | < | <', 'Class | Low | High', 'Small | 3 | 4', 'Large | 9 | 12')).toBe(2);
    expect(heads('Improved | < | <', 'Small | 3 | 4', 'Large | 9 | 12', 'Old | < | <', 'Small | 2 | 3')).toBe(0);
  });
});
