import { findAmounts } from './amounts.ts';
import type { Locale } from './candidate.ts';
import { findCurrencies } from './currencies.ts';

/** An amount that names its currency tells more than a currency that is spoken of. */
const besideAmount = 2;
/** In a picture, signs such as £ and € are misread letters and digits now and then: only several of them tell. */
const bySignInScan = 0.5;
const least = 1;

/** The currency that most amounts of a text name; if none does, the one that it speaks of most often. */
export function currencyOf(text: string, locale: Locale, scanned: boolean): string | undefined {
  const counts = new Map<string, number>();
  const add = (code: string, weight: number): void => void counts.set(code, (counts.get(code) ?? 0) + weight);
  for (const line of text.split('\n')) {
    const setting = { locale, scanned: false, whole: false };
    for (const { currency, from, to } of findAmounts(line, setting)) {
      const isSign = scanned && /[\p{Sc}]/u.test(line.slice(from, to));
      if (currency !== undefined) add(currency, isSign ? bySignInScan : besideAmount);
    }
    for (const { value, from, to } of findCurrencies(line, setting)) if (!scanned || to - from > 1) add(String(value), 1);
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first !== undefined && first[1] >= least ? first[0] : undefined;
}
