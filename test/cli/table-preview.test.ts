import { expect, it } from 'vitest';
import { tablePreview } from '../../src/cli/table-preview.ts';

it('shows the head and the first rows in columns', () => {
  expect(
    tablePreview(
      ['Item', 'Qty'],
      [
        ['Bolt', '4'],
        ['Paddle', '12'],
      ],
      80,
    ),
  ).toEqual(['Item   | Qty', '-------+----', 'Bolt   | 4', 'Paddle | 12']);
});

it('fits a narrow terminal by cutting the widest columns, and counts what it leaves out', () => {
  const rows = Array.from({ length: 20 }, () => Array.from({ length: 15 }, (_, c) => (c === 0 ? 'a rather long name of a thing' : '1')));
  const lines = tablePreview([], rows, 60);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  expect(lines[0]).toContain('a rather');
  expect(lines.at(-1)).toBe('… 12 more rows, 3 more columns');
});

it('obeys no control character of a document', () => {
  expect(tablePreview([], [['\u{1B}[31mred\n']], 80)).toEqual(['\u{FFFD}[31mred\u{FFFD}']);
});
