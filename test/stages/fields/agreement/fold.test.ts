import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldProse } from '../../../../src/stages/fields/agreement/fold.ts';
import { placesIn } from '../../../../src/stages/fields/agreement/places.ts';
import { anyText } from '../../../support/any-text.ts';

describe('text that is searched', () => {
  it('is as long as the text itself, whatever that holds', () => {
    fc.assert(fc.property(anyText(), (text) => foldProse(text).length === text.length));
  });

  it('has small letters, plain quotes, dashes and blanks', () => {
    expect(foldProse('L’École\u00a0«Ünïque» –\n')).toBe('l\'ecole "unique" - ');
  });
});

describe('places', () => {
  it('are the longest that are named, states before countries, in English whatever the language', () => {
    const named = placesIn('New York, Georgia, Vereinigte Staaten, Pays-Bas, P.R.C., Hong Kong, Newfoundland and Labrador').map(({ name }) => name);
    expect(named).toEqual(['New York', 'Georgia', 'United States', 'Netherlands', 'China', 'Hong Kong', 'Newfoundland and Labrador']);
  });

  it('are no words in small letters', () => {
    expect(placesIn('turkey and chad on fine china')).toEqual([]);
  });
});
