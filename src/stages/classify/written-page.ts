import type { Line, Page, Word } from '../../model/page.ts';
import { foldedWord } from './folded.ts';

/** A page as one run of folded letters, each of which knows its word. */
export interface WrittenPage {
  page: number;
  letters: string;
  /** Of each letter, its place in `words`. */
  wordAt: readonly number[];
  words: readonly WrittenWord[];
}

export interface WrittenWord {
  word: Word;
  line: Line;
  /** The first one that is written of its line. */
  first: boolean;
}

/** Sets aside what has no letters, and words beyond the limit, so that the time for one page is bounded. */
export function writtenPage({ page, lines }: Page): WrittenPage {
  const words: WrittenWord[] = [];
  const wordAt: number[] = [];
  const parts: string[] = [];
  for (const line of lines) {
    let first = true;
    for (const word of line.words) {
      const letters = foldedWord(word.text.slice(0, mostLetters));
      if (letters === '' || words.length === mostWords) continue;
      for (let at = 0; at < letters.length; at++) wordAt.push(words.length);
      words.push({ word, line, first });
      parts.push(letters);
      first = false;
    }
  }
  return { page, letters: parts.join(''), wordAt, words };
}

/** Of a page; the densest real ones have about 3,000. */
const mostWords = 10_000;
/** Of a word; longer ones are no words. */
const mostLetters = 100;
