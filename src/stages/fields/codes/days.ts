import { isoDay } from '../../../values/calendar.ts';

/** `20260131` or `260131` as an ISO day; undefined when the calendar has no such day. */
export function dayOfDigits(digits: string): string | undefined {
  const parts = /^(\d{4}|\d\d)(\d\d)(\d\d)$/.exec(digits);
  return parts === null ? undefined : isoDay(...parts.slice(1));
}

/** The ISO day that comes so many days after another. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
