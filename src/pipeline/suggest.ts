import { closest, distance } from 'fastest-levenshtein';

/** The known word that was probably meant, if one is near enough to be worth naming. */
export function suggest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const plain = (text: string) => text.toLowerCase().replaceAll('-', '_');
  const near = closest(plain(word), known.map(plain));
  const slips = distance(plain(word), near);
  const allowed = Math.max(2, Math.floor(word.length / 3));
  return slips <= allowed && slips < near.length - 1 ? known.find((candidate) => plain(candidate) === near) : undefined;
}
