import type { Line } from '../../model/page.ts';

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

/** What is left of lines without blanks, marks, case and accents. */
export function lettersOf({ words }: Line, line: number): Letter[] {
  let left = longestLine;
  return words.flatMap(({ text }, word) => {
    const shown = text.slice(0, Math.max(0, left));
    left -= shown.length + 1;
    let to = 0;
    return [...shown].flatMap((character) => {
      const from = to;
      to += character.length;
      // A ligature is one character and several letters.
      return fold(character)
        .split('')
        .map((folded) => ({ folded, line, word, from, to: from + character.length }));
    });
  });
}

/** The same of any text. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Whether two letters, or two digits, stand side by side in one word. */
export function joined(a: Letter | undefined, b: Letter | undefined): boolean {
  if (a === undefined || b === undefined || a.line !== b.line || a.word !== b.word || b.from > a.to) return false;
  return /\p{N}/u.test(a.folded) === /\p{N}/u.test(b.folded);
}
