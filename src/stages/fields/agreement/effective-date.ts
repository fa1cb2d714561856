import type { Phrases } from '../../../document-type/phrases.ts';
import type { Locale } from '../../../values/candidate.ts';
import { findDates } from '../../../values/dates.ts';
import type { Sighting } from '../../../values/sighting.ts';
import type { Anchor } from '../prose/anchors.ts';
import { anchorsOf, anchorsWithin } from '../prose/anchors.ts';
import type { Prose } from '../prose/prose.ts';
import { lineAt } from '../prose/prose.ts';
import type { Reading } from '../prose/reading.ts';
import { mostTelling } from '../prose/reading.ts';

/**
 * The day from which an agreement holds: what it says itself in its opening or its closing words, else its date as that of a letter,
 * else the last day on which it was signed. A form whose date is left blank has none, whatever other days it mentions.
 */
export function readEffectiveDate(prose: Prose, phrases: Phrases, locale: Locale): Reading | undefined {
  const dates = findDates(prose.folded, { locale, scanned: false, whole: false });
  const anchors = anchorsOf(prose, phrases);
  if (isLeftBlank(prose, anchors)) return undefined;
  return mostTelling([
    ...dates.flatMap((date) => announced(prose, date, anchors)),
    ...dates.flatMap((date) => heading(prose, date)),
    ...signed(prose, locale),
  ]);
}

/** Characters that an opening takes at most: titles, parties with their addresses, the first recitals. */
const opening = 2500;

/** Characters before the end within which the signatures stand. */
const closing = 5000;

/** Characters between a phrase and the date that it announces: "this", "the", a colon. */
const announcedReach = 30;

/** Characters from the start of a phrase to the date. */
const longestPhrase = 100;

/** Shares of readings that were right on 60 public filings, rounded down. */
const confidences = { defined: 0.95, opened: 0.9, closed: 0.8, headed: 0.65, elsewhere: 0.4, signed: 0.5 };

/** What an agreement calls the day, right after it. */
const definition = /^[^.;]{0,40}["'(](?:the )?"?(?:effective date|commencement date|inkrafttreten|date d'effet|fecha efectiva|ingangsdatum)/;

/** What the words before the signatures have. */
const witness = /witness|executed|signed|agreed|accepted|unterzeichnet|fait a|firman|sottoscritt|ondertekend|made this|dated/;

/** A day or a date to be filled in. */
const blank =
  /^[ :]{0,3}(?:(?:the|this|on|as of|of) ){0,3}(?:_{2,}|\[[^\]a-z]{0,40}\]|\.{4,}|day of[ _.,]*[,_.]|day of [a-z]{3,9},? (?:19|20)\d\d|_*(?:st|nd|rd|th)? day of[ _])/;

function isLeftBlank({ folded }: Prose, anchors: readonly Anchor[]): boolean {
  return anchors.some(({ start, end }) => start < opening && blank.test(folded.slice(end, end + blankReach)));
}

/** Characters. */
const blankReach = 60;

function announced({ folded }: Prose, { from, to, value }: Sighting, anchors: readonly Anchor[]): Reading[] {
  const before = anchorsWithin(anchors, from - longestPhrase, from).filter(
    ({ end }) => end <= from && from - end <= announcedReach && !/[.;()]/.test(folded.slice(end, from)),
  );
  const weight = Math.max(0, ...before.map((anchor) => anchor.weight));
  const reading = { value: String(value), start: from, end: to };
  if (definition.test(folded.slice(to, to + announcedReach * 2))) return [{ ...reading, confidence: confidences.defined }];
  if (weight === 0) return [];
  return [{ ...reading, confidence: placeConfidence(folded, from) - (1 - weight) * weightRange }];
}

/** How much less the last phrase of a list tells than the first. */
const weightRange = 0.15;

function placeConfidence(folded: string, at: number): number {
  if (at < opening) return confidences.opened;
  const isClosing = at > folded.length - closing && witness.test(folded.slice(Math.max(0, at - witnessReach), at));
  return isClosing ? confidences.closed : confidences.elsewhere;
}

/** Characters between "in witness whereof" and the day. */
const witnessReach = 200;

/** The date of a letter, or below a title: alone on its line. */
function heading(prose: Prose, { from, to, value }: Sighting): Reading[] {
  if (from > Math.min(opening, prose.text.length / 2)) return [];
  const line = lineAt(prose, from);
  if (line === undefined || to > line.end || to - from < (line.end - line.start) * loneShare) return [];
  return [{ value: String(value), start: from, end: to, confidence: confidences.headed }];
}

/** Share of a line that a date takes which stands alone, or after a town. */
const loneShare = 0.5;

/** "Date: …" beside signatures: an agreement holds when the last party has signed. */
function signed({ folded }: Prose, locale: Locale): Reading[] {
  const start = Math.max(0, folded.length - closing);
  const tail = folded.slice(start);
  return findDates(tail, { locale, scanned: false, whole: true })
    .filter(({ from }) => signatureLabel.test(tail.slice(Math.max(0, from - signatureReach), from)))
    .map(({ from, to, value }) => ({ value: String(value), start: start + from, end: start + to, confidence: confidences.signed }))
    .sort((a, b) => (a.value < b.value ? 1 : -1))
    .slice(0, 1);
}

const signatureLabel = /(?:dated?|datum|fecha|data)[ :.,]*$/;

/** Characters: the label and what parts it from the date. */
const signatureReach = 12;
