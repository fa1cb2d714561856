import type { Word } from '../../../model/page.ts';

/** The least confidence of any word, of 0–1; 1 of words that were not read from a picture. */
export function leastConfidence(words: readonly Word[]): number {
  return Math.min(1, ...words.flatMap(({ confidence }) => confidence ?? []));
}
