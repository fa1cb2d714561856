import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceWithin } from '../../../../src/stages/fields/receipt/edit-distance.ts';
import { misreadPhrases } from '../../../../src/stages/fields/receipt/misread-phrases.ts';

const nearest = misreadPhrases(['total', 'subtotal', 'roundingadjustment', 'cash']);

describe('misreadPhrases', () => {
  test('finds a phrase with a letter misread in five, and counts no letters that look alike', () => {
    expect(nearest('t0ta1')).toEqual({ key: 'total', misread: 0 });
    expect(nearest('tolal')).toEqual({ key: 'total', misread: 1 });
    expect(nearest('roundingadjustme')).toEqual({ key: 'roundingadjustment', misread: 2 });
  });

  test('takes no other word for one', () => {
    expect(nearest('hotel')).toBeUndefined();
    expect(nearest('case')).toBeUndefined();
    expect(nearest('notad')).toBeUndefined();
  });
});

describe('distanceWithin', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

  test('is the distance of Levenshtein wherever that is within the limit, and nothing beyond', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
        const distance = levenshtein(a, b);
        expect(distanceWithin(a, b, limit)).toBe(distance <= limit ? distance : undefined);
      }),
    );
  });
});

/** As its definition has it. */
function levenshtein(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  if (a.startsWith(b.charAt(0))) return levenshtein(a.slice(1), b.slice(1));
  return 1 + Math.min(levenshtein(a.slice(1), b), levenshtein(a, b.slice(1)), levenshtein(a.slice(1), b.slice(1)));
}
