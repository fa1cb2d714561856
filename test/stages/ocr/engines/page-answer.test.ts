import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOfAnswer } from '../../../../src/stages/ocr/engines/page-answer.ts';

const picture = { width: 2000, height: 1000 };

test('a line is cut into words by the lengths of their texts, boxes are brought from thousandths to pixels', () => {
  const [line] = linesOfAnswer({ lines: [{ text: 'ab  cdef\tg', box: [100, 200, 200, 300] }] }, picture);
  expect(line?.words.map(({ text, box }) => [text, ...box.map((edge) => Math.round(edge))])).toEqual([
    ['ab', 200, 200, 244, 300],
    ['cdef', 267, 200, 356, 300],
    ['g', 378, 200, 400, 300],
  ]);
});

test('lines without a box share the height of the picture, so that their order stays', () => {
  const lines = linesOfAnswer({ lines: [{ text: 'one', box: null }, { text: 'two' }] }, picture);
  expect(lines.map(({ words }) => words[0]?.box)).toEqual([
    [0, 0, 2000, 500],
    [0, 500, 2000, 1000],
  ]);
});

test('a line of blanks is none, and a page may have none', () => {
  expect(linesOfAnswer({ lines: [{ text: ' \u00a0 ', box: [0, 0, 1, 1] }] }, picture)).toEqual([]);
  expect(linesOfAnswer({ lines: [] }, picture)).toEqual([]);
});

test('a box that is rounded beyond the edge ends there', () => {
  const [line] = linesOfAnswer({ lines: [{ text: 'x', box: [-3, 990, 1010, 1004] }] }, picture);
  expect(line?.words[0]?.box).toEqual([0, 990, 2000, 1000]);
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['a text', 'lines'],
  ['no lines', {}],
  ['lines that are no list', { lines: 'a' }],
  ['more lines than any page has', { lines: Array.from({ length: 6_000 }, () => ({ text: 'a', box: null })) }],
  ['a line of nothing', { lines: [null] }],
  ['a line without text', { lines: [{ box: [0, 0, 1, 1] }] }],
  ['a text that is a number', { lines: [{ text: 7, box: [0, 0, 1, 1] }] }],
  ['a line without end', { lines: [{ text: 'a'.repeat(10_000), box: [0, 0, 1, 1] }] }],
  ['a box of three', { lines: [{ text: 'a', box: [0, 0, 1] }] }],
  ['a box of texts', { lines: [{ text: 'a', box: ['0', '0', '1', '1'] }] }],
  ['a box that is empty', { lines: [{ text: 'a', box: [5, 5, 5, 9] }] }],
  ['a box that is turned over', { lines: [{ text: 'a', box: [9, 9, 5, 5] }] }],
  ['a box beside the page', { lines: [{ text: 'a', box: [1500, 0, 1600, 10] }] }],
  ['a box in the pixels of the picture', { lines: [{ text: 'a', box: [10, 10, 1800, 40] }] }],
])('%s is no answer', (_what, answer) => {
  expect(() => linesOfAnswer(answer, picture)).toThrow(expect.objectContaining({ code: 'service.bad-answer' }) as Error);
});

// A hostile or confused model must not be able to bring the stage down, nor put a word off the page.
test('whatever a model answers is refused by its code, or is words inside the picture with all of their text', () => {
  const edge = fc.oneof(fc.integer({ min: -50, max: 1050 }), fc.double(), fc.string());
  const line = fc.record({
    text: fc.oneof(fc.string({ unit: 'grapheme' }), fc.anything()),
    box: fc.oneof(fc.array(edge, { maxLength: 5 }), fc.constant(null), fc.anything()),
  });
  const good = fc.record({
    text: fc.string({ unit: 'grapheme' }),
    box: fc.tuple(fc.nat(400), fc.nat(400), fc.integer({ min: 401, max: 1000 }), fc.integer({ min: 401, max: 1000 })),
  });
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.record({ lines: fc.array(line) }), fc.record({ lines: fc.array(good) })), (answer) => {
      let lines;
      try {
        lines = linesOfAnswer(answer, picture);
      } catch (error) {
        expect(error).toMatchObject({ code: 'service.bad-answer' });
        return;
      }
      for (const { box, text } of lines.flatMap(({ words }) => words)) {
        expect(text).toMatch(/^\S+$/u);
        expect(box[0] >= 0 && box[0] < box[2] && box[2] <= 2000 && box[1] >= 0 && box[1] < box[3] && box[3] <= 1000).toBe(true);
      }
      const told = (answer as { lines: { text: string }[] }).lines.map(({ text }) => text).join(' ');
      expect(lines.flatMap(({ words }) => words.map(({ text }) => text)).join(' ')).toBe(
        told
          .split(/\s+/u)
          .filter((word) => word !== '')
          .join(' '),
      );
    }),
    { numRuns: 2_000 },
  );
});
