import { expect, test } from 'vitest';
import type { OcrEngine, ReadLine } from '../../../src/stages/ocr/engine.ts';
import { readDaysAgain } from '../../../src/stages/ocr/days-again.ts';

const page = { width: 400, height: 100, channels: 1 as const, data: new Uint8Array(40_000).fill(255), dpi: 300 };

test.each([
  ['a date of which all further readings say the same is what they say', '43-02-16', ['03-02-16'], '03-02-16'],
  ['one reading that differs leaves the first one as it was', '23-01-2019', ['23-01-2018', '23-01-2018', '23-01-2019', '23-01-2018'], '23-01-2019'],
  ['what can be no day is not believed', '06-05-2018', ['06-05-2118'], '06-05-2018'],
  ['nor is a thirteenth month', '12/12/2018', ['12/13/18/2'], '12/12/2018'],
  ['a letter in a date may have been a digit', '2O/03/2018', ['20/03/2018'], '20/03/2018'],
  ['a date with the year in front', '2018-08-28', ['2018-03-28'], '2018-03-28'],
])('%s', async (_, first, again, expected) => {
  const { lines } = await read([first], again);
  expect(lines[0]?.words[0]?.text).toBe(expected);
});

test('nothing but numeric dates is read again: not amounts, not numbers of invoices, not times', async () => {
  const words = ['1,250.00', 'INV-2018-03', '12:41', 'and/or', '17564/102/10280', '10.50', 'A-B-CD'];
  const { lines, asked } = await read(words, ['01/01/2018']);
  expect(lines[0]?.words.map(({ text }) => text)).toEqual(words);
  expect(asked).toBe(0);
});

test('a list of bookings is not read twice: six dates a page are enough', async () => {
  const { asked } = await read(
    Array.from({ length: 40 }, () => '01/02/2018'),
    ['01/02/2018'],
  );
  expect(asked).toBe(6 * 4);
});

test('an engine that cannot be asked for digits is not asked', async () => {
  const { lines, asked } = await read(['43-02-16'], ['03-02-16'], false);
  expect([lines[0]?.words[0]?.text, asked]).toEqual(['43-02-16', 0]);
});

/** Lines of words side by side, read again by an engine that answers in turn. */
async function read(words: readonly string[], again: readonly string[], readsDigits = true): Promise<{ lines: ReadLine[]; asked: number }> {
  let asked = 0;
  const box = [10, 10, 90, 30] as const;
  const engine: OcrEngine = {
    readsDigits,
    recognise: (_, { segmentation }) => {
      expect(segmentation).toBe('digits');
      const text = again[asked++ % again.length] ?? '';
      return Promise.resolve([{ block: 0, words: [{ text, box, confidence: 0.9 }] }]);
    },
  };
  const line: ReadLine = { block: 0, words: words.map((text) => ({ text, box, confidence: 0.9 })) };
  return { lines: await readDaysAgain(page, [line], engine, ['eng']), asked };
}
