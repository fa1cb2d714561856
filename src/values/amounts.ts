import { currencyAfter, currencyBefore } from './currencies.ts';
import { numberTokens } from './decimals.ts';
import type { NumberToken } from './decimals.ts';
import { magnified } from './magnitudes.ts';
import type { Finder, Setting, Sighting } from './sighting.ts';

/**
 * Amounts of money: numbers with a currency beside them, or with two decimals. A minus before or after, parentheses and CR (credit) make them negative.
 */
export const findAmounts: Finder = (text, setting) => {
  const found: Sighting[] = [];
  for (const token of numberTokens(text, setting.locale, setting)) {
    const sighting = amountAt(text, token, found.at(-1)?.to ?? 0, setting);
    if (sighting !== undefined) found.push(sighting);
  }
  return found;
};

const cents = /\.\d{2}$/;
const signBefore = /(?<![\p{L}\d])[-−–+]$/u;
/** No cents: 20.– · 119,- · 500,-- */
const noCents = /^[.,] ?(?:[-–—]{1,2})(?![\d\p{L}])/u;
const signAfter = /^(?:[-−–](?![\p{L}\d])|[ \t]?(?:CR|DR)(?![\p{L}\d]))/u;
/** $ and the like, which stand against the number. */
const isSign = /^\p{Sc}$/u;
/** A tax class printed against the amount: 33.90S · 12.00* */
const taxClass = /^(?:[ACDEFHINOPQRSTVWXYZ](?![\p{L}\d])|[*#])/u;
/** What shows that the digits are a part of something longer: 33.90-A · 12.00/3 · 1.50kg; but not 2x1.50 and 1.50/kg. */
const goesOn = /^(?![xX×](?!\p{L}))(?:[\p{L}\d_%]|[-/:.,'’]\d|-\p{L})/u;
const belongsToLonger = /(?:\d[-/:]|(?<!\d)\p{L}|[^xX×\P{L}]|\p{L}[-/_]|[#_/])$/u;

/** A number with what stands around it. */
interface Framed extends NumberToken {
  signs: readonly string[];
  currency?: string;
  /** Named by its code, not by a sign that may mean several. */
  isCode?: boolean;
}

function amountAt(text: string, token: NumberToken, taken: number, setting: Setting): Sighting | undefined {
  const framed = bracketed(text, behind(text, ahead(text, token, taken, setting), setting));
  const { from, to, decimal, currency } = framed;
  const hasCents = cents.test(decimal);
  if (currency === undefined && !setting.whole && !hasCents) return undefined;
  if (isName(text, token, setting)) return undefined;
  if (currency === undefined && isDayAndMonth(text.slice(token.from, token.to), setting)) return undefined;
  return isWhole(text, from, to, hasCents) ? amount(framed) : undefined;
}

/** Takes a sign and a currency before the number, in either order, unless the amount before has taken it. */
function ahead(text: string, token: NumberToken, taken: number, { locale }: Setting): Framed {
  let { from } = token;
  const signs: string[] = [];
  const takeSign = (): void => {
    if (signBefore.test(text.slice(Math.max(0, from - 2), from))) signs.push(text.charAt(--from));
  };
  takeSign();
  const named = currencyBefore(text, from, locale);
  const currency = named === undefined || from - named.length < taken ? undefined : named;
  from -= currency?.length ?? 0;
  if (signs.length === 0) takeSign();
  return { ...token, from, signs, ...(currency !== undefined && { currency: currency.code, isCode: currency.isCode }) };
}

/** Takes a sign and a currency after the number, in either order; after `$` a code says which one. */
function behind(text: string, framed: Framed, { locale }: Setting): Framed {
  let { currency } = framed;
  let { to, decimal } = magnified(text, framed.to, framed.decimal) ?? framed;
  const signs = [...framed.signs];
  const centless = noCents.exec(text.slice(to, to + 4))?.[0];
  if (centless !== undefined && !decimal.includes('.')) {
    to += centless.length;
    decimal += '.00';
  }
  const takeSign = (): void => {
    const sign = signAfter.exec(text.slice(to, to + 4))?.[0] ?? '';
    if (sign !== '') signs.push(sign.trim());
    to += sign.length;
  };
  takeSign();
  const after = currencyAfter(text, to, cents.test(decimal), locale);
  if (after !== undefined && (currency === undefined || (after.isCode && !framed.isCode))) {
    to += after.length;
    currency = after.code;
    if (signs.length === 0) takeSign();
  }
  return { ...framed, to, decimal, signs, ...(currency !== undefined && { currency }) };
}

/** (123.45), as books write what is to be taken off; but (EUR 123.45) or (123.45 €) behind a word is said by the way. */
function bracketed(text: string, framed: Framed): Framed {
  const { from, to, signs, currency } = framed;
  if (text.charAt(from - 1) !== '(' || text.charAt(to) !== ')') return framed;
  const isAside = currency !== undefined && !isSign.test(text.charAt(from)) && /[\p{L}\d:] ?$/u.test(text.slice(Math.max(0, from - 3), from - 1));
  return isAside ? framed : { ...framed, from: from - 1, to: to + 1, signs: [...signs, '('] };
}

/** Not a part of something longer; a letter of a tax class may follow it. */
function isWhole(text: string, from: number, to: number, mayBeClassed: boolean): boolean {
  const rest = text.slice(to, to + 2);
  if (belongsToLonger.test(text.slice(Math.max(0, from - 2), from))) return false;
  return !goesOn.test(rest) || (mayBeClassed && taxClass.test(rest));
}

/** KR1234567 and the like: letters against more digits than anybody would leave ungrouped. */
function isName(text: string, { from, to }: NumberToken, { whole }: Setting): boolean {
  return !whole && /^\p{L}\d{7}/u.test(text.slice(Math.max(0, from - 1), to));
}

/** 12.03 where decimals stand behind commas. */
function isDayAndMonth(raw: string, { locale, whole }: Setting): boolean {
  if (whole || locale.decimalMark !== ',') return false;
  const [, day, month] = /^(\d{2})\.(\d{2})$/.exec(raw) ?? [];
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
}

function amount({ from, to, decimal, others, repaired, signs, currency }: Framed): Sighting {
  const negative = signs.some((sign) => '-−–('.includes(sign) || sign === 'CR') && /[1-9]/.test(decimal);
  const signed = (unsigned: string): string => (negative ? `-${unsigned}` : unsigned);
  return {
    kind: 'amount',
    value: Number(signed(decimal)),
    decimal: signed(decimal),
    ...(currency !== undefined && { currency }),
    ...(others.length > 0 && { others: others.map(signed) }),
    ...(repaired && { repaired: true as const }),
    checks: [],
    from,
    to,
  };
}
