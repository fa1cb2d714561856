import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layoutOf, layoutText } from '../../src/layout/layout-text.ts';
import type { Line, Word } from '../../src/model/page.ts';

/** Type of one width: 5 points a character, lines 12 apart. */
function word(text: string, column: number, row: number): Word {
  return { text, box: [50 + 5 * column, 100 + 12 * row, 50 + 5 * (column + text.length), 110 + 12 * row] };
}

const line = (words: Word[], angle?: number): Line => ({
  text: words.map(({ text }) => text).join(' '),
  box: words[0]?.box ?? [0, 0, 0, 0],
  words,
  size: 10,
  ...(angle !== undefined && { angle }),
});

it('keeps columns apart by spaces and gaps by blank lines', () => {
  const lines = [
    line([word('Item', 0, 0), word('Qty', 12, 0), word('Amount', 20, 0)]),
    line([word('Bolts', 0, 1), word('4', 14, 1), word('12,00', 21, 1)]),
    line([word('Total', 0, 4), word('12,00', 21, 4)]),
  ];
  expect(layoutText({ lines })).toBe(['Item        Qty     Amount', 'Bolts         4      12,00', '', '', 'Total                12,00'].join('\n'));
});

// Templates match on one line what stands on one line, in whatever order the file draws it.
it('puts together what stands side by side, wherever it comes in the reading order', () => {
  const lines = [line([word('Invoice', 0, 0)]), line([word('Street', 0, 1)]), line([word('No.', 30, 0), word('17', 34, 0)])];
  expect(layoutText({ lines }).split('\n')[0]).toBe('Invoice                       No. 17');
});

it('sets rotated lines last, and has nothing to say of an empty page', () => {
  expect(layoutText({ lines: [line([word('up', 3, 9)], 90), line([word('first', 0, 0)])] })).toBe('first\nup');
  expect(layoutText({ lines: [] })).toBe('');
});

it('loses no word, whatever the geometry', () => {
  const number = fc.double({ min: -100, max: 700, noNaN: true });
  const words = fc.array(
    fc.record({
      text: fc.stringMatching(/^[a-z]{1,8}$/),
      x: number,
      y: number,
      width: fc.double({ min: 0, max: 90, noNaN: true }),
      height: fc.double({ min: 0, max: 20, noNaN: true }),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(words, (all) => {
      const made = all.map(({ text, x, y, width, height }): Word => ({ text, box: [x, y, x + width, y + height] }));
      const given = layoutText({ lines: [line(made)] })
        .split(/\s+/)
        .filter((text) => text !== '');
      expect(given.sort()).toEqual(all.map(({ text }) => text).sort());
    }),
  );
});

// Boxes of fields come from these places.
it('knows where in the text each word stands', () => {
  const lines = [line([word('Total', 0, 2), word('12,00', 20, 2)]), line([word('up', 3, 9), word('wards', 9, 9)], 90), line([word('first', 4, 0)])];
  const { text, words } = layoutOf({ lines });
  expect(words.map(({ from, to }) => text.slice(from, to))).toEqual(['first', 'Total', '12,00', 'up', 'wards']);
  expect(words.map(({ word: { text: own } }) => own)).toEqual(['first', 'Total', '12,00', 'up', 'wards']);
});
