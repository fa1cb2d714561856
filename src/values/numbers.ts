import { numberTokens } from './decimals.ts';
import type { Finder } from './sighting.ts';

const belongsToLonger = /(?:[\d\p{L}][-/:_.]|\p{L}|[#_])$/u;
const goesOn = /^(?:[\p{L}\d_]|[-/:.,'’][\p{L}\d])/u;
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
