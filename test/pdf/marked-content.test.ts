import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarks } from '../../src/pdf/marked-content.ts';
import { replaceMarked } from '../../src/pdf/replaced-text.ts';
import type { Item, Marker } from '../../src/pdf/replaced-text.ts';

describe('marks of a content stream', () => {
  it('are read with the text that they state, in every way of writing it', () => {
    const content = String.raw`/Span <</ActualText (a\(b\)\101)>> BDC (no /P BMC here) Tj EMC
      /P BMC /Span<</MCID 3/ActualText<FEFF00E9>>>BDC EMC EMC % /Span BMC
      /Span <</Lang(de)/ActualText <EFBBBFC3A9>>> BDC EMC`;
    expect(readMarks(content)).toEqual([{ tag: 'Span', actual: 'a(b)A' }, { tag: 'P' }, { tag: 'Span', actual: 'é' }, { tag: 'Span', actual: 'é' }]);
  });

  it('are not looked for inside of an image', () => {
    expect(readMarks('BI /W 4 ID /Q BMC\xff EI /P BMC EMC')).toEqual([{ tag: 'P' }]);
  });

  it('never hang or throw, whatever the content', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '(', ')', '\\', '/', 'B', 'D', 'C', 'M', 'I', 'E', ' ', '\n', '1', '%', '[') }),
        (content) => {
          expect(Array.isArray(readMarks(content))).toBe(true);
        },
      ),
    );
  });
});

describe('text that stands for marked content', () => {
  const item = (str: string, x: number, width = 10): Item => ({
    str,
    dir: 'ltr',
    transform: [10, 0, 0, 10, x, 0],
    width,
    height: 10,
    fontName: 'f',
    hasEOL: false,
  });
  const begin = (tag: string): Marker => ({ type: 'beginMarkedContentProps', tag });
  const end: Marker = { type: 'endMarkedContent' };

  it('takes the place of all that lies within, also of further marks', () => {
    const items = [begin('Span'), item('X', 0), begin('P'), item('Y', 10), end, end, item('z', 20)];
    expect(
      replaceMarked(items, [
        { tag: 'Span', actual: 'fi' },
        { tag: 'P', actual: 'no' },
      ]),
    ).toMatchObject([{ str: 'fi', width: 20 }, { str: 'z' }]);
  });

  it('reaches from what stands before it to what stands behind it when nothing was given to replace', () => {
    const items = [item('0', 0), begin('Span'), end, item(' ', 10, 1), item('1', 13)];
    expect(replaceMarked(items, [{ tag: 'Span', actual: '.' }])).toMatchObject([{ str: '0' }, { str: '.', width: 3 }, { str: '1' }]);
  });

  it('is left alone when the marks of the file are not those among the items', () => {
    expect(replaceMarked([begin('P'), item('yes', 0), end], [{ tag: 'Span', actual: 'no' }])).toEqual([item('yes', 0)]);
  });
});
