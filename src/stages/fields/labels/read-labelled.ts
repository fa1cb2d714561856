import type { Field } from '../../../model/field.ts';
import type { ReaderSource } from '../reader.ts';
import { assign } from './assign.ts';
import { labelIndex } from './find-labels.ts';
import { bindingsOf, labelsOf } from './page-labels.ts';
import { fieldOf } from './reading.ts';

/** Weaker than this a value is a guess, and a result is better without it. */
const leastScore = 0.35;

/** The fields of a type by their labels and the notation of their values alone. */
export function readLabelled(source: ReaderSource): Field[] {
  const { fields, name } = source.type;
  const pages = labelsOf(source, labelIndex(fields, source.locale.languages));
  const found = assign(
    bindingsOf(source, pages, (field) => fields[field]?.kind),
    (field) => fields[field]?.list === true,
  ).filter(({ score }) => score >= leastScore);
  return Object.entries(fields).flatMap(([field, { list }]) =>
    found
      .filter((value) => value.field === field)
      .map(({ reading, score }): Field => ({ ...fieldOf(field, reading, score, name), ...(list && { listed: true as const }) })),
  );
}
