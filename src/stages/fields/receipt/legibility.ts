import type { Word } from '../../../model/page.ts';

/** Whether words were read from a picture, where letters are taken for others. */
export function isPicture(words: readonly Word[]): boolean {
  return words.some(({ confidence }) => confidence !== undefined);
}

/** The least confidence of any word, of 0–1; 1 of words that were not read from a picture. */
export function leastConfidence(words: readonly Word[]): number {
  return Math.min(1, ...words.flatMap(({ confidence }) => confidence ?? []));
}

/** The same of them all together. */
export function meanConfidence(words: readonly Word[]): number {
  const known = words.flatMap(({ confidence }) => confidence ?? []);
  return known.length === 0 ? 1 : known.reduce((sum, confidence) => sum + confidence, 0) / known.length;
}
