import { roundedConfidence } from '../model/confidence.ts';
import type { Field } from '../model/field.ts';
import { lettersAndDigits } from '../values/fold.ts';

/**
 * Fields of several origins as one list. Origins come from the most to the least trusted: the first that knows a name has it, and its confidence rises where others
 * say the same. Names keep the order in which they are first met.
 */
export function settle(origins: readonly (readonly Field[])[]): Field[] {
  const names = [...new Set(origins.flat().map(({ name }) => name))];
  return names.flatMap((name) => {
    const [best = [], ...others] = origins.map((fields) => fields.filter((field) => field.name === name)).filter(({ length }) => length > 0);
    return best.map((field) => others.flat().reduce(confirmed, field));
  });
}

/** Two origins that err independently are wrong together only when both are. */
function confirmed(field: Field, other: Field): Field {
  if (!sameValue(field, other)) return field;
  return { ...field, confidence: roundedConfidence(1 - (1 - field.confidence) * (1 - other.confidence)) };
}

/** Whether two fields say the same: texts by their letters and digits, since scans and forms differ in case, accents, spaces and points. */
export function sameValue(a: Pick<Field, 'value'>, b: Pick<Field, 'value'>): boolean {
  if (typeof a.value === 'string' && typeof b.value === 'string') return lettersAndDigits(a.value) === lettersAndDigits(b.value);
  return typeof a.value !== 'object' && a.value === b.value;
}
