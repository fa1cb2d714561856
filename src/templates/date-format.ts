import type { Locale } from '../values/candidate.ts';
import { readValue } from '../values/read-value.ts';

const codes: Record<string, string> = {
  d: String.raw`(?<day>\d{1,2})`,
  m: String.raw`(?<month>\d{1,2})`,
  Y: String.raw`(?<year>\d{4})`,
  y: String.raw`(?<year>\d{2})`,
  B: String.raw`(?<name>\p{L}{2,20}\.?)`,
  b: String.raw`(?<name>\p{L}{2,20}\.?)`,
  A: String.raw`\p{L}{2,20}\.?`,
  a: String.raw`\p{L}{2,20}\.?`,
  H: String.raw`\d{1,2}`,
  I: String.raw`\d{1,2}`,
  M: String.raw`\d{2}`,
  S: String.raw`\d{2}`,
  p: '[AaPp][Mm]',
};

/** What is wrong with a notation of dates by the codes of strftime, as the end of a sentence. */
export function dateFormatMistake(format: string): string | undefined {
  const unknown = [...format.matchAll(/%(.?)/gu)].find(([, code = '']) => codes[code] === undefined)?.[0];
  const known = Object.keys(codes).map((code) => `%${code}`);
  if (unknown !== undefined) return `must use only the codes ${known.join(' ')}, not "${unknown}"`;
  const times = (letters: string): number => [...format.matchAll(new RegExp(`%[${letters}]`, 'g'))].length;
  const once = times('d') === 1 && times('mbB') === 1 && times('Yy') === 1;
  return once ? undefined : 'must have one day (%d), one month (%m, %b or %B) and one year (%Y or %y)';
}

/** The ISO day that a text means by the first of the notations that it has; by the locale's own reading where it has none of them. */
export function readDate(text: string, formats: readonly string[], locale: Locale): string | undefined {
  for (const format of formats) {
    const { day, month, year, name } = expressionOf(format).exec(text.trim())?.groups ?? {};
    if (day === undefined || year === undefined) continue;
    const written = name === undefined ? `${day}/${String(month)}/${year}` : `${day} ${name} ${year}`;
    const read = readValue('date', written, { ...locale, dayFirst: true });
    if (read !== undefined) return String(read.value);
  }
  const value = readValue('date', text, locale)?.value;
  return value === undefined ? undefined : String(value);
}

/** A format has few codes, each of bounded length, and what stands between them stands for itself: it matches in linear time. */
function expressionOf(format: string): RegExp {
  const source = format.replace(/%(\w)|\s+|[\\^$.*+?()[\]{}|/]/gu, (text, code?: string) => {
    if (code !== undefined) return codes[code] ?? '';
    return text.trim() === '' ? String.raw`\s+` : `\\${text}`;
  });
  return new RegExp(`^${source}$`, 'u');
}
