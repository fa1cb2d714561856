import type { Locale } from '../values/candidate.ts';
import { readValue } from '../values/read-value.ts';
import { expressionOf } from './date-format.ts';

/** The ISO day that a text means by the first of the notations that it has; by the locale's own reading where it has none of them. */
export function readDate(text: string, formats: readonly string[], locale: Locale): string | undefined {
  for (const format of formats) {
    const { day, month, year, name } = expressionOf(format).exec(text.trim())?.groups ?? {};
    if (day === undefined || year === undefined) continue;
    const written = name === undefined ? `${day}/${String(month)}/${year}` : `${day} ${name} ${year}`;
    const read = readValue('date', written, { ...locale, dayFirst: true });
    if (read !== undefined) return String(read.value);
  }
  const value = readValue('date', text, locale)?.value;
  return value === undefined ? undefined : String(value);
}
