import type { Candidate } from '../../../values/candidate.ts';
import { says } from './receipt-rows.ts';
import type { Row } from './receipt-rows.ts';

export interface Moment {
  date: Candidate;
  time?: Candidate;
  confidence: number;
}

/** Weights of evidence, as natural logarithms of odds. */
const weights = { start: 1, label: 1.5, time: 1, body: 0.5, other: -2.5, repaired: -0.7, ambiguous: -0.3, again: 0.7, yearFirst: -2 } as const;

/** The day of the purchase: labelled so, beside a time or a number of the receipt, and said again; not the day of something else. */
export function transactionMoment(rows: readonly Row[]): Moment | undefined {
  const dates = rows.flatMap((row, place) =>
    row.values.filter(({ kind }) => kind === 'date').map((date) => ({ date, place, odds: oddsOf(date, row, rows[place - 1]) })),
  );
  const days = [...Map.groupBy(dates, ({ date }) => date.value).values()].map((same) => {
    const best = same.reduce((a, b) => (b.odds > a.odds ? b : a));
    return { ...best, odds: best.odds + weights.again * Math.min(2, same.length - 1) };
  });
  const best = days.reduce<(typeof days)[number] | undefined>((a, b) => (a === undefined || b.odds > a.odds ? b : a), undefined);
  if (best === undefined) return undefined;
  const time = timeNear(rows, best.place);
  return { date: best.date, ...(time && { time }), confidence: 1 / (1 + Math.exp(-best.odds)) };
}

function oddsOf(date: Candidate, row: Row, above: Row | undefined): number {
  let odds: number = weights.start;
  if (says(row, 'other_date')) odds += weights.other;
  else if (says(row, 'transaction_date') || (above !== undefined && says(above, 'transaction_date') && !hasValue(above, 'date')))
    odds += weights.label;
  if (hasValue(row, 'time')) odds += weights.time;
  if (says(row, 'body')) odds += weights.body;
  if (date.repaired) odds += weights.repaired;
  if (/^(\d\d)\D/.exec(date.raw)?.[1] === String(date.value).slice(2, 4) && !date.others) odds += weights.yearFirst;
  if (date.others !== undefined) odds += weights.ambiguous;
  return odds;
}

function hasValue(row: Row, kind: Candidate['kind']): boolean {
  return row.values.some((value) => value.kind === kind);
}

/** Rows away from the date in which a time still belongs to it. */
const timeReach = 2;

function timeNear(rows: readonly Row[], place: number): Candidate | undefined {
  const isLabelled = (row: Row): boolean => says(row, 'transaction_time');
  const timeOf = (row: Row | undefined): Candidate | undefined => row?.values.find(({ kind }) => kind === 'time');
  const near = Array.from({ length: timeReach }, (_, at) => [rows[place + at + 1], rows[place - at - 1]]).flat();
  const labelled = rows.find((row) => isLabelled(row) && timeOf(row) !== undefined);
  return timeOf(rows[place]) ?? timeOf(labelled) ?? near.map(timeOf).find((time) => time !== undefined);
}
