import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTsv } from '../../../../src/stages/ocr/engines/tesseract-tsv.ts';

const picture = { width: 1200, height: 800 };
const head = 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext';
const page = '1\t1\t0\t0\t0\t0\t0\t0\t1200\t800\t-1\t';
const tsv = (...rows: string[]): string => `${[head, page, ...rows].join('\n')}\n`;
const word = (place: string, text: string, { box = '60\t83\t89\t38', confidence = '95.598396' } = {}): string =>
  `5\t${place}\t${box}\t${confidence}\t${text}`;

test('words of one line belong together, those of other lines, paragraphs and blocks do not', () => {
  const rows = [
    '2\t1\t1\t0\t0\t0\t60\t83\t500\t100\t-1\t',
    word('1\t1\t1\t1\t1', 'The'),
    word('1\t1\t1\t1\t2', '"quick'),
    word('1\t1\t1\t2\t1', 'fox'),
    word('1\t1\t2\t2\t1', 'and'),
    word('1\t2\t2\t2\t1', 'I'),
  ];
  expect(parseTsv(tsv(...rows), picture).map(({ block, words }) => [block, ...words.map(({ text }) => text)])).toEqual([
    [1, 'The', '"quick'],
    [1, 'fox'],
    [1, 'and'],
    [2, 'I'],
  ]);
});

test('a word has its box by its corners and its confidence as a share of one', () => {
  expect(parseTsv(tsv(word('1\t1\t1\t1\t1', 'The')), picture)[0]?.words).toEqual([{ text: 'The', box: [60, 83, 149, 121], confidence: 0.956 }]);
});

test('words of blanks, which it gives for rules and specks, are none', () => {
  expect(parseTsv(tsv(word('1\t1\t1\t1\t1', ' ')), picture)).toEqual([]);
  expect(parseTsv(tsv(), picture)).toEqual([]);
});

test.each([
  ['nothing at all', ''],
  ['other columns', tsv().replace('conf', 'confidence')],
  ['a row that is cut off', `${head}\n${page}\n5\t1\t1\t1\t1\t1\t60\t83`],
  ['a row with a column more', tsv(`${word('1\t1\t1\t1\t1', 'a')}\tb`)],
  ['a box that leaves the picture', tsv(word('1\t1\t1\t1\t1', 'a', { box: '1190\t83\t89\t38' }))],
  ['a negative box', tsv(word('1\t1\t1\t1\t1', 'a', { box: '-1\t83\t89\t38' }))],
  ['a box of no numbers', tsv(word('1\t1\t1\t1\t1', 'a', { box: 'a\tb\tc\td' }))],
  ['no confidence', tsv(word('1\t1\t1\t1\t1', 'a', { confidence: '' })).replace('\t\ta', '\tnan\ta')],
  ['a confidence beyond all bounds', tsv(word('1\t1\t1\t1\t1', 'a', { confidence: '250' }))],
])('%s is not taken for an answer', (_what, text) => {
  expect(() => parseTsv(text, picture)).toThrow();
});

test('whatever a program writes is refused, or is words inside the picture', () => {
  const cell = fc.oneof(fc.integer({ min: -10, max: 2000 }).map(String), fc.string({ maxLength: 5 }));
  const rows = fc.array(fc.array(cell, { minLength: 10, maxLength: 13 }).map((cells) => ['5', ...cells].join('\t')));
  fc.assert(
    fc.property(rows, (drawn) => {
      let lines;
      try {
        lines = parseTsv(tsv(...drawn), picture);
      } catch {
        return;
      }
      for (const { box, confidence } of lines.flatMap(({ words }) => words)) {
        expect(box[0] >= 0 && box[2] <= 1200 && box[1] >= 0 && box[3] <= 800 && confidence >= 0 && confidence <= 1).toBe(true);
      }
    }),
  );
});
