import type { Candidate, Locale } from '../../../values/candidate.ts';
import { isPicture } from './legibility.ts';
import { misreadDates } from './misread-date.ts';
import type { DateReading } from './misread-date.ts';
import { says } from './receipt-rows.ts';
import type { Row } from './receipt-rows.ts';

/** When something was bought. */
export interface Moment {
  date: DateReading;
  time?: Candidate;
  /** 0–1. */
  confidence: number;
}

/** As natural logarithms of odds. */
const weights = {
  start: 1,
  label: 1.5,
  time: 1,
  body: 0.5,
  other: -2.5,
  repaired: -0.7,
  ambiguous: -0.3,
  yearFirst: -2,
  'said-twice': 1,
  'date-in-number': 1.5,
} as const;

/** On photographed receipts about one date in eight has a misread digit, whatever confidence it was read with; two that agree hardly ever. */
const readOnce = 0.87;
const readTwice = 0.97;

interface Sighting {
  date: DateReading;
  row: number;
  odds: number;
}

/** The day of the purchase: labelled so, beside a time or a number of the receipt, and said again; not the day of something else. */
export function transactionMoment(rows: readonly Row[], locale: Locale): Moment | undefined {
  const clear = rows.flatMap((row, place) =>
    sightings(
      row.values.filter(({ kind }) => kind === 'date'),
      rows,
      place,
    ),
  );
  const all = clear.length > 0 ? clear : rows.flatMap((row, place) => sightings(misreadDates(row, locale), rows, place));
  const numbers = numbersOf(rows);
  const days = [...Map.groupBy(all, ({ date }) => date.value)].map(([day, same]) => {
    const best = same.reduce((a, b) => (b.odds > a.odds ? b : a));
    const checks = [
      ...(same.length > 1 ? (['said-twice'] as const) : []),
      ...(isInNumber(String(day), numbers) ? (['date-in-number'] as const) : []),
    ];
    return { ...best, odds: checks.reduce((odds, check) => odds + weights[check], best.odds), checks };
  });
  const [best] = days.sort((a, b) => b.odds - a.odds);
  if (best === undefined) return undefined;
  const isRead = isPicture(rows[best.row]?.words ?? []);
  const read = best.checks.length > 0 ? readTwice : readOnce;
  const time = timeNear(rows, best.row);
  return { date: { ...best.date, checks: best.checks }, ...(time && { time }), confidence: (isRead ? read : 1) / (1 + Math.exp(-best.odds)) };
}

function sightings(dates: readonly DateReading[], rows: readonly Row[], place: number): Sighting[] {
  return dates.map((date) => ({ date, row: place, odds: oddsOf(date, rows, place) }));
}

function oddsOf(date: DateReading, rows: readonly Row[], place: number): number {
  const row = rows[place];
  const above = rows[place - 1];
  let odds: number = weights.start;
  if (row === undefined) return odds;
  if (says(row, 'other_date')) odds += weights.other;
  else if (says(row, 'transaction_date') || (above !== undefined && says(above, 'transaction_date') && !has(above, 'date'))) odds += weights.label;
  if (has(row, 'time')) odds += weights.time;
  if (says(row, 'body')) odds += weights.body;
  if (date.repaired) odds += weights.repaired;
  if (date.others !== undefined) odds += weights.ambiguous;
  if (isYearFirst(date)) odds += weights.yearFirst;
  return odds;
}

function has(row: Row, kind: Candidate['kind']): boolean {
  return row.values.some((value) => value.kind === kind);
}

/** 41-05-17: hardly anybody writes it so, and a day that is none was misread. */
function isYearFirst({ raw, value }: DateReading): boolean {
  return /^(\d\d)\D/.exec(raw)?.[1] === String(value).slice(2, 4) && !raw.startsWith(String(value).slice(8, 10));
}

/** Numbers that are long enough to hold a date. */
function numbersOf(rows: readonly Row[]): string[] {
  return rows.flatMap(({ words }) => words.flatMap(({ text }) => (/^\p{L}{0,8}[-#]?\d{8,24}$/u.test(text) ? text.replace(/\D/g, '') : [])));
}

/** Many tills number what they print by the day: 20240131…, 31012024…, 310124… */
function isInNumber(day: string, numbers: readonly string[]): boolean {
  const [year = '', month = '', date = ''] = day.split('-');
  const short = year.slice(2);
  return numbers.some(
    (number) =>
      number.includes(year + month + date) ||
      number.includes(date + month + year) ||
      number.startsWith(date + month + short) ||
      number.startsWith(short + month + date),
  );
}

/** Rows away from the date in which a time still belongs to it. */
const timeReach = 2;

/** In the row of the date, behind a word for it, or near. */
function timeNear(rows: readonly Row[], place: number): Candidate | undefined {
  const timeOf = (row: Row | undefined): Candidate | undefined => row?.values.find(({ kind }) => kind === 'time');
  const labelled = rows.find((row) => says(row, 'transaction_time') && has(row, 'time'));
  const near = Array.from({ length: timeReach }, (_, at) => [rows[place + at + 1], rows[place - at - 1]]).flat();
  return timeOf(rows[place]) ?? timeOf(labelled) ?? near.map(timeOf).find((time) => time !== undefined);
}
