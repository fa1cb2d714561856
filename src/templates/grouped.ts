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
      const numbers = found.filter(({ value }) => typeof value === 'number');
      if (numbers.length === 0) return undefined;
      const decimal = sum(numbers.map((one) => one.decimal ?? String(one.value)));
      return { ...joined(numbers), value: Number(decimal), decimal, checks: [], validated: true };
    }
  }
}

function joined(found: readonly Found[]): Pick<Found, 'raw' | 'place'> {
  return { raw: found.map(({ raw }) => raw).join(' '), place: together(found.flatMap(({ place }) => place ?? [])) };
}

/** In exact decimals: floats lose cents. */
function sum(decimals: readonly string[]): string {
  const places = Math.max(...decimals.map((decimal) => decimal.split('.')[1]?.length ?? 0));
  const total = decimals.reduce((all, decimal) => {
    const [whole = '', part = ''] = decimal.split('.');
    return all + BigInt(whole + part.padEnd(places, '0'));
  }, 0n);
  const digits = (total < 0n ? -total : total).toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  return `${total < 0n ? '-' : ''}${digits.slice(0, cut)}${places > 0 ? `.${digits.slice(cut)}` : ''}`;
}
