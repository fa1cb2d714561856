import type { Line } from '../../model/page.ts';
import { lettersAndDigits } from '../../values/fold.ts';

/** A UTF-16 unit of the folded letters and digits of lines, and the character that it is from. */
export interface Letter {
  folded: string;
  /** Places among the lines, and among the words of the line. */
  line: number;
  word: number;
  /** Of the character in its word. */
  from: number;
  to: number;
}

/** Characters of a line that are looked at, as many as a model is shown. */
export const longestLine = 2_000;

/** What is left of lines without blanks, marks, case and accents; no more letters than characters, since one can stand for eighteen. */
export function lettersOf({ words }: Line, line: number): Letter[] {
  const letters: Letter[] = [];
  let left = longestLine;
  for (const [word, { text }] of words.entries()) {
    let from = 0;
    for (const character of text.slice(0, left)) {
      const to = from + character.length;
      for (const folded of lettersAndDigits(character).split('')) letters.push({ folded, line, word, from, to });
      if (letters.length >= longestLine) return letters;
      from = to;
    }
    left = Math.max(0, left - text.length - 1);
  }
  return letters;
}

/** Whether two letters, or two digits, stand side by side in one word. */
export function joined(a: Letter | undefined, b: Letter | undefined): boolean {
  if (a === undefined || b === undefined || a.line !== b.line || a.word !== b.word || b.from > a.to) return false;
  return /\p{N}/u.test(a.folded) === /\p{N}/u.test(b.folded);
}
