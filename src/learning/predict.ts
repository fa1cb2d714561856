import { gramsOf } from './grams.ts';
import type { Model } from './model-options.ts';

export interface Prediction {
  label: string;
  /** 0–1, all labels together 1 at most. */
  probability: number;
}

/** How likely each label is, the likeliest first; of those as likely the first by name. Nobody is surer than the examples allow (Laplace's rule of succession). */
export function predict(model: Model, text: string): Prediction[] {
  const scores = scoresOf(model.weights, vectorOf(gramsOf(text), indexOf(model)));
  const typical = model.labels.map((label) => label.typical);
  const likely = probabilitiesOf(scores, typical, model.sharpness);
  return model.labels
    .map(({ name, examples }, at) => ({ label: name, probability: Math.min(likely[at] ?? 0, (examples + 1) / (examples + 2)) }))
    .sort((a, b) => b.probability - a.probability || (a.label < b.label ? -1 : 1));
}

/**
 * Turns scores into probabilities. Besides the other labels each has to be likelier than none of them, which scores half of what is typical for it:
 * a document of a kind that nobody has shown scores next to nothing.
 */
export function probabilitiesOf(scores: readonly number[], typical: readonly number[], sharpness: number): number[] {
  return scores.map((own, at) => {
    const rivals = scores.with(at, (typical[at] ?? 0) / 2);
    return 1 / (1 + rivals.reduce((total, rival) => total + Math.exp((rival - own) * sharpness), 0));
  });
}

/** Places of grams and how much they count in a document. */
export interface Vector {
  at: number[];
  value: number[];
}

/**
 * Grams that come often count little more than once, and long documents no more than short ones (Rennie et al., Tackling the Poor Assumptions of Naive Bayes
 * Text Classifiers, 2003). Grams that no example had count for the length, so that a document of another kind is near to no label.
 */
export function vectorOf(grams: ReadonlyMap<string, number>, index: ReadonlyMap<string, number>): Vector {
  const vector: Vector = { at: [], value: [] };
  let squares = 0;
  for (const [gram, count] of grams) {
    const value = Math.log1p(count);
    squares += value * value;
    const at = index.get(gram);
    if (at === undefined) continue;
    vector.at.push(at);
    vector.value.push(value);
  }
  const length = Math.sqrt(squares);
  return { at: vector.at, value: vector.value.map((value) => value / length) };
}

export function scoresOf(weights: readonly (readonly number[])[], { at, value }: Vector): number[] {
  return weights.map((row) => at.reduce((total, gram, i) => total + (row[gram] ?? 0) * (value[i] ?? 0), 0));
}

const indices = new WeakMap<Model, ReadonlyMap<string, number>>();

/** Made once for a model. */
function indexOf(model: Model): ReadonlyMap<string, number> {
  const known = indices.get(model) ?? new Map(model.grams.map((gram, at) => [gram, at]));
  indices.set(model, known);
  return known;
}
