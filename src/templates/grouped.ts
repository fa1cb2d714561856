import { decimalOf, exactUnits } from '../values/exact-decimal.ts';
import type { TemplateGroup } from './template-options.ts';
import type { Place } from './template-text.ts';
import { together } from './template-text.ts';
import type { TypedValue } from './typed-value.ts';

/** A value that a pattern has found. */
export interface Found extends TypedValue {
  raw: string;
  place: Place | undefined;
}

/** What a template makes of several matches of one field. Undefined for none. */
export function grouped(found: readonly Found[], group: TemplateGroup): Found | undefined {
  const [first] = found;
  if (first === undefined) return undefined;
  switch (group) {
    case 'first':
      return first;
    case 'last':
      return found.at(-1);
    case 'min':
      return found.reduce((least, other) => (other.value < least.value ? other : least));
    case 'max':
      return found.reduce((most, other) => (other.value > most.value ? other : most));
    case 'join':
      return { ...joined(found), value: found.map(({ value }) => String(value)).join(' '), checks: [], validated: false };
    case 'sum': {
      const numbers = found.filter((one) => unitsOf(one) !== undefined);
      if (numbers.length === 0) return undefined;
      const decimal = decimalOf(numbers.reduce((sum, one) => sum + (unitsOf(one) ?? 0n), 0n));
      return { ...joined(numbers), value: Number(decimal), decimal, checks: [], validated: true };
    }
  }
}

function joined(found: readonly Found[]): Pick<Found, 'raw' | 'place'> {
  return { raw: found.map(({ raw }) => raw).join(' '), place: together(found.flatMap(({ place }) => place ?? [])) };
}

/** In exact decimals: floats lose cents. */
function unitsOf({ value, decimal }: Found): bigint | undefined {
  return typeof value === 'number' ? exactUnits(decimal ?? String(value)) : undefined;
}
