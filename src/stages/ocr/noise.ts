import { certainty, lettersOf } from './certainty.ts';
import type { ReadLine, ReadWord } from './engine.ts';

/** Confidence below which a word is noise, and below which signs without any letter are: stains and rules are read as those. */
const leastOfWords = 0.2;
const leastOfSigns = 0.4;

/** In a line that is sure as a whole, an unsure word is one that is hard to read, such as the bullet of a list. */
const sureLine = 0.75;

/** Lines without what was made of noise. */
export function withoutNoise(lines: readonly ReadLine[]): ReadLine[] {
  return lines
    .map((line) => (certainty(line.words) > sureLine ? line : { ...line, words: line.words.filter(isWord) }))
    .filter(({ words }) => words.length > 0);
}

function isWord({ text, confidence }: ReadWord): boolean {
  return confidence >= (lettersOf(text) > 0 ? leastOfWords : leastOfSigns);
}
