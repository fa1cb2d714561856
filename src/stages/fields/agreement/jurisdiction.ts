import type { Phrases } from '../../../document-type/phrases.ts';
import type { Anchor } from './anchors.ts';
import { anchorsOf } from './anchors.ts';
import { countryOfAdjective, placesIn } from './places.ts';
import type { Prose } from './prose.ts';
import type { Reading } from './reading.ts';
import { sentenceAround } from './sentence.ts';

/**
 * The state or country whose law governs. `governing` are the phrases that say "is governed by"; where none of their sentences names
 * a law, the seat of the courts that are agreed upon stands in.
 */
export function readJurisdiction(prose: Prose, governing: Phrases): Reading | undefined {
  const found = anchorsOf(prose, governing).flatMap((anchor) => lawsOf(prose, anchor));
  const best = mostTelling(found) ?? mostTelling(courtsOf(prose));
  if (best === undefined) return undefined;
  const doubted = found.some(({ value, confidence }) => value !== best.value && confidence >= best.confidence);
  return doubted ? { ...best, confidence: best.confidence * rivalFactor } : best;
}

/** Of clauses that tell as much the first: annexes come last. */
function mostTelling(readings: readonly Reading[]): Reading | undefined {
  const top = Math.max(...readings.map(({ confidence }) => confidence));
  return readings.find(({ confidence }) => confidence === top);
}

/** Shares of readings that were right on 60 public filings, rounded down. */
const confidences = { law: 0.95, place: 0.75, court: 0.5 };

/** How much less the last phrase of a list tells than the first. */
const weightRange = 0.2;

/** Another clause names another law. */
const rivalFactor = 0.7;

/** Characters between "laws" and the place: "of the" and what a state calls itself, "(without regard to …)". */
const lawReach = 90;

/** Characters between "governed by" and a place that stands there without the word law. */
const placeReach = 50;

/** Characters between "courts" and the place. */
const courtReach = 90;

/** What says "law" in English, German, French, Spanish, Italian, Dutch and Portuguese. */
const law =
  /(?<!\p{L})(?:laws?|recht(?:e?s)?|gesetze[ns]?|droit|lois?|leyes|ley|legislacion|derecho|legge|leggi|diritto|wetgeving|leis?|direito)(?!\p{L})/gu;

/** What says "court" in the same languages. */
const court =
  /(?<!\p{L})(?:courts?|venue|gerichtsstand|gerichte|tribunaux|tribunal|tribunales|juzgados|foro|tribunale|rechtbank|arbitration)(?!\p{L})/gu;

/** Laws that a party or a right lives by, not the agreement. */
const otherLaw =
  /\b(?:organi[sz]ed|incorporated|existing|formed|established|registered|copyright|securities|patent|tax|labor|bankruptcy|gegrundet|eingetragen|constituee|constituida|costituita|opgericht)\b/u;

/** A place that is named by what lies in it. */
const described = /\b(?:where|which|wherein|whose)\b/u;

function lawsOf(prose: Prose, anchor: Anchor): Reading[] {
  const { start, end } = sentenceAround(prose, anchor);
  const sentence = prose.folded.slice(start, end);
  const readings: Reading[] = [];
  for (const word of sentence.matchAll(law)) {
    if (otherLaw.test(sentence.slice(Math.max(0, word.index - lawReach / 2), word.index))) continue;
    const at = start + word.index;
    const beside = besideLaw(prose, at, at + word[0].length);
    readings.push(...(beside === undefined ? placeAfter(prose, at + word[0].length, lawReach, confidences.law) : [beside]));
  }
  if (readings.length === 0) readings.push(...placeAfter(prose, anchor.end, placeReach, confidences.place));
  const nearest = readings.sort((a, b) => Math.abs(a.start - anchor.start) - Math.abs(b.start - anchor.start)).slice(0, 1);
  return nearest.map((reading) => ({ ...reading, confidence: reading.confidence - (1 - anchor.weight) * weightRange }));
}

/** "New York law", "Swiss law", "deutsches Recht", "droit français". */
function besideLaw(prose: Prose, start: number, end: number): Reading | undefined {
  const from = Math.max(0, start - lawReach);
  const before = placesIn(prose.text.slice(from, start)).at(-1);
  if (before !== undefined && prose.text.slice(from + before.end, start).trim() === '') {
    return { value: before.name, start: from + before.start, end, confidence: confidences.law };
  }
  const left = /\p{L}+(?=\s*$)/u.exec(prose.text.slice(Math.max(0, start - longestWord), start));
  const right = /^\s*(\p{L}+)/u.exec(prose.text.slice(end, end + longestWord));
  const leftCountry = left === null ? undefined : countryOfAdjective(left[0]);
  if (left !== null && leftCountry !== undefined) {
    return { value: leftCountry, start: Math.max(0, start - longestWord) + left.index, end, confidence: confidences.law };
  }
  const rightCountry = right === null ? undefined : countryOfAdjective(right[1] ?? '');
  if (right !== null && rightCountry !== undefined) return { value: rightCountry, start, end: end + right[0].length, confidence: confidences.law };
  return undefined;
}

/** Characters. */
const longestWord = 30;

function placeAfter(prose: Prose, from: number, reach: number, confidence: number): Reading[] {
  const window = prose.text.slice(from, from + reach + longestWord);
  const place = placesIn(window).find(({ start }) => start <= reach);
  if (place === undefined || described.test(prose.folded.slice(from, from + place.start))) return [];
  return [{ value: place.name, start: from + place.start, end: from + place.end, confidence }];
}

function courtsOf(prose: Prose): Reading[] {
  return [...prose.folded.matchAll(court)].flatMap((word) => placeAfter(prose, word.index + word[0].length, courtReach, confidences.court));
}
