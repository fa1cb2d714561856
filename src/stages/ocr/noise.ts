import type { ReadLine, ReadWord } from './engine.ts';

/** Confidence below which a word is noise, and below which signs without any letter are: stains and rules are read as those. */
const leastOfWords = 0.2;
const leastOfSigns = 0.4;

/** Lines without what was made of noise. */
export function withoutNoise(lines: readonly ReadLine[]): ReadLine[] {
  return lines.map((line) => ({ ...line, words: line.words.filter(isWord) })).filter(({ words }) => words.length > 0);
}

function isWord({ text, confidence }: ReadWord): boolean {
  return confidence >= (/[\p{L}\p{N}]/u.test(text) ? leastOfWords : leastOfSigns);
}
