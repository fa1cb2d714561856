import type { FieldKind } from '../../../document-type/field-options.ts';
import type { Field, FormField } from '../../../model/field.ts';
import type { Locale } from '../../../values/candidate.ts';
import { readValue } from '../../../values/read-value.ts';

/** How sure it is that the field of the form and the field of the type are the same: where the notation of the value agrees as well, and where any text would do. */
const certain = 0.95;
const likely = 0.9;

/** Reads what was filled in as a value of a kind; undefined when it is none. Lines of text are joined by commas, as addresses are. */
export function readEntry(
  { value }: FormField,
  kind: FieldKind,
  locale: Locale,
): Pick<Field, 'value' | 'raw' | 'decimal' | 'confidence' | 'checks'> | undefined {
  if (typeof value !== 'string' || kind === 'items') return undefined;
  if (kind === 'text' || kind === 'identifier' || kind === 'name' || kind === 'address') {
    const lines = value.split('\n').map((line) => line.trim());
    return { value: lines.filter((line) => line !== '').join(', '), raw: value, confidence: likely };
  }
  const read = readValue(kind, value, locale);
  if (read === undefined || read.repaired) return undefined;
  const { decimal, checks } = read;
  return { value: read.value, raw: value, ...(decimal !== undefined && { decimal }), confidence: certain, ...(checks.length > 0 && { checks }) };
}
