import { expect, test } from 'vitest';
import { countryNamed } from '../../src/values/country-names.ts';

test.each([
  ['DEUTSCHLAND', 'Germany'],
  ['Pays-Bas', 'Netherlands'],
  ['U.S.A.', 'United States'],
  ['España', 'Spain'],
])('%s is a country, in any language and spelling', (text, name) => {
  expect(countryNamed(text)).toBe(name);
});

test('a text that says more than a country names none', () => {
  expect(['Mill & Sons Deutschland', 'Springfield', '', '10115'].map(countryNamed)).toEqual([undefined, undefined, undefined, undefined]);
});
