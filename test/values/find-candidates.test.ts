import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ValueKind } from '../../src/values/candidate.ts';
import { findCandidates } from '../../src/values/find-candidates.ts';
import { readValue } from '../../src/values/read-value.ts';
import { english, german } from '../support/locales.ts';
import { candidatesIn } from '../support/seen-values.ts';
import { pageOf, setLines } from '../support/set-lines.ts';

const kinds: readonly ValueKind[] = ['amount', 'number', 'percent', 'date', 'time', 'currency', 'iban', 'bic', 'tax_id', 'phone', 'email', 'url'];

/** Text with a good share of what values are made of. */
const pieces = fc.constantFrom(
  '1', '12', '2018', '00', '.', ',', '-', '/', ':', ' ', '\t', "'", '\u00a0', '(', ')', '%', '€', '$', 'EUR', 'CR', 'kr', 'April', 'of', 'DE', 'GST', 'no', 'Tel', '@',
  'www.', 'a.de', '+49', 'O', 'l', 'h', 'pm', 'Uhr', '°', 'é', 'million', '\u{1f600}', '\ud800', 'İ',
); // prettier-ignore
const noise = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('candidates of a page', () => {
  it('never fail on any text, and never overlap', () => {
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 4 }), fc.boolean(), (texts, scanned) => {
        const lines = setLines(texts).map((line) => (scanned ? { ...line, words: line.words.map((word) => ({ ...word, confidence: 0.5 })) } : line));
        const page = pageOf(lines);
        const found = findCandidates(page, german);
        for (const { line, words, raw, box, wordsBelow = 0 } of found) {
          const standing = [...(lines[line]?.words.slice(...words) ?? []), ...(lines[line + 1]?.words.slice(0, wordsBelow) ?? [])];
          expect(standing.length).toBeGreaterThan(0);
          expect(
            standing
              .map(({ text }) => text)
              .join(' ')
              .replaceAll('\t', ' '),
          ).toContain(raw);
          const [x0, y0, x1, y1] = [0, 1, 2, 3].map((side) => standing.map((word) => word.box[side] ?? NaN)) as [
            number[],
            number[],
            number[],
            number[],
          ];
          expect(box).toEqual([Math.min(...x0), Math.min(...y0), Math.max(...x1), Math.max(...y1)]);
        }
      }),
    );
  });

  it('have a reading as a whole that never fails either', () => {
    fc.assert(
      fc.property(noise, fc.constantFrom(...kinds), (text, kind) => {
        const value = readValue(kind, text, english);
        expect([undefined, kind]).toContain(value?.kind);
        expect(value?.decimal ?? '0').toMatch(/^-?\d+(?:\.\d+)?$/);
      }),
    );
  });

  it('stand in reading order with the words that they are written in', () => {
    const found = candidatesIn(['Invoice 4711 of 3 April 2018', 'Total EUR 1.234,56 incl. 19 % VAT'], german);
    expect(found.map(({ kind, value, line, words, raw }) => ({ kind, value, line, words, raw }))).toEqual([
      { kind: 'number', value: 4711, line: 0, words: [1, 2], raw: '4711' },
      { kind: 'date', value: '2018-04-03', line: 0, words: [3, 6], raw: '3 April 2018' },
      { kind: 'amount', value: 1234.56, line: 1, words: [1, 3], raw: 'EUR 1.234,56' },
      { kind: 'percent', value: 19, line: 1, words: [4, 6], raw: '19 %' },
    ]);
  });

  it('are found behind words without letters, and up to a length that no honest line has', () => {
    const [line] = setLines(['', '12.00']).map(({ words }) => words);
    const words = [...(line ?? []), ...setLines(['12.00']).flatMap((one) => one.words)];
    const page = pageOf([{ text: '', box: [0, 0, 600, 10], size: 10, words }]);
    expect(findCandidates(page, english)).toMatchObject([{ decimal: '12.00', words: [1, 2] }]);
    expect(candidatesIn(`${'x'.repeat(5000)} 12.00`)).toEqual([]);
  });

  it('do not join numbers over the gap between two columns', () => {
    const close = setLines(['1 234,56']);
    const apart = close.map((line) => ({
      ...line,
      words: line.words.map(({ text, box: [x0, y0, x1, y1] }, at) => ({ text, box: [x0 + 30 * at, y0, x1 + 30 * at, y1] as const })),
    }));
    expect(findCandidates(pageOf(close), german).map(({ decimal }) => decimal)).toEqual(['1234.56']);
    expect(findCandidates(pageOf(apart), german).map(({ decimal }) => decimal)).toEqual(['1', '234.56']);
  });

  it('of a line of any length are found in time that grows with its length', () => {
    const hostile = [
      '1.'.repeat(50_000),
      '1 '.repeat(50_000),
      'a@'.repeat(50_000),
      '+1-'.repeat(30_000),
      'April '.repeat(20_000),
      'DE12'.repeat(30_000),
      'www.'.repeat(30_000),
    ];
    const started = process.cpuUsage().user;
    for (const text of hostile) candidatesIn(text.slice(0, 100_000));
    expect((process.cpuUsage().user - started) / 1000).toBeLessThan(2000);
  });
});
