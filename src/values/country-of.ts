import { countryHints } from './country-hints.ts';

const patterns = Object.entries(countryHints).map(([country, { names, dialling, domains, other }]) => {
  const dial = dialling === undefined ? [] : [String.raw`(?<![\d+])(?:\+ ?|\b00)${dialling}[ (.-]`];
  const domain = domains.map((name) => String.raw`(?<=[\w-]\.)${name}\b(?![.@-]\w)`);
  return { country, pattern: new RegExp([...names.map((name) => String.raw`\b${name}\b`), ...dial, ...domain, ...other].join('|'), 'giu') };
});

/** The country that names, dialling codes, domains and postal codes of a text speak for most often; undefined when none or two do. */
export function countryOf(text: string): string | undefined {
  const counts = patterns.map(({ country, pattern }) => ({ country, count: [...text.matchAll(pattern)].length })).sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  return first === undefined || first.count === 0 || first.count === second?.count ? undefined : first.country;
}
