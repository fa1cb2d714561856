import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstPlace } from '../../src/model/first-place.ts';

test('halving finds what going through from the start finds, the end included', () => {
  const ordered = fc.array(fc.integer({ min: -20, max: 20 })).map((numbers) => numbers.sort((a, b) => a - b));
  fc.assert(
    fc.property(ordered, fc.integer({ min: -25, max: 25 }), (numbers, least) => {
      const found = numbers.findIndex((number) => number >= least);
      expect(firstPlace(numbers.length, (at) => numbers[at]! >= least)).toBe(found < 0 ? numbers.length : found);
    }),
  );
});
