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

/** Matches of one pattern in one text that are looked at. */
const mostMatches = 1_000;
/** Characters of one text that are matched. */
export const longestText = 1_000_000;
/**
 * Characters that the patterns of all templates together may be held against for one document. A limit by the clock would make results depend on how
 * busy the machine is; who runs into this one does so every time.
 */
const mostCharacters = 100_000_000;
/** Above this a text is first asked whether it has a match at all, which is many times faster than where. */
const shortText = 1_000;

/** Thrown when a document has had its share. */
export class MatchingExhausted extends Error {}

/** Holds patterns against texts, and keeps count. One for each document. */
export class Matching {
  #left = mostCharacters;

  has(pattern: string, text: string): boolean {
    this.#spend(text.length);
    return isLiteral(pattern) ? text.includes(pattern) : programOf(pattern).test(text);
  }

  /** The first match from an offset on. */
  first(pattern: string, text: string, from = 0): Match | undefined {
    return this.#matches(pattern, text, from).next().value ?? undefined;
  }

  all(pattern: string, text: string): Match[] {
    return [...this.#matches(pattern, text, 0)].slice(0, mostMatches);
  }

  *#matches(pattern: string, text: string, from: number): Generator<Match, undefined> {
    const program = programOf(pattern);
    if (from === 0 && text.length > shortText && !this.has(pattern, text)) return;
    const matcher = program.matcher(text);
    const names = Object.entries(program.namedGroups());
    let at = from;
    for (let count = 0; count < mostMatches && at <= text.length; count++) {
      this.#spend(text.length - at);
      if (!matcher.find(at)) return;
      const spans = Array.from({ length: matcher.groupCount() + 1 }, (_, group): Span => [matcher.start(group), matcher.end(group)]);
      const [whole = [at, at], ...groups] = spans;
      const took = ([start]: Span): boolean => start >= 0;
      const named = names.flatMap(([name, group]) =>
        spans
          .slice(group, group + 1)
          .filter(took)
          .map((span) => [name, span] as const),
      );
      yield { whole, groups: groups.filter(took), named: new Map(named) };
      at = whole[1] > whole[0] ? whole[1] : whole[1] + 1;
    }
  }

  #spend(characters: number): void {
    this.#left -= characters;
    if (this.#left < 0) throw new MatchingExhausted();
  }
}

/** Most keywords are plain words. */
function isLiteral(pattern: string): boolean {
  return !/[\\^$.*+?()[\]{}|]/.test(pattern);
}
