import type { Phrases } from '../../../document-type/phrases.ts';
import type { Anchor } from '../prose/anchors.ts';
import { anchorsOf, anchorsWithin } from '../prose/anchors.ts';
import type { Prose } from '../prose/prose.ts';
import type { Reading } from '../prose/reading.ts';
import { mostTelling } from '../prose/reading.ts';
import { countryOfAdjective, placesIn } from './places.ts';
import { sentenceAround } from './sentence.ts';

/**
 * The state or country whose law governs. `governing` are the phrases that say "is governed by"; where no sentence with one of them
 * names a law, a place right after one, and at last the seat of the courts that are agreed upon stand in.
 */
export function readJurisdiction(prose: Prose, governing: Phrases): Reading | undefined {
  const anchors = anchorsOf(prose, governing);
  const laws = governingLaws(prose, anchors);
  const best = mostTelling(laws) ?? mostTelling(governingPlaces(prose, anchors)) ?? mostTelling(courtsOf(prose));
  if (best === undefined) return undefined;
  const doubted = laws.some(({ value, confidence }) => value !== best.value && confidence > best.confidence - rivalMargin);
  return doubted ? { ...best, confidence: best.confidence * rivalFactor } : best;
}

/** Shares of readings that were right on 60 public filings, rounded down. */
const confidences = { law: 0.95, place: 0.75, court: 0.5 };

/** How much less the last phrase of a list tells than the first. */
const weightRange = 0.2;

/** How much less a law tells by each character between it and the phrase. */
const distanceCost = 0.0004;

/** Characters before "laws". */
const otherReach = 45;

/** How much less another clause may tell and yet make a law doubtful that is not its own, and what remains then. */
const rivalMargin = 0.05;
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

function governingLaws(prose: Prose, anchors: readonly Anchor[]): Reading[] {
  return [...prose.folded.matchAll(law)].flatMap(({ 0: word, index }) => {
    const end = index + word.length;
    if (otherLaw.test(prose.folded.slice(Math.max(0, index - otherReach), index))) return [];
    const sentence = sentenceAround(prose, { start: index, end });
    const lacks = anchorsWithin(anchors, sentence.start, sentence.end).map(
      ({ start, weight }) => (1 - weight) * weightRange + Math.abs(start - index) * distanceCost,
    );
    if (lacks.length === 0) return [];
    const lawsPlace = [...besideLaw(prose, index, end), ...placeAfter(prose, end, lawReach, confidences.law)].slice(0, 1);
    return lawsPlace.map((reading) => ({ ...reading, confidence: reading.confidence - Math.min(...lacks) }));
  });
}

/** "Governed by Ontario", "Governing law: England". */
function governingPlaces(prose: Prose, anchors: readonly Anchor[]): Reading[] {
  return anchors.flatMap(({ end, weight }) => placeAfter(prose, end, placeReach, confidences.place - (1 - weight) * weightRange));
}

/** "New York law", "Swiss law", "deutsches Recht", "droit français". */
function besideLaw({ text }: Prose, start: number, end: number): Reading[] {
  const from = Math.max(0, start - lawReach);
  const before = placesIn(text.slice(from, start)).at(-1);
  if (before !== undefined && text.slice(from + before.end, start).trim() === '') {
    return [{ value: before.name, start: from + before.start, end, confidence: confidences.law }];
  }
  const [left = ''] = /\p{L}+\s*$/u.exec(text.slice(Math.max(0, start - longestWord), start)) ?? [];
  const [right = ''] = /^\s*\p{L}+/u.exec(text.slice(end, end + longestWord)) ?? [];
  const country = countryOfAdjective(left.trim());
  if (country !== undefined) return [{ value: country, start: start - left.length, end, confidence: confidences.law }];
  const following = countryOfAdjective(right.trim());
  return following === undefined ? [] : [{ value: following, start, end: end + right.length, confidence: confidences.law }];
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
