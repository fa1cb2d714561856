import { fold } from './fold.ts';
import { monthOf, monthPattern } from './month-names.ts';
import { numberOfOrdinal, ordinalWordPattern } from './ordinal-words.ts';
import type { Finder, Setting, Sighting } from './sighting.ts';

/** A year of two digits is of this century below the first of these, and of the last one from there on. */
const firstOldYear = 70;
const years = { from: 1900, to: 2199 };

const ordinal = String.raw`(?:st|nd|rd|th|er|re|e|o|a|[.,])?`;
const sign = String.raw`[-‐‑–—/.]`;
/** A year ends where its digits do, or where a time is glued to it. */
const yearEnd = String.raw`(?!\d|[.,:]\d)`;
const fullYear = String.raw`(?:19|20|21)\d{2}(?=\D|$|\d{1,2}:\d{2})`;
const year = String.raw`(${fullYear}|['’]?\d{2}${yearEnd})`;
const gap = String.raw`[ \t.,/'‐‑–—-]{0,3}`;
const from = String.raw`(?<!\d)(?<!\d[.,/:-])`;

type Part = 'year' | 'month' | 'day';

/** What is written how; parts in the order of the groups. */
const named: readonly { pattern: RegExp; parts: readonly Part[] }[] = [
  {
    pattern: new RegExp(
      String.raw`${from}(\d{1,2})${ordinal}${gap}(?:(?:day of|of|de|di|d')[ \t]+(?:the month of[ \t]+)?)?(${monthPattern})${gap}(?:(?:de|del|of|do)[ \t]+)?${year}`,
      'g',
    ),
    parts: ['day', 'month', 'year'],
  },
  {
    pattern: new RegExp(String.raw`(?<![a-z-])(${ordinalWordPattern})${gap}(?:day )?of[ \t]+(${monthPattern})${gap}(?:of[ \t]+)?${year}`, 'g'),
    parts: ['day', 'month', 'year'],
  },
  {
    pattern: new RegExp(String.raw`(?<![a-z])(${monthPattern})${gap}(\d{1,2})(?!\d)${ordinal}${gap}(?:of[ \t]+)?${year}`, 'g'),
    parts: ['month', 'day', 'year'],
  },
  { pattern: new RegExp(String.raw`${from}((?:19|20|21)\d{2})${gap}(${monthPattern})${gap}(\d{1,2})(?!\d)`, 'g'), parts: ['year', 'month', 'day'] },
];

const numeric = new RegExp(
  String.raw`${from}(?:((?:19|20|21)\d{2}) ?${sign} ?(\d{1,2}) ?${sign} ?(\d{1,2})(?!\d{3}|\d(?!\d:))|(\d{1,2})( ?)(${sign}) ?(\d{1,2}) ?${sign} ?(${fullYear}|\d{2}(?![\d]|[-/.,:]\d)))`,
  'g',
);
const blanked = new RegExp(String.raw`${from}(?:(\d{2}) (\d{2}) ((?:19|20)\d{2})|((?:19|20)\d{2}) (\d{2}) (\d{2}))(?! ?\d|[.,:-]\d)`, 'g');
const compact = /(?<![\p{L}\d.,/:-])((?:19|20)\d{2})(\d{2})(\d{2})(?![\p{L}\d]|[.,/:-]\d)/gu;

/** Days of the calendar from 1900 to 2199, in numbers or with the month's name; what is no day of any month is no date. */
export const findDates: Finder = (text, setting) => {
  const folded = fold(text);
  return [...namedDates(folded), ...numericDates(folded, setting), ...plainDates(folded)];
};

function namedDates(text: string): Sighting[] {
  return named.flatMap(({ pattern, parts }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const of = (part: Part): string => match[parts.indexOf(part) + 1] ?? '';
      return sighting(match, [day(of('year'), monthOf(of('month')), numberOfOrdinal(of('day')) ?? of('day'))]);
    }),
  );
}

function numericDates(text: string, { locale: { dayFirst }, whole }: Setting): Sighting[] {
  return [...text.matchAll(numeric)].flatMap((match) => {
    const [, fullFirst, second = '', third = '', a = '', , mark, b = '', c = ''] = match;
    if (fullFirst !== undefined) return sighting(match, [day(fullFirst, second, third), day(fullFirst, third, second)]);
    // 1.2.10 numbers a section.
    if (!whole && mark === '.' && c.length === 2 && (a.length < 2 || b.length < 2)) return [];
    const meanings = [day(c, b, a), day(c, a, b)];
    if (!dayFirst) meanings.reverse();
    return sighting(match, c.length === 2 && a.length === 2 ? [...meanings, day(a, b, c)] : meanings);
  });
}

function plainDates(text: string): Sighting[] {
  return [
    ...[...text.matchAll(blanked)].flatMap((match) =>
      sighting(match, match[3] === undefined ? [day(match[4], match[5], match[6])] : [day(match[3], match[2], match[1])]),
    ),
    ...[...text.matchAll(compact)].flatMap((match) => sighting(match, [day(match[1], match[2], match[3])])),
  ];
}

/** The likeliest meaning is the value, each other one stands beside it once. */
function sighting(match: RegExpExecArray, meanings: readonly (string | undefined)[]): Sighting[] {
  const [value, ...others] = new Set(meanings.filter((meaning) => meaning !== undefined));
  if (value === undefined) return [];
  return [{ kind: 'date', value, ...(others.length > 0 && { others }), checks: [], from: match.index, to: match.index + match[0].length }];
}

/** An ISO day, if the calendar has it. */
function day(year = '', month: string | number = 0, date: string | number = ''): string | undefined {
  const digits = year.replace(/\D/g, '');
  const [y, m, d] = [digits.length === 2 ? century(Number(digits)) : Number(digits), Number(month), Number(date)];
  if (y < years.from || y > years.to || m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return undefined;
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

function century(year: number): number {
  return year < firstOldYear ? 2000 + year : 1900 + year;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
