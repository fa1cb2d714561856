import { holdOut, sharpnessOf, typicalOf } from './hold-out.ts';
import type { HeldOut } from './hold-out.ts';
import type { Model } from './model-options.ts';
import { train } from './train.ts';
import type { Example } from './example.ts';

/** How the model does on examples that it has not seen. */
export interface Estimate {
  /** Share (0–1) of the examples that were held out and given their own label. */
  accuracy: number;
  folds: number;
  /** By label, in the order of the model. */
  labels: LabelEstimate[];
}

export interface LabelEstimate {
  name: string;
  examples: number;
  right: number;
  /** How many were taken for which other label, the most frequent first. */
  taken_for: { name: string; examples: number }[];
}

/** Learns labels from examples, and says what to expect of it. The same examples in the same order give the same model. */
export function learn(examples: readonly Example[]): { model: Model; estimate: Estimate } {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const held = holdOut(examples, labels);
  const typical = typicalOf(held, examples, labels);
  const model: Model = {
    format: 'millrace.model/1',
    labels: labels.map((name, at) => ({ name, examples: count(examples, name), typical: rounded(typical[at] ?? 0) })),
    sharpness: rounded(sharpnessOf(held, examples, labels, typical)),
    ...train(examples, labels),
  };
  return { model, estimate: estimateOf(held, examples, labels) };
}

function estimateOf({ scores, folds }: HeldOut, examples: readonly Example[], labels: readonly string[]): Estimate {
  const taken = scores.map((row) => labels[row.indexOf(Math.max(...row))] ?? '');
  const ofLabel = (name: string): LabelEstimate => {
    const own = taken.filter((_, i) => examples[i]?.label === name);
    const wrong = labels.map((other) => ({ name: other, examples: own.filter((label) => label === other && label !== name).length }));
    return {
      name,
      examples: own.length,
      right: own.filter((label) => label === name).length,
      taken_for: wrong.filter((other) => other.examples > 0).sort((a, b) => b.examples - a.examples),
    };
  };
  const right = taken.filter((label, i) => examples[i]?.label === label).length;
  return { accuracy: rounded(right / examples.length), folds, labels: labels.map(ofLabel) };
}

function count(examples: readonly Example[], name: string): number {
  return examples.filter(({ label }) => label === name).length;
}

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
