import { countryHints } from './country-hints.ts';

const patterns = Object.entries(countryHints).map(([country, { names, dialling, domains, other }]) => {
  const dial = dialling === undefined ? [] : [String.raw`(?<![\d+])(?:\+ ?|\b00)${dialling}[ (.-]`];
  const words = [...names.map((name) => String.raw`\b${name}\b`), ...domains.map((name) => String.raw`(?<=[\w-]\.)${name}\b(?![.@-]\w)`)];
  // Names in any case; codes only in capitals, since "in 12345" is not a place in Indiana.
  return { country, patterns: [new RegExp(words.join('|'), 'giu'), ...[...dial, ...other].map((code) => new RegExp(code, 'gu'))] };
});

/** The country that names, dialling codes, domains and postal codes of a text speak for most often; undefined when none or two do. */
export function countryOf(text: string): string | undefined {
  const counts = patterns.map((hint) => ({ country: hint.country, count: countOf(text, hint.patterns) })).sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  return first === undefined || first.count === 0 || first.count === second?.count ? undefined : first.country;
}

function countOf(text: string, patterns: readonly RegExp[]): number {
  return patterns.reduce((count, pattern) => count + [...text.matchAll(pattern)].length, 0);
}
