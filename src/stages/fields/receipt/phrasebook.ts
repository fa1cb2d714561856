import type { DocumentTypeOptions } from '../../../document-type/document-type.ts';
import type { Word } from '../../../model/page.ts';
import { foldedPhrase, foldedTokens } from '../labels/folded-tokens.ts';
import { alike, distanceWithin } from './edit-distance.ts';

/** A phrase of the type file, as it stands in a row. */
export interface PhraseHit {
  /** Names of fields and of words of the type file that it may stand for. */
  meanings: ReadonlySet<string>;
  /** As the type file has it. */
  phrase: string;
  /** Places among the words of the row, the end exclusive. */
  from: number;
  to: number;
  /** Where it ends in its last word. */
  end: number;
  /** Letters and digits that are not as they should be. */
  misread: number;
}

/** Finds the phrases of a row: longer ones claim their words before shorter ones that are part of them, "Sub Total" before "Total". */
export type Phrasebook = (words: readonly Word[]) => PhraseHit[];

interface Entry {
  phrase: string;
  /** What counts of it. */
  key: string;
  meanings: Set<string>;
}

/** Of so many letters one may be misread. */
const lettersPerMistake = 5;
const mostMistakes = 3;
const mostTokens = 6;

/** The phrases of fields and words of a type in all languages; in a picture also those that were misread in a few letters. */
export function phrasebookOf(type: DocumentTypeOptions): Phrasebook {
  const entries = entriesOf(type);
  const byLength = Map.groupBy(entries.values(), ({ key }) => key.length);
  const byLooks = new Map([...entries.values()].flatMap((entry) => (/\w[./]\w/.test(entry.phrase) ? [[looksOf(entry.phrase), entry]] : [])));
  return (row) => {
    const isPicture = row.some(({ confidence }) => confidence !== undefined);
    const match = (key: string): Match | undefined => {
      const entry = entries.get(key);
      if (entry !== undefined) return { entry, misread: 0 };
      return isPicture ? nearest(key, byLength) : undefined;
    };
    const spans = [...spansOf(row, match), ...(isPicture ? alikeSpans(row, byLooks) : [])];
    return longestFirst(spans).map(({ entry: { phrase, meanings }, ...span }) => ({ phrase, meanings, ...span }));
  };
}

function entriesOf({ fields, words }: DocumentTypeOptions): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const named = [...Object.entries(fields).map(([name, { labels }]) => [name, labels] as const), ...Object.entries(words)];
  for (const [name, phrases] of named) {
    for (const phrase of Object.values(phrases).flat()) {
      const key = foldedPhrase(phrase);
      const entry = entries.get(key) ?? { phrase, key, meanings: new Set() };
      entries.set(key, entry);
      entry.meanings.add(name);
    }
  }
  return entries;
}

/** A word with its points and strokes, but for what looks like it: `5/B` is `S/B`. */
function looksOf(text: string): string {
  return alike(text.toLowerCase());
}

interface Match {
  entry: Entry;
  misread: number;
}

interface Span extends Match {
  from: number;
  to: number;
  end: number;
}

function spansOf(words: readonly Word[], match: (key: string) => Match | undefined): Span[] {
  const tokens = foldedTokens(words);
  const spans: Span[] = [];
  tokens.forEach((first, at) => {
    let key = '';
    for (const last of tokens.slice(at, at + mostTokens)) {
      key += last.text;
      const found = match(key);
      if (found !== undefined) spans.push({ ...found, from: first.word, to: last.word + 1, end: last.to });
    }
  });
  return spans;
}

/** Abbreviations are too short for mistakes; their points give them away. */
function alikeSpans(words: readonly Word[], byLooks: ReadonlyMap<string, Entry>): Span[] {
  return words.flatMap(({ text }, at) => {
    const entry = byLooks.get(looksOf(text));
    return entry === undefined || foldedPhrase(text) === entry.key ? [] : [{ entry, misread: 1, from: at, to: at + 1, end: text.length }];
  });
}

/** The phrase that differs least, if so little that it can be no other word. */
function nearest(key: string, byLength: ReadonlyMap<number, readonly Entry[]>): Match | undefined {
  const most = Math.min(mostMistakes, Math.floor(key.length / lettersPerMistake));
  let best: Match | undefined;
  for (let length = key.length - most; most > 0 && length <= key.length + most; length++) {
    for (const entry of byLength.get(length) ?? []) {
      if (length < lettersPerMistake || !sharesEnd(entry.key, key)) continue;
      const misread = distanceWithin(entry.key, key, (best?.misread ?? most + 1) - 1);
      if (misread !== undefined) best = { entry, misread };
    }
  }
  return best;
}

/** Two texts that differ at both ends are hardly one word. */
function sharesEnd(a: string, b: string): boolean {
  return alike(a.charAt(0)) === alike(b.charAt(0)) || alike(a.slice(-1)) === alike(b.slice(-1));
}

function longestFirst(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => weightOf(b) - weightOf(a))) {
    if (kept.every((other) => span.to <= other.from || other.to <= span.from)) kept.push(span);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** Letters that fit, less those that do not. */
function weightOf({ entry, misread }: Match): number {
  return entry.key.length - 2 * misread;
}
