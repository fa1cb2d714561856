import { roundedConfidence } from '../../../model/confidence.ts';
import type { Field } from '../../../model/field.ts';
import type { Prose } from './prose.ts';
import { passageAt } from './prose.ts';

/** A value and the span of the prose that says it. */
export interface Reading {
  value: string;
  start: number;
  end: number;
  /** 0–1. */
  confidence: number;
}

/** Of readings that tell as much the first: annexes come last. */
export function mostTelling(readings: readonly Reading[]): Reading | undefined {
  return readings.reduce<Reading | undefined>(
    (best, reading) => (best === undefined || reading.confidence > best.confidence ? reading : best),
    undefined,
  );
}

/** A reading as a field of a result, with the words that it was read from. */
export function fieldAt(prose: Prose, name: string, { value, start, end, confidence }: Reading, by: string): Field | undefined {
  const passage = passageAt(prose, start, end);
  return passage === undefined ? undefined : { name, value, ...passage, confidence: roundedConfidence(confidence), by };
}
