import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, weightOf } from '../../../src/stages/classify/decide.ts';
import type { Scored } from '../../../src/stages/classify/decide.ts';

const scored = (weights: Record<string, number>): Scored[] =>
  Object.entries(weights).map(([name, weight]) => ({ name, evidence: [{ rule: `${name}/r`, weight }] }));

test('much evidence for one type names it', () => {
  const { name, confidence } = decide(scored({ a: 10, b: 1 }));
  expect(name).toBe('a');
  expect(confidence).toBeGreaterThan(0.95);
});

test('little evidence, or as much for another type, names none, and lists both', () => {
  expect(decide(scored({ a: 2, b: 1, c: 0 }))).toMatchObject({ name: 'unknown', alternatives: [{ name: 'a' }, { name: 'b' }] });
  expect(decide(scored({ a: 9, b: 9 }))).toMatchObject({ name: 'unknown', alternatives: [{ name: 'a' }, { name: 'b' }] });
});

test('no types, no choice', () => {
  expect(decide([])).toEqual({ name: 'unknown', confidence: 1, evidence: [], alternatives: [] });
});

test('probabilities add up to one at most, and more evidence never makes a type less likely', () => {
  const weights = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,5}$/),
    fc.integer({ min: -300, max: 300 }).map((n) => n / 10),
    { minKeys: 1, maxKeys: 8 },
  );
  const of = (found: ReturnType<typeof decide>, name: string): number =>
    [found, ...found.alternatives].find((one) => one.name === name)?.confidence ?? 0;
  fc.assert(
    fc.property(weights, fc.integer({ min: 0, max: 50 }), (some, more) => {
      const found = decide(scored(some));
      const named = found.name === 'unknown' ? 0 : found.confidence;
      expect(found.alternatives.reduce((total, { confidence }) => total + confidence, named)).toBeLessThanOrEqual(1.005);
      const name = Object.keys(some)[0] ?? '';
      const after = decide(scored({ ...some, [name]: (some[name] ?? 0) + more }));
      expect(of(after, name) + 0.011).toBeGreaterThanOrEqual(of(found, name));
    }),
  );
});

test('the weight of a probability gives this probability back', () => {
  for (const probability of [0.55, 0.8, 0.95]) expect(decide(scored({ a: weightOf(probability) })).confidence).toBeCloseTo(probability, 2);
});
