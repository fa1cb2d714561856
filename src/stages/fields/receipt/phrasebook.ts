import type { DocumentTypeOptions } from '../../../document-type/document-type.ts';
import type { Word } from '../../../model/page.ts';
import { foldedPhrase, foldedTokens } from '../labels/folded-tokens.ts';
import { isPicture } from './legibility.ts';
import { looksOf } from './look-alikes.ts';
import { misreadPhrases } from './misread-phrases.ts';
import type { Misread } from './misread-phrases.ts';

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

const mostTokens = 6;

/** The phrases of fields and words of a type in all languages; in a picture also those that were misread in a few letters. */
export function phrasebookOf(type: DocumentTypeOptions): Phrasebook {
  const phrases = phrasesByKey(type);
  const nearest = misreadPhrases(phrases.keys());
  const abbreviations = abbreviationsIn(phrases);
  return (row) => {
    const isRead = isPicture(row);
    const match = (key: string): Misread | undefined => (phrases.has(key) ? { key, misread: 0 } : isRead ? nearest(key) : undefined);
    const spans = [...spansOf(row, match), ...(isRead ? abbreviated(row, abbreviations) : [])];
    return longestFirst(spans).flatMap(({ key, ...span }) => {
      const known = phrases.get(key);
      return known === undefined ? [] : [{ ...known, ...span }];
    });
  };
}

type Phrases = Map<string, { phrase: string; meanings: Set<string> }>;

function phrasesByKey({ fields, words }: DocumentTypeOptions): Phrases {
  const known: Phrases = new Map();
  const named = [...Object.entries(fields).map(([name, { labels }]) => [name, labels] as const), ...Object.entries(words)];
  for (const [name, phrases] of named) {
    for (const phrase of Object.values(phrases).flat()) {
      const key = foldedPhrase(phrase);
      const entry = known.get(key) ?? { phrase, meanings: new Set() };
      known.set(key, entry);
      entry.meanings.add(name);
    }
  }
  return known;
}

/** Keys of phrases as `S/B` and `B.V.`, by what they look like with their points and strokes. */
function abbreviationsIn(phrases: Phrases): Map<string, string> {
  return new Map([...phrases].flatMap(([key, { phrase }]) => (/\w[./]\w/.test(phrase) ? [[looksOf(phrase), key]] : [])));
}

interface Span extends Misread {
  from: number;
  to: number;
  end: number;
}

function spansOf(words: readonly Word[], match: (key: string) => Misread | undefined): Span[] {
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

/** Abbreviations are too short for mistakes, but for letters that look alike: `5/B` is `S/B`. Their points give them away. */
function abbreviated(words: readonly Word[], abbreviations: ReadonlyMap<string, string>): Span[] {
  return words.flatMap(({ text }, at) => {
    const key = abbreviations.get(looksOf(text));
    return key === undefined || foldedPhrase(text) === key ? [] : [{ key, misread: 1, from: at, to: at + 1, end: text.length }];
  });
}

function longestFirst(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => weightOf(b) - weightOf(a))) {
    if (kept.every((other) => span.to <= other.from || other.to <= span.from)) kept.push(span);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** Letters that fit, less those that do not. */
function weightOf({ key, misread }: Misread): number {
  return key.length - 2 * misread;
}
