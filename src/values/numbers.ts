import { numberTokens } from './decimals.ts';
import type { Finder } from './sighting.ts';

/** What shows that the digits are a part of something longer: A12 · 12-B · 12kg; but not 2x5. */
const belongsToLonger = /(?:[\d\p{L}][-/:_.]|(?<!\d)\p{L}|[^xX×\P{L}]|[#_])$/u;
const goesOn = /^(?![xX×](?!\p{L}))(?:[\p{L}\d_]|[-/:.,'’][\p{L}\d])/u;
/** 0042 names something. */
const isName = /^0\d/;
const minus = /(?<![\p{L}\d])[-−]$/u;

/** Numbers that stand for themselves: quantities, years, counts; whatever they count. */
export const findNumbers: Finder = (text, setting) =>
  numberTokens(text, setting.locale, setting).flatMap(({ from, to, decimal, others, repaired }) => {
    const negative = minus.test(text.slice(Math.max(0, from - 2), from));
    const start = negative ? from - 1 : from;
    if (!setting.whole && isName.test(text.slice(from, to))) return [];
    if (goesOn.test(text.slice(to, to + 2)) || belongsToLonger.test(text.slice(Math.max(0, start - 2), start))) return [];
    const signed = (unsigned: string): string => (negative && /[1-9]/.test(unsigned) ? `-${unsigned}` : unsigned);
    return [
      {
        kind: 'number',
        value: Number(signed(decimal)),
        decimal: signed(decimal),
        ...(others.length > 0 && { others: others.map(signed) }),
        ...(repaired && { repaired: true as const }),
        checks: [],
        from: start,
        to,
      },
    ];
  });
