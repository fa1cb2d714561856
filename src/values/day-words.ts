const small =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth';
const units = small.split(' ');
const days = [...units, 'twentieth', ...units.slice(0, 9).map((unit) => `twenty-${unit}`), 'thirtieth', 'thirty-first'];

/** The source of a pattern for days that contracts write in words: `twenty-first`. */
export const dayWordPattern = [...days]
  .sort((a, b) => b.length - a.length)
  .map((day) => day.replace('-', '[ -]'))
  .join('|');

/** The day of what `dayWordPattern` has matched; 0 for any other word. */
export function dayOfWord(word: string): number {
  return days.indexOf(word.replace(' ', '-')) + 1;
}
