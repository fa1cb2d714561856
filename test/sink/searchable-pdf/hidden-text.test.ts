import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operationsOf } from '../../../src/sink/searchable-pdf/content-tokens.ts';
import { withoutHiddenText } from '../../../src/sink/searchable-pdf/hidden-text.ts';

/** The content without hidden text, its white space made plain. */
function cleared(content: string): string | undefined {
  return withoutHiddenText(content)?.content.replace(/\s+/g, ' ').trim();
}

describe('the operations of a content stream', () => {
  it('are told apart, with their operands and places', () => {
    const content = "q % a comment (with a bracket\n[(a \\) b) -20 <4142>] TJ /F 12 Tf\n<</A<</B(x)>>/C[1 2]>> BDC (it's) ' Q";
    const operations = operationsOf(content) ?? [];
    expect(operations.map(({ operator }) => operator)).toEqual(['q', 'TJ', 'Tf', 'BDC', "'", 'Q']);
    expect(operations[1]?.operands).toEqual(['[(a \\) b) -20 <4142>]']);
    expect(operations.map(({ start, end }) => content.slice(start, end)).at(2)).toBe('/F 12 Tf');
  });

  it('are told apart around the pictures that stand within them', () => {
    const operators = operationsOf('BI /W 1 /H 1 ID (((\x00 Tj \xff EI Q BT ET')?.map(({ operator }) => operator);
    expect(operators).toEqual(['BI', 'ID', 'Q', 'BT', 'ET']);
  });

  it.each(['(never closed', '<</A 1 BDC', '[1 2 TJ', 'BI ID xxx'])('are none of %j, of which nothing is sure', (content) => {
    expect(operationsOf(content)).toBeUndefined();
  });

  it('never overlap, and lie within the content, whatever it is', () => {
    const parts = fc.array(
      fc.constantFrom(
        '(',
        ')',
        '[',
        ']',
        '<<',
        '>>',
        '<41>',
        '/N',
        '12',
        '-.5',
        'Tj',
        'BT',
        'ET',
        'q',
        'Q',
        '3 Tr',
        '%',
        '\n',
        '\\',
        "'",
        '"',
        'BI',
        'ID',
        'EI',
        ' ',
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(parts, (tokens) => {
        const content = tokens.join(' ');
        let behind = 0;
        for (const { start, end, operator } of operationsOf(content) ?? []) {
          expect(start).toBeGreaterThanOrEqual(behind);
          expect(content.slice(start, end)).toContain(operator);
          behind = end;
        }
        expect(behind).toBeLessThanOrEqual(content.length);
      }),
    );
  });
});

describe('hidden text', () => {
  it.each([
    ['BT 3 Tr (a) Tj ET', 'BT 3 Tr ET'],
    ["BT 3 Tr [(a) 1 (b)] TJ T* (c) ' ET", 'BT 3 Tr T* ET'],
    ['3 Tr BT (a) Tj ET q BT (b) Tj ET Q', '3 Tr BT ET q BT ET Q'],
    ['q 3 Tr BT (a) Tj ET Q BT (b) Tj ET', 'q 3 Tr BT ET Q BT (b) Tj ET'],
  ])('of %j leaves %j', (content, left) => {
    expect(cleared(content)).toBe(left);
  });

  it.each([
    ['nothing is hidden', 'BT 0 Tr (a) Tj ET BT 2 Tr (b) Tj ET'],
    ['what is seen follows what is hidden on one line', 'BT 3 Tr (a) Tj 0 Tr (b) Tj ET'],
    ['spacing is set by what shows it', 'BT 3 Tr 1 2 (a) " ET'],
    ['it clips', 'BT 7 Tr (a) Tj ET'],
    ['it is only said in a string', 'BT (3 Tr) Tj (a) Tj ET'],
  ])('stays when %s', (_what, content) => {
    expect(withoutHiddenText(content)?.content).toBe(content);
  });

  it('may lie in a form, whose name is told', () => {
    expect(withoutHiddenText('/Image1 Do q /Layer Do Q')?.drawn).toEqual(['Image1', 'Layer']);
  });
});
