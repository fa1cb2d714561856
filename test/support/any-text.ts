import fc from 'fast-check';

/** Text of any code points, halves of pairs included. What fast-check has for it takes a second to set up. */
export const anyText = (): fc.Arbitrary<string> =>
  fc.string({ unit: fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)) });
