import { describe, expect, it } from 'vitest';
import { foldDocument } from '../../../src/model/document.ts';
import type { Page } from '../../../src/model/page.ts';
import { findFurniture } from '../../../src/stages/furniture/repetition.ts';

function page(number: number, lines: readonly (readonly [y: number, text: string])[]): Page {
  const made = lines.map(([y, text]) => ({ text, box: [50, y, 300, y + 10] as const, words: [], size: 10 }));
  return { page: number, width: 600, height: 800, rotation: 0, method: 'text', text: '', lines: made };
}

const pages = (count: number, lines: (number: number) => [number, string][]): Page[] =>
  Array.from({ length: count }, (_, at) => page(at + 1, lines(at + 1)));

describe('running heads and feet', () => {
  it('are lines that come again at the same height, whatever their digits', () => {
    const found = findFurniture(
      pages(4, (number) => [
        [30, 'Annual report'],
        [400, `the body of page ${number}`],
        [770, `Page ${number} of 4`],
      ]),
    );
    expect(found).toEqual(
      [1, 2, 3, 4].flatMap((number) => [
        { page: number, line: 0, role: 'header' },
        { page: number, line: 2, role: 'footer' },
      ]),
    );
  });

  it('are never found on a document of one page', () => {
    expect(
      findFurniture(
        pages(1, () => [
          [30, 'Letterhead'],
          [770, 'Page 1 of 1'],
        ]),
      ),
    ).toEqual([]);
  });

  it('may be the head of a chapter, on a few pages of many', () => {
    const found = findFurniture(pages(40, (number) => [[30, number > 10 && number <= 15 ? 'Chapter two' : `words ${'x'.repeat(number)}`]]));
    expect(found.map((mark) => mark.page)).toEqual([11, 12, 13, 14, 15]);
  });

  it('are not the many lines of a letterhead or the head of a table', () => {
    const head = ['Item', 'Quantity', 'Unit price', 'Amount', 'Tax'].map((text, at): [number, string] => [20 + 12 * at, text]);
    expect(findFurniture(pages(3, (number) => [...head, [770, `${number}`]])).every((mark) => mark.role === 'footer')).toBe(true);
  });

  it('are not text in the middle of the page', () => {
    expect(findFurniture(pages(5, () => [[300, 'Signature']]))).toEqual([]);
  });

  it('are marked in the document, and its text stays', () => {
    const made = pages(2, (number) => [
      [30, 'Report'],
      [300, `body ${number}`],
    ]);
    const document = foldDocument([
      { page: 0, patch: { metadata: { page_count: 2 } } },
      ...made.map(({ page: number, ...patch }) => ({ page: number, patch })),
      { page: 0, patch: { furniture: findFurniture(made) } },
    ]);
    expect(document.pages.map((one) => one.lines.map((line) => line.furniture))).toEqual([
      ['header', undefined],
      ['header', undefined],
    ]);
    expect(document).not.toHaveProperty('furniture');
    expect(made[0]?.lines[0]).not.toHaveProperty('furniture');
  });
});
