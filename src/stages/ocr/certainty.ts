import type { ReadWord } from './engine.ts';

/** Mean confidence of words, each by its letters, 0–1; 0 when there are no letters. */
export function certainty(words: readonly ReadWord[]): number {
  const letters = words.reduce((sum, { text }) => sum + lettersOf(text), 0);
  return letters === 0 ? 0 : words.reduce((sum, { text, confidence }) => sum + lettersOf(text) * confidence, 0) / letters;
}

/** How much speaks for words: their letters, each by how much likelier it is right than wrong. */
export function evidence(words: readonly ReadWord[]): number {
  return words.reduce((sum, { text, confidence }) => sum + lettersOf(text) * (confidence - 0.5), 0);
}

/** Letters and digits of a text. */
export function lettersOf(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
