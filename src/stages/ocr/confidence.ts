import { roundedConfidence } from '../../model/confidence.ts';
import type { Word } from '../../model/page.ts';

/** Mean over the words that were recognised, each by its length, 0–1; 0 when there are none. */
export function meanConfidence(words: readonly Word[]): number {
  let [sum, letters] = [0, 0];
  for (const { text, confidence } of words) {
    if (confidence === undefined) continue;
    sum += confidence * text.length;
    letters += text.length;
  }
  return letters === 0 ? 0 : roundedConfidence(sum / letters);
}
