import type { Phrases } from '../../../document-type/phrases.ts';
import { firstPlace } from '../../../model/first-place.ts';
import { foldProse } from './fold.ts';
import type { Prose } from './prose.ts';

/** A phrase that announces a value, and where it stands. */
export interface Anchor {
  start: number;
  end: number;
  /** 1 for the phrase that its type file names first in a language, falling towards 0. */
  weight: number;
}

/** Every place of the phrases in the folded prose, in reading order; of phrases that begin at one place the longest. */
export function anchorsOf(prose: Prose, phrases: Phrases): Anchor[] {
  const found = new Map<number, Anchor>();
  for (const list of Object.values(phrases)) {
    for (const [rank, phrase] of list.entries()) {
      const wanted = foldProse(phrase);
      for (let start = prose.folded.indexOf(wanted); start >= 0; start = prose.folded.indexOf(wanted, start + 1)) {
        const end = start + wanted.length;
        if (!isWhole(prose.folded, start, end) || (found.get(start)?.end ?? 0) >= end) continue;
        found.set(start, { start, end, weight: 1 - rank / list.length });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** Those that begin in a span; they stand in order. */
export function anchorsWithin(anchors: readonly Anchor[], start: number, end: number): Anchor[] {
  const first = firstPlace(anchors.length, (at) => anchors[at]!.start >= start);
  return anchors.slice(first, first + mostWithin).filter((anchor) => anchor.start < end);
}

/** No sentence announces one thing more often. */
const mostWithin = 50;

function isWhole(text: string, start: number, end: number): boolean {
  return !/[\p{L}\d]/u.test(text.charAt(start - 1)) && !/[\p{L}\d]/u.test(text.charAt(end));
}
