import { distanceWithin } from './edit-distance.ts';
import { looksOf } from './look-alikes.ts';

/** A phrase that a text is, but for some letters. */
export interface Misread {
  key: string;
  /** Letters and digits that are not as they should be; those that look alike do not count. */
  misread: number;
}

/** Of so many letters one may be misread. */
const lettersPerMistake = 5;
const mostMistakes = 3;

/** Finds the phrase that differs least from a text, if so little that it can be no other word, and at one end at most. Keys are letters and digits alone. */
export function misreadPhrases(keys: Iterable<string>): (text: string) => Misread | undefined {
  const index = new Map<string, { key: string; looks: string }[]>();
  for (const key of keys) {
    const looks = looksOf(key);
    if (key.length < lettersPerMistake) continue;
    for (const place of endsOf(looks, key.length)) index.set(place, [...(index.get(place) ?? []), { key, looks }]);
  }
  return (text) => {
    const looks = looksOf(text);
    const most = Math.min(mostMistakes, Math.floor(text.length / lettersPerMistake));
    let best: Misread | undefined;
    for (let length = text.length - most; most > 0 && length <= text.length + most; length++) {
      for (const phrase of endsOf(looks, length).flatMap((place) => index.get(place) ?? [])) {
        const misread = distanceWithin(phrase.looks, looks, (best?.misread ?? most + 1) - 1);
        if (misread !== undefined) best = { key: phrase.key, misread };
      }
    }
    return best;
  };
}

/** Where texts are looked for that begin or end alike. */
function endsOf(looks: string, length: number): string[] {
  return [`${length}${looks.slice(0, 1)}…`, `${length}…${looks.slice(-1)}`];
}
