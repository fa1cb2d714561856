import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matching, MatchingExhausted } from '../../src/templates/matching.ts';

const spans = (pattern: string, text: string) => new Matching().all(pattern, text).map(({ whole }) => whole);

describe('matches', () => {
  it('have the spans of their groups, in the order of the pattern, and by name', () => {
    const [match] = new Matching().all('(?P<what>[a-z]+)(?: no)?(\\?)? (\\d+)', 'Total: rye 12');
    expect(match?.whole).toEqual([7, 13]);
    expect(match?.groups).toEqual([
      [7, 10],
      [11, 13],
    ]);
    expect([...(match?.named ?? [])]).toEqual([['what', [7, 10]]]);
  });

  it('that hold nothing are passed over one by one', () => {
    expect(spans('a*', 'baab')).toEqual([
      [0, 0],
      [1, 3],
      [3, 3],
      [4, 4],
    ]);
  });

  // JavaScript's own engine says the same of patterns that both know.
  it('are those that another engine finds', () => {
    const atom = fc.constantFrom('a', 'b', '[ab]', '\\d', '.', 'a|b', '\\s', '(?:ab)');
    const piece = fc.tuple(atom, fc.constantFrom('', '*', '+', '?', '{1,2}')).map(([one, times]) => (times === '' ? one : `(?:${one})${times}`));
    const pattern = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', ' ', '\n'), maxLength: 40 });
    fc.assert(
      fc.property(pattern, text, (source, given) => {
        const expected = [...given.matchAll(new RegExp(source, 'g'))].map(({ 0: whole, index }) => [index, index + whole.length]);
        expect(spans(source, given)).toEqual(expected);
      }),
    );
  });

  it('are found in a long text where they stand, also across the stretches that it is searched by', () => {
    const line = `${'x'.repeat(79)}\n`;
    const text = `${line.repeat(400)}No. 17\n${line.repeat(30)}Total\n\n  12.50${line.repeat(400)}No. 18`;
    expect(spans('No\\. \\d+', text).map(([from, to]) => text.slice(from, to))).toEqual(['No. 17', 'No. 18']);
    expect(spans('No\\. 17\\n[x\\n]*Total\\s+[\\d.]+', text)).toHaveLength(1);
    expect(spans('\\d+$', text).map(([from]) => from)).toEqual([text.length - 2]);
  });
});

describe('what a document may have of matching', () => {
  it('has an end, which does not depend on the clock', () => {
    const text = 'a \n'.repeat(300_000);
    const matching = new Matching();
    expect(() => {
      for (let time = 0; time < 100; time++) matching.all('a(?:[^z]*z)?|b{400}', text);
    }).toThrow(MatchingExhausted);
  });
});
