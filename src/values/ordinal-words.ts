const upToNineteenth = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
  'fifteenth sixteenth seventeenth eighteenth nineteenth'
).split(' ');
const numberByWord = new Map([
  ...upToNineteenth.map((word, at) => [word, at + 1] as const),
  ['twentieth', 20] as const,
  ...upToNineteenth.slice(0, 9).map((word, at) => [`twenty-${word}`, at + 21] as const),
  ['thirtieth', 30] as const,
  ['thirty-first', 31] as const,
]);

/** The source of a pattern for the days of a month in English words, as contracts write them out. */
export const ordinalWordPattern = `(?:${[...numberByWord.keys()]
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace('-', '[- ]'))
  .join('|')})`;

/** The number, from 1 to 31, of what `ordinalWordPattern` has matched. */
export function numberOfOrdinal(word: string): number | undefined {
  return numberByWord.get(word.replace(' ', '-'));
}
