import { expect, test } from 'vitest';
import { gramsOf } from '../../../src/learning/grams.ts';
import { learn } from '../../../src/learning/learn.ts';
import { classify } from '../../../src/stages/classify/classify.ts';
import { shippedTypes } from '../../support/shipped-types.ts';
import { typedDocument } from '../../support/typed-document.ts';
import { tradeSamples } from './trade-samples.ts';

const log = (i: number): string =>
  `Milling log\nwheel turned ${String(i)} hours\nstone ground ${String(2 * i)} sacks of wheat and barley\nhopper bolt flour`;
const tide = (i: number): string =>
  `Harbour book\ntide rose ${String(i)} feet\nships came in with the wind, ${String(2 * i)} sails\nanchor mast crew`;

const examples = Array.from({ length: 20 }, (_, i) => [
  { label: 'milling_log', grams: gramsOf(log(i)) },
  { label: 'invoice', grams: gramsOf(tide(i)) },
]).flat();

const choice = { types: shippedTypes, model: learn(examples).model };

test('a learned label without a file is a type', () => {
  const found = classify(typedDocument([log(99)]), choice);
  expect(found).toMatchObject({ name: 'milling_log', evidence: [{ rule: 'model/milling_log' }] });
  expect(found.confidence).toBeGreaterThan(0.7);
});

test('a learned label of a type strengthens it', () => {
  expect(classify(typedDocument([tide(99)]), { types: shippedTypes })).toMatchObject({ name: 'unknown' });
  expect(classify(typedDocument([tide(99)]), choice)).toMatchObject({ name: 'invoice' });
});

test('what is like no example is left to the types', () => {
  for (const { text } of tradeSamples) {
    const document = typedDocument([text]);
    expect(classify(document, choice)).toEqual(classify(document, { types: shippedTypes }));
  }
});
