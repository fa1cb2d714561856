import { isoDay } from './calendar.ts';
import { dayOfWord, dayWordPattern } from './day-words.ts';
import { monthOf, monthPattern } from './month-names.ts';

/** A date in a text: its meanings as ISO days, the likeliest first, never none. */
export interface DateSpan {
  from: number;
  to: number;
  meanings: readonly string[];
  repaired?: true;
}

const gap = String.raw`[ \t.,/'’‐‑–—-]{0,3}`;
const start = String.raw`(?<!\d)(?<!\d[.,/:-])`;
const ordinal = String.raw`(?:st|nd|rd|th|er|re|e|o|a|[º°])?`;
/** The day once more: tenth (10th), 10th (tenth). */
const again = String.raw`(?:[ \t]*\([a-z\d-]{1,16}\)[ \t]*)?`;
const ofMonth = String.raw`(?:(?:day[ \t]+of|of|de|di|d')[ \t]+)?`;
const ofYear = String.raw`(?:(?:of|de|del|do)[ \t]+)?`;
/** A year of four digits ends where its digits do, or where a time is glued to it; one of two digits is neither the hour of a time nor the end of a span of days before its year. */
const year = String.raw`((?:19|20|21)\d{2}(?=\D|$|\d{1,2}:\d{2})|\d{2}(?!\d|[.,:]\d|[ ,.]{1,2}(?:19|20)\d{2}))`;
const month = `(${monthPattern})`;

type Part = 'year' | 'month' | 'day';

/** Notations, their parts in the order of the groups. */
const notations: readonly { pattern: RegExp; parts: readonly Part[] }[] = [
  {
    pattern: new RegExp(String.raw`${start}(\d{1,2})${ordinal}${again}${gap}${ofMonth}${month}${gap}${ofYear}${year}`, 'g'),
    parts: ['day', 'month', 'year'],
  },
  {
    pattern: new RegExp(String.raw`\b(${dayWordPattern})${again}${gap}${ofMonth}${month}${gap}${ofYear}${year}`, 'g'),
    parts: ['day', 'month', 'year'],
  },
  { pattern: new RegExp(String.raw`(?<![a-z])${month}${gap}(\d{1,2})(?!\d)${ordinal}${gap}${ofYear}${year}`, 'g'), parts: ['month', 'day', 'year'] },
  { pattern: new RegExp(String.raw`${start}((?:19|20|21)\d{2})${gap}${month}${gap}(\d{1,2})(?!\d)`, 'g'), parts: ['year', 'month', 'day'] },
];

const hasMonth = new RegExp(`(?<![a-z])${monthPattern}`);

/** Dates with the name of their month, in a folded text: `3. marz 2018`, `april 3rd, 2018`, `12-jun-18`, `first day of may, 2004`. */
export function namedDates(folded: string): DateSpan[] {
  if (!hasMonth.test(folded)) return [];
  return notations.flatMap(({ pattern, parts }) =>
    [...folded.matchAll(pattern)].flatMap((match) => {
      const part = (name: Part): string => match[parts.indexOf(name) + 1] ?? '';
      const day = /^\d/.test(part('day')) ? part('day') : dayOfWord(part('day'));
      const meaning = isoDay(part('year'), monthOf(part('month')), day);
      return meaning === undefined ? [] : [{ from: match.index, to: match.index + match[0].length, meanings: [meaning] }];
    }),
  );
}
