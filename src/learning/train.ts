import type { Example } from './example.ts';
import { vectorOf } from './predict.ts';
import { tellingGrams } from './telling-grams.ts';

export interface Weights {
  grams: string[];
  /** For each label in the order given. */
  weights: number[][];
}

/** Added to what every gram weighs in every label, so that one that was never seen there does not rule the label out. */
const smoothing = 0.02;

/**
 * Complement naive Bayes with normalised weights (Rennie et al. 2003): how a label is told by what the documents of all others are like, which
 * holds up when labels have few examples or unequal numbers of them.
 */
export function train(examples: readonly Example[], labels: readonly string[]): Weights {
  const grams = tellingGrams(examples, labels);
  const index = new Map(grams.map((gram, at) => [gram, at]));
  const sums = labels.map(() => new Float64Array(grams.length));
  const all = new Float64Array(grams.length);
  for (const { label, grams: own } of examples) {
    const { at, value } = vectorOf(own, index);
    const sum = sums[labels.indexOf(label)];
    for (const [i, gram] of at.entries()) {
      const weight = value[i] ?? 0;
      all[gram] = (all[gram] ?? 0) + weight;
      if (sum !== undefined) sum[gram] = (sum[gram] ?? 0) + weight;
    }
  }
  return { grams, weights: centred(sums.map((sum) => againstOthers(all, sum))) };
}

/** How little a gram is expected in documents of other labels, as shares of all that is expected there. */
function againstOthers(all: Float64Array, own: Float64Array): number[] {
  const others = Array.from(all, (value, gram) => value - (own[gram] ?? 0) + smoothing);
  const total = others.reduce((sum, value) => sum + value, 0);
  const weights = others.map((value) => -Math.log(value / total));
  const size = weights.reduce((sum, weight) => sum + Math.abs(weight), 0) / weights.length;
  return weights.map((weight) => weight / size);
}

/** What a gram weighs in all labels alike tells nothing. */
function centred(weights: readonly (readonly number[])[]): number[][] {
  const means = (weights[0] ?? []).map((_, gram) => weights.reduce((sum, row) => sum + (row[gram] ?? 0), 0) / weights.length);
  return weights.map((row) => row.map((weight, gram) => Math.round((weight - (means[gram] ?? 0)) * 1_000) / 1_000));
}
