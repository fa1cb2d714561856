import type { FieldValue } from '../model/field.ts';
import type { Locale, ValueKind } from '../values/candidate.ts';
import { readValue } from '../values/read-value.ts';
import { readDate } from './read-date.ts';
import type { TemplateType } from './template-options.ts';

/** A captured text as what the template says it is. */
export interface TypedValue {
  value: FieldValue;
  decimal?: string;
  checks: readonly string[];
  /** Whether its notation has been validated; any text is a string. */
  validated: boolean;
}

/** How a template reads values. */
export interface Notation {
  locale: Locale;
  dateFormats: readonly string[];
}

/** Undefined for a text that is no value of the type. */
export function typedValue(type: TemplateType, text: string, { locale, dateFormats }: Notation): TypedValue | undefined {
  const plain = text.trim().replace(/\s+/g, ' ');
  if (plain === '') return undefined;
  if (type === 'string') return { value: plain, checks: [], validated: false };
  if (type === 'date') {
    const value = readDate(plain, dateFormats, locale);
    return value === undefined ? undefined : { value, checks: [], validated: true };
  }
  for (const kind of kinds[type] ?? [type as ValueKind]) {
    const read = readValue(kind, plain, locale);
    if (read === undefined) continue;
    const { value, decimal, checks } = read;
    if (type === 'int') return { value: Math.trunc(Number(value)), checks, validated: true };
    return { value, ...(decimal !== undefined && { decimal }), checks, validated: true };
  }
  return undefined;
}

/** A number may come with its currency, and an amount without. */
const kinds: Partial<Record<TemplateType, readonly ValueKind[]>> = {
  int: ['number', 'amount'],
  float: ['amount', 'number'],
  amount: ['amount', 'number'],
  number: ['number', 'amount'],
  percent: ['percent', 'number'],
};
