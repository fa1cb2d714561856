import type { Sighting } from './sighting.ts';
import { fold } from './fold.ts';
import { namedDates } from './named-dates.ts';

/** Characters on either side of a line's end that a date is looked for in: the longest day and month there are. */
const reach = 40;
/** Without a digit, or a word for a day, near a line's end no date goes over it. */
const mayStart = /\d|day|st|th|rd/;

/** A date with a month's name that begins on a line and ends on the one below. `to` counts on over the end of the line, its blank included. */
export function dateOverLineEnd(text: string, below: string): Sighting | undefined {
  const tail = text.slice(-reach);
  if (!mayStart.test(tail.slice(-24))) return undefined;
  const skipped = text.length - tail.length;
  const span = namedDates(fold(`${tail} ${below.slice(0, reach)}`)).find(({ from, to }) => from < tail.length && to > tail.length + 1);
  if (span === undefined) return undefined;
  return { kind: 'date', value: span.meanings[0] ?? '', checks: [], from: skipped + span.from, to: skipped + span.to };
}
