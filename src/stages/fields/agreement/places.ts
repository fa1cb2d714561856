import { countryNames, nameKey } from '../../../values/country-names.ts';
import { foldProse } from '../prose/fold.ts';
import { lawAdjectives, otherNames, subdivisions } from './jurisdictions.ts';

/** A state or a country that a text names. */
export interface Place {
  /** In English, as results give it. */
  name: string;
  start: number;
  end: number;
}

/** States, provinces and countries by their names in any of the languages, left to right; of names that begin at one place the longest. */
export function placesIn(text: string): Place[] {
  const tokens = [...foldProse(text).matchAll(/\p{L}+/gu)];
  const places: Place[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const found = placeAt(text, tokens, at);
    if (found === undefined) continue;
    places.push(found.place);
    at += found.length - 1;
  }
  return places;
}

/** The country of an adjective as in "Swiss law"; `word` is one word. */
export function countryOfAdjective(word: string): string | undefined {
  const folded = foldProse(word);
  return Object.keys(lawAdjectives).find((country) =>
    lawAdjectives[country]?.some((stem) => folded.startsWith(stem) && folded.length - stem.length <= longestEnding),
  );
}

/** Letters: `osterreichisch` is declined to `osterreichisches`. */
const longestEnding = 3;

/** Words of the longest name. */
const longestName = 9;

const names = namesOfPlaces();
const firstWords = new Set([...names.keys()].map((name) => name.split(' ')[0]));

function placeAt(text: string, tokens: readonly RegExpExecArray[], at: number): { place: Place; length: number } | undefined {
  const start = tokens[at]?.index ?? 0;
  if (!firstWords.has(tokens[at]?.[0]) || !/\p{Lu}/u.test(text.charAt(start))) return undefined;
  for (let length = Math.min(longestName, tokens.length - at); length > 0; length--) {
    const words = tokens.slice(at, at + length);
    const name = names.get(words.map(([word]) => word).join(' '));
    const last = words.at(-1);
    if (name !== undefined && last !== undefined) return { place: { name, start, end: last.index + last[0].length }, length };
  }
  return undefined;
}

/** What is set later stands: subdivisions before countries of the same name. */
function namesOfPlaces(): Map<string, string> {
  return new Map([
    ...countryNames,
    ...Object.entries(otherNames).flatMap(([name, others]) => others.map((other) => [nameKey(other), name] as const)),
    ...subdivisions.map((name) => [nameKey(name), name] as const),
  ]);
}
