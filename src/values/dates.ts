import { fold } from './fold.ts';
import { namedDates } from './named-dates.ts';
import { numericDates } from './numeric-dates.ts';
import type { Finder } from './sighting.ts';

/** Days of the calendar from 1900 to 2199, in numbers or with the month's name; what is no day of any month is no date. */
export const findDates: Finder = (text, { locale, scanned, whole }) => {
  if (!/\d\d/.test(text)) return [];
  const folded = fold(text);
  return [...namedDates(folded), ...numericDates(folded, { dayFirst: locale.dayFirst, scanned, whole })].map(({ from, to, meanings, repaired }) => {
    const [value = '', ...others] = meanings;
    return { kind: 'date', value, ...(others.length > 0 && { others }), ...(repaired && { repaired }), checks: [], from, to };
  });
};
