import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalOf, exactUnits } from '../../src/values/exact-decimal.ts';

test('a decimal is the same after it was counted', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (units) => {
      expect(exactUnits(decimalOf(units))).toBe(units);
    }),
  );
});

test('decimals keep two places, and more only where they count', () => {
  expect(decimalOf(1_190_000n)).toBe('119.00');
  expect(decimalOf(33_333n)).toBe('3.3333');
  expect(decimalOf(-5000n)).toBe('-0.50');
});

test('what is no decimal is counted as nothing', () => {
  expect(['', 'abc', '1,5', '1e5', '--1', '1.'].map(exactUnits)).toEqual(Array.from({ length: 6 }, () => undefined));
});
