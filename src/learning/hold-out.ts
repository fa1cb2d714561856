import { probabilitiesOf, scoresOf, vectorOf } from './predict.ts';
import { train } from './train.ts';
import type { Example } from './example.ts';

/** What a model made of the examples that it had not seen. */
export interface HeldOut {
  /** Scores by label, for each example in the order given. */
  scores: number[][];
  folds: number;
}

const mostFolds = 5;

/** Trains on all parts but one and looks at that one, in turn; every label is spread over all parts, always in the same way. */
export function holdOut(examples: readonly Example[], labels: readonly string[]): HeldOut {
  const folds = Math.min(mostFolds, ...labels.map((label) => examples.filter((example) => example.label === label).length));
  const parts = partsOf(examples, folds);
  const scores: number[][] = [];
  for (let fold = 0; fold < folds; fold++) {
    const { grams, weights } = train(
      examples.filter((_, i) => parts[i] !== fold),
      labels,
    );
    const index = new Map(grams.map((gram, at) => [gram, at]));
    for (const [i, { grams: own }] of examples.entries()) if (parts[i] === fold) scores[i] = scoresOf(weights, vectorOf(own, index));
  }
  return { scores, folds };
}

function partsOf(examples: readonly Example[], folds: number): number[] {
  const seen = new Map<string, number>();
  return examples.map(({ label }) => {
    const count = seen.get(label) ?? 0;
    seen.set(label, count + 1);
    return count % folds;
  });
}

/** Of each label, the score that half of its held-out examples exceed. */
export function typicalOf({ scores }: HeldOut, examples: readonly Example[], labels: readonly string[]): number[] {
  return labels.map((name, at) => {
    const own = examples.flatMap(({ label }, i) => (label === name ? [scores[i]?.[at] ?? 0] : [])).sort((a, b) => a - b);
    return own[Math.floor(own.length / 2)] ?? 0;
  });
}

/** From flat to steep; what lies between makes no difference that can be measured with so few examples. */
const steps = Array.from({ length: 40 }, (_, at) => 2 ** (at / 2 - 4));

/** The sharpness with which the held-out probabilities of the right labels are highest: so they hold for documents that come later. */
export function sharpnessOf({ scores }: HeldOut, examples: readonly Example[], labels: readonly string[], typical: readonly number[]): number {
  const likelihoods = steps.map((sharpness) =>
    examples.reduce((total, { label }, i) => {
      const probabilities = probabilitiesOf(scores[i] ?? [], typical, sharpness);
      return total + Math.log(Math.max(least, probabilities[labels.indexOf(label)] ?? 0));
    }, 0),
  );
  const enough = Math.max(...likelihoods) - difference;
  return steps[likelihoods.findIndex((likelihood) => likelihood >= enough)] ?? 1;
}

const least = 1e-12;

/** Nats: without a mistake a steeper curve is always a little better, and means nothing. */
const difference = 0.5;
