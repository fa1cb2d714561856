import type { Finder } from './sighting.ts';
import type { Locale } from './candidate.ts';
import { currencyCodes, currencyNames, currencySymbols, wordlikeCodes } from './currency-names.ts';

const escaped = (texts: readonly string[]): string =>
  [...texts]
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replace(/[.$]/g, String.raw`\$&`))
    .join('|');

/** As documents write a word. Codes stand in capitals only, since some are words otherwise: try, pen, mad. */
const cased = (word: string): string[] => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()];
const symbols = Object.keys(currencySymbols);
const signs = symbols.filter((symbol) => !/^\p{L}/u.test(symbol));
const names = Object.keys(currencyNames).flatMap(cased);
const words = escaped([...currencyCodes, ...symbols.filter((symbol) => !signs.includes(symbol)), ...names]);
const starts = String.raw`(?<![\p{L}\d])`;
const before = new RegExp(`(?:${starts}(?:${words})|${escaped(signs)})[ \\t]{0,2}$`, 'u');
const after = new RegExp(`^[ \\t]{0,2}(?:${escaped(signs)}|${words})(?!\\p{L})`, 'u');
const spoken = escaped([...currencyCodes.filter((code) => !wordlikeCodes.has(code)), ...names]);
const alone = new RegExp(`${starts}(?:${spoken})(?![\\p{L}\\d]|-\\p{L})|[${signs.filter((sign) => sign.length === 1).join('')}]`, 'gu');

/** What is only written before its number, if there is a number behind it. */
const standsAhead = /^(?:.{0,3}\$|[£¥₹₱฿]|RM|Rs\.?|Rp)$/i;
const numberBehind = /^[ \t]{0,2}[-(]?\d(?:[\d.,]{0,12}([.,]\d{2})(?!\d))?/;
/** Longer than any name of a currency and the blanks beside it. */
const reach = 24;

/** A currency named beside a number. */
export interface NamedCurrency {
  code: string;
  /** By its ISO code, which leaves no doubt. */
  isCode: boolean;
  /** Characters that name it, the blanks between included. */
  length: number;
}

/** The currency named directly before a place: `EUR `, `RM`, `US$`. */
export function currencyBefore(text: string, at: number, locale: Locale): NamedCurrency | undefined {
  return namedIn(before.exec(text.slice(Math.max(0, at - reach), at))?.[0], locale);
}

/**
 * The currency named directly after a number: ` €`, `EUR`, ` kr`. It is that of a number behind it if it stands closer to that one, is only ever written
 * before a number, or if that one has cents and this one has none: `2 € 5.00`.
 */
export function currencyAfter(text: string, at: number, hasCents: boolean, locale: Locale): NamedCurrency | undefined {
  const raw = after.exec(text.slice(at, at + reach))?.[0];
  if (raw === undefined) return undefined;
  const behind = numberBehind.exec(text.slice(at + raw.length, at + raw.length + reach));
  const isCloser = raw.startsWith('\t') && behind?.[0].startsWith('\t') === false;
  const isNext = behind !== null && (isCloser || standsAhead.test(raw.trim()) || (!hasCents && behind[1] !== undefined));
  return isNext ? undefined : namedIn(raw, locale);
}

/** Currencies that are named without an amount: `Currency: EUR`, `all amounts in euros`. */
export const findCurrencies: Finder = (text, { locale, whole, scanned }) => {
  if (whole) {
    const code = codeOf(codes.has(text.toUpperCase()) ? text.toUpperCase() : text, locale);
    return code === undefined ? [] : [{ kind: 'currency', value: code, checks: [], from: 0, to: text.length }];
  }
  return [...text.matchAll(alone)].flatMap(({ 0: raw, index }) => {
    // A sign alone is a misread letter more often.
    const code = scanned && raw.length === 1 ? undefined : codeOf(raw, locale);
    return code === undefined ? [] : [{ kind: 'currency' as const, value: code, checks: [], from: index, to: index + raw.length }];
  });
};

function namedIn(raw: string | undefined, locale: Locale): NamedCurrency | undefined {
  const code = raw === undefined ? undefined : codeOf(raw.trim(), locale);
  return raw === undefined || code === undefined ? undefined : { code, isCode: code === raw.trim(), length: raw.length };
}

const byLowerCase = new Map(Object.entries({ ...currencyNames, ...currencySymbols }).map(([name, code]) => [name.toLowerCase(), code] as const));
const codes = new Set(currencyCodes);

/** The ISO code of a symbol, code or name; of those that a symbol can mean, the one that the document speaks of. */
function codeOf(raw: string, { currency, country, languages }: Locale): string | undefined {
  if (codes.has(raw)) return raw;
  const meanings = byLowerCase.get(raw.toLowerCase());
  if (meanings === undefined || typeof meanings === 'string') return meanings;
  if (currency !== undefined && Object.values(meanings).includes(currency)) return currency;
  const places = [country, ...languages.map((language) => language.toUpperCase())];
  const place = places.find((name) => name !== undefined && Object.hasOwn(meanings, name));
  return meanings[place ?? '*'];
}
