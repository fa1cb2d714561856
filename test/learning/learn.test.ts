import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gramsOf } from '../../src/learning/grams.ts';
import { learn } from '../../src/learning/learn.ts';
import type { Example } from '../../src/learning/example.ts';
import { modelOptions } from '../../src/learning/model-options.ts';
import { predict } from '../../src/learning/predict.ts';
import { anyText } from '../support/any-text.ts';
import { seededRandom } from '../support/random.ts';

const vocabularies: Readonly<Record<string, string>> = {
  milling: 'wheel stone flour grain sack water mill bread bolt hopper',
  sailing: 'sail mast rope wind harbour tide anchor deck keel crew',
  weaving: 'loom thread cloth warp weft wool dye shuttle pattern linen',
};

const common = 'the and of with for a to in on is was by'.split(' ');

/** A made-up text about something, the same for the same seed. */
function text(about: string, seed: number, words = 60): string {
  const next = seededRandom(seed);
  const own = (vocabularies[about] ?? '').split(' ');
  const any = (from: readonly string[]): string => from[Math.floor(next() * from.length)] ?? '';
  return Array.from({ length: words }, () => any(next() < 0.5 ? common : own)).join(' ');
}

function examples(count: number): Example[] {
  return Object.keys(vocabularies).flatMap((label, kind) =>
    Array.from({ length: count }, (_, i) => ({ label, grams: gramsOf(text(label, 100 * kind + i)) })),
  );
}

describe('a model', () => {
  const { model, estimate } = learn(examples(12));

  test('knows labels that it was shown, and says so by what it held out', () => {
    expect(estimate).toMatchObject({ accuracy: 1, folds: 5 });
    expect(estimate.labels).toContainEqual({ name: 'sailing', examples: 12, right: 12, taken_for: [] });
    for (const label of Object.keys(vocabularies)) {
      const [best] = predict(model, text(label, 9_999));
      expect(best?.label).toBe(label);
      expect(best?.probability).toBeGreaterThan(0.8);
    }
  });

  test('knows that it does not know what it was never shown', () => {
    const alien = 'quantum flux detector calibration beam photon laser cavity mirror lens '.repeat(6);
    expect(predict(model, alien)[0]?.probability).toBeLessThan(0.3);
    expect(predict(model, '')[0]?.probability).toBeLessThan(0.3);
  });

  test('is never surer than the number of its examples allows', () => {
    const { model: small } = learn(examples(3));
    expect(predict(small, text('milling', 9_999))[0]?.probability).toBeLessThanOrEqual(0.8);
  });

  test('is the same for the same examples, and small, and what its own schema takes', () => {
    expect(learn(examples(12)).model).toEqual(model);
    expect(JSON.stringify(model).length).toBeLessThan(400_000);
    expect(modelOptions.parse(JSON.parse(JSON.stringify(model)))).toEqual(model);
  });

  test('counts what was taken for what', () => {
    const mixed = examples(6).map((example, i) => (i === 0 ? { ...example, label: 'weaving' } : example));
    const { estimate: found } = learn(mixed);
    expect(found.labels.find(({ name }) => name === 'weaving')).toEqual({
      name: 'weaving',
      examples: 7,
      right: 6,
      taken_for: [{ name: 'milling', examples: 1 }],
    });
    expect(found.accuracy).toBeCloseTo(17 / 18, 3);
  });

  test('of rows that do not fit its labels is refused', () => {
    expect(modelOptions.safeParse({ ...model, weights: model.weights.slice(1) }).success).toBe(false);
  });
});

describe('words and pairs of words', () => {
  test('are counted without case, accents and the values of numbers', () => {
    expect(Object.fromEntries(gramsOf('Café CAFE 12.50 and 3,00'))).toEqual({
      cafe: 2,
      'cafe cafe': 1,
      'cafe 0': 1,
      '0': 2,
      '0 and': 1,
      and: 1,
      'and 0': 1,
    });
  });

  test('of the beginning alone are counted', () => {
    expect(gramsOf('word '.repeat(100_000)).get('word')).toBe(1_500);
  });

  test('are found in any text', () => {
    fc.assert(fc.property(anyText(), (any) => [...gramsOf(any)].every(([gram, count]) => gram.length <= 100 && count > 0)));
  });
});
