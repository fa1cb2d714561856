import { findAmounts } from './amounts.ts';
import type { Locale } from './candidate.ts';
import { findCurrencies } from './currencies.ts';

/** An amount that names its currency tells more than a currency that is spoken of. */
const besideAmount = 2;

/** The currency that most amounts of a text name; if none does, the one that it speaks of most often. */
export function currencyOf(text: string, locale: Locale): string | undefined {
  const counts = new Map<string, number>();
  const add = (code: string, weight: number): void => void counts.set(code, (counts.get(code) ?? 0) + weight);
  for (const line of text.split('\n')) {
    if (/\d/.test(line))
      for (const { currency } of findAmounts(line, { locale, scanned: false, whole: false })) if (currency !== undefined) add(currency, besideAmount);
    for (const { value } of findCurrencies(line, { locale, scanned: false, whole: false })) add(String(value), 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
