import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPhrases } from '../../../src/stages/classify/find-phrases.ts';
import { foldedPhrase } from '../../../src/stages/classify/folded.ts';
import { phraseTree } from '../../../src/stages/classify/phrase-tree.ts';
import { writtenPage } from '../../../src/stages/classify/written-page.ts';
import { anyText } from '../../support/any-text.ts';
import { typedText } from '../../support/typed-page.ts';

/** The words where phrases were found, for each of them. */
function found(text: string, ...phrases: readonly string[]): string[] {
  const written = writtenPage(typedText(text));
  return findPhrases(written, phraseTree(phrases.map(foldedPhrase))).map(({ words }) => words.map(({ word }) => word.text).join(' '));
}

describe('a phrase', () => {
  test.each([
    ['case, accents and punctuation do not count', 'RÉSUMÉ: Ann', 'resume', ['RÉSUMÉ:']],
    ['ß is ss', 'FREUNDLICHE GRÜSSE', 'freundliche Grüße', ['FREUNDLICHE GRÜSSE']],
    ['hyphens do not count', 'Non-Disclosure Agreement', 'nondisclosure', ['Non-Disclosure']],
    ['letters that recognition confuses are the same', 'T0TA1', 'total', ['T0TA1']],
    ['rn is m', 'modem bill', 'modern bill', ['modem bill']],
    ['# is No', 'Invoice # 12', 'invoice no', ['Invoice #']],
    ['№ and n° are No', 'facture n° 12', 'facture no', ['facture n°']],
    ['letters may be spaced out', 'I N V O I C E', 'invoice', ['I N V O I C E']],
    ['it may go on in the next line', 'in witness\nwhereof', 'in witness whereof', ['in witness whereof']],
    ['a short one is no part of a word', 'subtotal carton', 'total', []],
    ['a long one may end a word', 'Handelsrechnung', 'Rechnung', ['Handelsrechnung']],
    ['a long one may begin a word', 'TAXINVOICENO 12', 'tax invoice', ['TAXINVOICENO']],
    ['but not stand in the middle of one', 'Mietrechnungen', 'Rechnung', []],
    ['scripts without spaces have no words', '本請求書番号', '請求書', ['本請求書番号']],
  ])('%s', (_, text, phrase, words) => {
    expect(found(text, phrase)).toEqual(words);
  });

  // Catches a longer phrase of one type that hides a shorter one of another.
  test('is found inside of another one', () => {
    expect(found('invoice number', 'invoice', 'invoice number', 'number')).toEqual(['invoice', 'invoice number', 'number']);
  });

  test('stands in the box around its words', () => {
    const written = writtenPage(typedText('the tax invoice'));
    const [first] = findPhrases(written, phraseTree(['tax invoice'].map(foldedPhrase)));
    expect(first?.box).toEqual([70, 50, 125, 60]);
  });
});

test('any text is looked through, and what is found is what was looked for', () => {
  fc.assert(
    fc.property(anyText(), fc.array(fc.string({ minLength: 2, maxLength: 12, unit: 'grapheme' }), { maxLength: 20 }), (text, phrases) => {
      const tree = phraseTree(phrases.map(foldedPhrase).filter((phrase) => phrase !== ''));
      const written = writtenPage(typedText(text));
      for (const { phrase, words } of findPhrases(written, tree)) {
        expect(words.length).toBeGreaterThan(0);
        expect(foldedPhrase(words.map(({ word }) => word.text).join(' '))).toContain(phrase);
      }
    }),
  );
});

test('any phrase is found where it stands alone', () => {
  const word = fc.stringMatching(/^[a-z]{2,8}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
      const phrase = words.join(' ');
      expect(found(`${'x '.repeat(3)}\n${phrase}\nz`, phrase)).toContain(phrase);
    }),
  );
});
