import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box, Line } from '../../src/model/page.ts';
import { packPatch, unpackOutputs } from '../../src/model/packing.ts';
import { anyText } from '../support/any-text.ts';

const hundredths = fc.integer({ min: -100_000, max: 2_000_000 }).map((n) => n / 100);
const box: fc.Arbitrary<Box> = fc.tuple(hundredths, hundredths, hundredths, hundredths);
const word = fc.record({ text: anyText(), box, confidence: fc.double({ min: 0, max: 1, noNaN: true }) }, { requiredKeys: ['text', 'box'] });
const line: fc.Arbitrary<Line> = fc.record(
  {
    text: fc.string(),
    box,
    words: fc.array(word, { maxLength: 5 }),
    size: fc.double({ min: 0, max: 500, noNaN: true, noDefaultInfinity: true }).filter((size) => !Object.is(size, -0)),
    angle: fc.integer({ min: -180, max: 180 }),
    bold: fc.boolean(),
    furniture: fc.constantFrom('header', 'footer'),
  },
  { requiredKeys: ['text', 'box', 'words', 'size'] },
);
const spaced = line.map((one) => ({ ...one, text: one.words.map(({ text }) => text).join(' ') }));

describe('a stored page', () => {
  it('comes back as it was (a box, a confidence or a text that is not its words was lost on the way)', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(line, spaced)), fc.string(), (lines, text) => {
        const patch = { width: 595.28, text, lines, findings: [{ code: 'a.b', severity: 'info' as const, message: text }] };
        const [output] = unpackOutputs([{ page: 3, bytes: packPatch(patch) }]);
        expect(output).toEqual({ page: 3, patch: JSON.parse(JSON.stringify(patch)) as unknown });
      }),
    );
  });

  it('of which a stage said nothing about lines has none', () => {
    expect(unpackOutputs([{ page: 0, bytes: packPatch({ mediaType: 'application/pdf' }) }])).toEqual([
      { page: 0, patch: { mediaType: 'application/pdf' } },
    ]);
  });
});
