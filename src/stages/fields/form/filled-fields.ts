import type { Field, FormField } from '../../../model/field.ts';
import { lastPart } from './last-part.ts';

/** More are data of a program rather than what a person has filled in. */
const mostFields = 500;
/** Characters of a label that is a name, and no instruction. */
const mostLabel = 40;
const mostName = 64;

/** Everything that is filled in, under the shortest of its names that no other field has, and none of the names that are taken. */
export function filledFields(form: readonly FormField[], taken: ReadonlySet<string>): Field[] {
  const filled = form.slice(0, mostFields);
  const uses = new Map<string, number>();
  for (const name of filled.flatMap((field) => [...new Set(namesOf(field))])) uses.set(name, (uses.get(name) ?? 0) + 1);
  return filled.flatMap((field) => {
    const name = namesOf(field).find((own) => uses.get(own) === 1 && !taken.has(own));
    return name === undefined ? [] : valuesOf(field, name);
  });
}

/** The label, when it is short, the last part of the name, and the whole name, each as a key of `structured_data`. */
function namesOf({ name, label = '' }: FormField): string[] {
  return [label.length > mostLabel ? '' : label, lastPart(name), name].map(keyOf).filter((key) => /\p{L}/u.test(key));
}

/** `Date of birth` and `dateOfBirth` are `date_of_birth`. */
function keyOf(text: string): string {
  const words = text.normalize('NFKC').replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2');
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .slice(0, mostName)
    .replace(/^_|_$/g, '');
}

/** One field for each of the values. */
function valuesOf({ name: own, value, page, bbox }: FormField, name: string): Field[] {
  const origin = { ...(page !== undefined && { page }), ...(bbox && { bbox }), confidence: certain, by: `form/${own}` };
  if (typeof value === 'object') return value.map((each) => ({ name, value: each, raw: each, listed: true, ...origin }));
  return [{ name, value, raw: String(value), ...origin }];
}

/** The form itself says what it is; what was typed in may still be wrong. */
const certain = 0.95;
