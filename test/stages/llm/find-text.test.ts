import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findText } from '../../../src/stages/llm/find-text.ts';
import { lettersAndDigits } from '../../../src/values/fold.ts';
import { setLines } from '../../support/set-lines.ts';

const partsOf = (lines: readonly string[], text: string): readonly string[] | undefined => findText(setLines(lines), text)?.parts;

describe('a text is found', () => {
  test.each<[string, string[], string, string[]]>([
    ['as it stands', ['To Weir & Sons, Leat'], 'Weir & Sons', ['Weir & Sons']],
    ['in another case, without accents', ['Café Müller'], 'CAFE MULLER', ['Café Müller']],
    ['over lines, with commas for their ends', ['12 Weir Lane', 'LE4 7QT Leat'], '12 Weir Lane, LE4 7QT', ['12 Weir Lane', 'LE4 7QT']],
    ['within a word that marks divide', ['Invoice:BM-17/b'], 'BM-17', ['BM-17']],
    ['where letters meet digits', ['No17'], '17', ['17']],
    ['with the marks at its ends that the line has too', ['(Mill Ltd.), Leat'], '(Mill Ltd.)', ['(Mill Ltd.)']],
    ['without marks that the line has not', ['Mill Ltd'], '"Mill Ltd."', ['Mill Ltd']],
    ['where a ligature stands for two letters', ['\ufb01ne mill'], 'fine', ['\ufb01ne']],
    ['at its second place when the first is within a word', ['sawmill mill'], 'mill', ['mill']],
    ['beyond the basic plane', ['\u{1D40C}ill \u{20000}'], 'mill \u{20000}', ['\u{1D40C}ill \u{20000}']],
  ])('%s', (_how, lines, text, parts) => {
    expect(partsOf(lines, text)).toEqual(parts);
  });

  test('wherever words of a line stand, in the words that say it', () => {
    const word = fc.string({ minLength: 1, maxLength: 8 }).map((text) => text.replaceAll(' ', '_'));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 9 }), fc.nat(), fc.nat(), (words, a, b) => {
        const [from, to] = [a % words.length, (a % words.length) + 1 + (b % words.length)];
        const text = words.slice(from, to).join(' ');
        fc.pre(lettersAndDigits(text) !== '');
        const found = findText(setLines([words.join(' ')]), text);
        expect(found?.parts.map(lettersAndDigits).join('')).toBe(lettersAndDigits(text));
        expect(lettersAndDigits(found?.words.map((each) => each.text).join('') ?? '')).toContain(lettersAndDigits(text));
      }),
    );
  });
});

describe('a text is not found', () => {
  test.each([
    ['in a longer number', ['2017 117 171'], '17'],
    ['in a longer word', ['millers sawmill'], 'mill'],
    ['that is marks alone', ['- & -'], '&'],
    ['that is nothing', ['a'], ''],
    ['in another order', ['Sons Weir'], 'Weir Sons'],
    ['beyond the part of a line that a model is shown', [`${'x '.repeat(1_500)}end`], 'end'],
  ])('%s', (_how, lines, text) => {
    expect(partsOf(lines, text)).toBeUndefined();
  });
});
