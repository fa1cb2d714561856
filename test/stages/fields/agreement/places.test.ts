import { describe, expect, it } from 'vitest';
import { placesIn } from '../../../../src/stages/fields/agreement/places.ts';

describe('places', () => {
  it('are the longest that are named, states before countries, in English whatever the language', () => {
    const named = placesIn('New York, Georgia, Vereinigte Staaten, Pays-Bas, P.R.C., Hong Kong, Newfoundland and Labrador').map(({ name }) => name);
    expect(named).toEqual(['New York', 'Georgia', 'United States', 'Netherlands', 'China', 'Hong Kong', 'Newfoundland and Labrador']);
  });

  it('are no words in small letters', () => {
    expect(placesIn('turkey and chad on fine china')).toEqual([]);
  });
});
