import type { RE2JS } from 're2js';
import { programOf } from './pattern.ts';

/** Offsets into the text, in UTF-16 units; the end is exclusive. */
export type Span = readonly [from: number, to: number];

export interface Match {
  whole: Span;
  /** Of the groups that took part, in their order. */
  groups: readonly Span[];
  /** Of the groups that have a name and took part. */
  named: ReadonlyMap<string, Span>;
}

/** Characters of one text that are matched. */
export const longestText = 1_000_000;
/** Matches of one pattern in one text that are looked at. */
const mostMatches = 1_000;
/** Characters that a match may span: more than a page. In a longer text it is looked for within twice as many, so that the next match costs the same everywhere. */
const longestMatch = 5_000;
/**
 * What all templates together may spend on one document, in characters held against a pattern of usual size. A limit by the clock would make results
 * depend on how busy the machine is; who runs into this one, at some seconds of work, does so every time.
 */
const allowance = 30_000_000;
/** Instructions of a usual pattern; larger ones cost more by so many times. */
const usualSize = 32;
/** Whether there is any match is found out so many times faster than where it is; whether a plain word is there, faster still. */
const speeds = { test: 50, word: 1_000 };
/** Shorter texts are searched at once. */
const shortText = 1_000;

/** Thrown when a document has had its share. */
export class MatchingExhausted extends Error {}

/** Holds patterns against texts, and keeps count. One for each document. */
export class Matching {
  #left = allowance;

  has(pattern: string, text: string): boolean {
    const plain = isLiteral(pattern);
    this.#spend(text.length / (plain ? speeds.word : speeds.test));
    return plain ? text.includes(pattern) : programOf(pattern).test(text);
  }

  /** The first match from an offset on. */
  first(pattern: string, text: string, from = 0): Match | undefined {
    return this.#matches(pattern, text, from).next().value;
  }

  all(pattern: string, text: string): Match[] {
    return [...this.#matches(pattern, text, 0)];
  }

  *#matches(pattern: string, text: string, from: number): Generator<Match, undefined> {
    if (from === 0 && text.length > shortText && !this.has(pattern, text)) return;
    const program = programOf(pattern);
    // What ends with the text must see its end.
    const reach = seesTheEnd(pattern) ? text.length : 2 * longestMatch;
    let at = from;
    for (let count = 0; count < mostMatches && at <= text.length; count++) {
      const match = this.#search(program, text, at, reach);
      if (match === undefined) return;
      yield match;
      const [start, end] = match.whole;
      at = end > start ? end : end + 1;
    }
  }

  /** Goes through the text by stretches that overlap and end where a line does. */
  #search(program: RE2JS, text: string, from: number, reach: number): Match | undefined {
    for (let at = from; ; at += longestMatch) {
      const end = endOfStretch(text, at + reach);
      const matcher = program.matcher(text.slice(0, end));
      this.#spend(((end - at) * Math.max(usualSize, matcher.programSize())) / usualSize);
      if (matcher.find(at)) {
        const spans = Array.from({ length: matcher.groupCount() + 1 }, (_, group): Span => [matcher.start(group), matcher.end(group)]);
        return matchOf(spans, program.namedGroups());
      }
      if (end === text.length) return undefined;
    }
  }

  #spend(characters: number): void {
    this.#left -= characters;
    if (this.#left < 0) throw new MatchingExhausted();
  }
}

/** Where a line ends, so that its end is seen as one; a line that does not end anywhere near is cut. */
function endOfStretch(text: string, least: number): number {
  if (least >= text.length) return text.length;
  const lineEnd = text.indexOf('\n', least);
  return lineEnd < 0 || lineEnd > least + longestMatch ? least : lineEnd;
}

/** Where a stretch ends the text does not; but each of them ends a line. */
function seesTheEnd(pattern: string): boolean {
  return /\\z/i.test(pattern) || (pattern.includes('$') && !/\(\?[a-z]*m/i.test(pattern));
}

/** Most keywords are plain words. */
function isLiteral(pattern: string): boolean {
  return !/[\\^$.*+?()[\]{}|]/.test(pattern);
}

function matchOf(spans: readonly Span[], names: Readonly<Record<string, number>>): Match {
  const [whole = [0, 0], ...groups] = spans;
  const took = (span: Span | undefined): span is Span => span !== undefined && span[0] >= 0;
  const named = new Map<string, Span>();
  for (const [name, group] of Object.entries(names)) {
    const span = spans[group];
    if (took(span)) named.set(name, span);
  }
  return { whole, groups: groups.filter(took), named };
}
