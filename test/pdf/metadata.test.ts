import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, isoTime } from '../../src/pdf/metadata.ts';

describe('dates of a PDF', () => {
  it.each([
    ["D:20240131120000+01'00'", '2024-01-31T12:00:00+01:00'],
    ["D:20240229235959-05'30", '2024-02-29T23:59:59-05:30'],
    ['D:20240131120000Z', '2024-01-31T12:00:00Z'],
    ['20240131', '2024-01-31T00:00:00'],
    ['D:2024', '2024-01-01T00:00:00'],
    ['D:20230229', undefined],
    ['D:20241301', undefined],
    ['D:20240131250000', undefined],
    ['Wed Jan 31 2024', undefined],
    ['', undefined],
  ])('%s is %s', (stated, iso) => {
    expect(isoTime(stated)).toBe(iso);
  });
});

describe('strings of a PDF', () => {
  it('are one line of well-formed text without control characters, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        const clean = cleanText(text);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(clean).toBe(clean.trim());
      }),
    );
  });
});
