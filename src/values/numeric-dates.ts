import { isoDay } from './calendar.ts';
import type { DateSpan } from './named-dates.ts';

const sign = String.raw` ?[-‐‑–—/.] ?`;
/** Not behind digits, and not behind the letters of a longer number. */
const start = String.raw`(?<!\d)(?<!\d[.,/:-])(?<![a-z][-/_])`;
/** A time may be glued on, or joined by a sign. */
const glued = String.raw`(?=[-,./]?\d{1,2}:\d{2})`;
const end = String.raw`(?:(?=[-,./]?\d{2}:\d{2})|(?!\d|[-/.,:]\d| ?[ap]\.?m\b))`;
const full = String.raw`(?:19|20|21)\d{2}`;
const fullEnd = String.raw`(?:${glued}|(?!\d|[-/.,]\d))`;

const yearFirst = new RegExp(String.raw`${start}(${full})${sign}(\d{1,2})${sign}(\d{1,2})(?=t\d|[-,./]\d{1,2}:\d{2}|(?!\d|[-/.,]\d))`, 'g');
const eastern = new RegExp(String.raw`${start}(${full}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日`, 'g');
const yearLast = new RegExp(String.raw`${start}(\d{1,2})(${sign})(\d{1,2})${sign}(?:(${full})${fullEnd}|(\d{2})${end})`, 'g');
const blanked = new RegExp(String.raw`${start}(?:(\d{2}) (\d{2}) (${full})|(${full}) (\d{2}) (\d{2}))(?! ?\d|[.,:-]\d)`, 'g');
const compact = /(?<![a-z\d.,/:_-])((?:19|20)\d{2})(\d{2})(\d{2})(?![a-z\d_]|[.,/:-]\d)/g;
/** 0103/2018, 01/032018: the reader of the picture has lost a sign. */
const signLost = new RegExp(String.raw`${start}(?:(\d{2})(\d{2})[-/.]|(\d{2})[-/.](\d{2}))(${full})${fullEnd}`, 'g');

/** 18-04-20, 99-12-31; one of the decades to come, 43-02-16, is a misread day. */
const mayBeYear = /^(?:[0-2]\d|3[01]|[7-9]\d)$/;

interface NumericDateTerms {
  dayFirst: boolean;
  scanned: boolean;
  whole: boolean;
}

/** Dates in digits, in a text without letters that stand for digits. Where day and month can be either, the likelier order is first. */
export function numericDates(folded: string, { dayFirst, scanned, whole }: NumericDateTerms): DateSpan[] {
  const inOrder = (year: string | undefined, a: string | undefined, b: string | undefined): (string | undefined)[] =>
    dayFirst ? [isoDay(year, b, a), isoDay(year, a, b)] : [isoDay(year, a, b), isoDay(year, b, a)];
  return [
    ...spans(folded, yearFirst, ([, year, a, b]) => [isoDay(year, a, b) ?? isoDay(year, b, a)]),
    ...spans(folded, eastern, ([, year, month, day]) => [isoDay(year, month, day)]),
    ...spans(folded, yearLast, ([, a = '', mark = '', b = '', long, short = '']) => {
      if (long !== undefined) return inOrder(long, a, b);
      // 1.2.10 numbers a section; 1.2.01 does not.
      if (!whole && mark.trim() === '.' && (a.length < 2 || b.length < 2) && !short.startsWith('0')) return [];
      return [...inOrder(short, a, b), ...(mayBeYear.test(a) ? [isoDay(a, b, short)] : [])];
    }),
    ...spans(folded, blanked, ([, a, b, last, first, month, day]) => (last === undefined ? [isoDay(first, month, day)] : inOrder(last, a, b))),
    ...spans(folded, compact, ([, year, month, day]) => [isoDay(year, month, day)]),
    ...(scanned
      ? spans(folded, signLost, ([, a, b, c, d, year]) => inOrder(year, a ?? c, b ?? d)).map((span) => ({ ...span, repaired: true as const }))
      : []),
  ];
}

function spans(text: string, pattern: RegExp, read: (match: readonly (string | undefined)[]) => readonly (string | undefined)[]): DateSpan[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const meanings = [...new Set(read(match).filter((meaning) => meaning !== undefined))];
    return meanings.length === 0 ? [] : [{ from: match.index, to: match.index + match[0].length, meanings }];
  });
}
