import type { Line, Word } from '../../model/page.ts';
import { lettersAndDigits } from '../../values/fold.ts';
import { joined, lettersOf } from './letters.ts';
import type { Letter } from './letters.ts';

/** Where a text stands: what each line has of it, and the words that it is made of. */
export interface FoundText {
  parts: readonly string[];
  words: readonly Word[];
}

/**
 * Looks for a text on lines that follow each other, by its letters and digits alone: models change case, accents, blanks and points, and join lines. It must not begin
 * or end within a word or a number: `17` is not found in `2017`.
 */
export function findText(lines: readonly Line[], text: string): FoundText | undefined {
  const letters = lines.flatMap(lettersOf);
  const said = letters.map(({ folded }) => folded).join('');
  const wanted = lettersAndDigits(text);
  for (let at = wanted === '' ? -1 : said.indexOf(wanted); at >= 0; at = said.indexOf(wanted, at + 1)) {
    const found = letters.slice(at, at + wanted.length);
    const [first, last] = [found[0], found.at(-1)];
    const within = joined(letters[at - 1], first) || joined(last, letters[at + wanted.length]);
    if (first !== undefined && last !== undefined && !within) return between(lines, first, last, text);
  }
  return undefined;
}

/** The text as the lines spell it, from its first letter to its last. */
function between(lines: readonly Line[], first: Letter, last: Letter, text: string): FoundText {
  const found = lines.slice(first.line, last.line + 1).map(({ words }, at) => {
    const [starts, ends] = [at === 0, first.line + at === last.line];
    const own = words.slice(starts ? first.word : 0, ends ? last.word + 1 : words.length);
    const texts = own.map((word, index) => {
      const to = ends && index === own.length - 1 ? endIn(word.text, last.to, text) : word.text.length;
      return word.text.slice(starts && index === 0 ? beginningIn(word.text, first.from, text) : 0, to);
    });
    return { part: texts.join(' '), words: own };
  });
  return { parts: found.map(({ part }) => part), words: found.flatMap(({ words }) => words) };
}

/** Behind the last letter, and behind the marks after it that the text has too: `Inc.` */
function endIn(word: string, to: number, text: string): number {
  const [marks = ''] = /[^\p{L}\p{N}]{0,3}$/u.exec(text) ?? [];
  return word.startsWith(marks, to) ? to + marks.length : to;
}

/** Before the first letter, and before the marks that the text has there too: `#17` */
function beginningIn(word: string, from: number, text: string): number {
  const [marks = ''] = /^[^\p{L}\p{N}]{0,3}/u.exec(text) ?? [];
  return word.slice(0, from).endsWith(marks) ? from - marks.length : from;
}
