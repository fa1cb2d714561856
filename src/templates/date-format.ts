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

/** A format has few codes, each of bounded length, and what stands between them stands for itself: it matches in linear time. */
export function expressionOf(format: string): RegExp {
  const source = format.replace(/%(\w)|\s+|[\\^$.*+?()[\]{}|/]/gu, (text, code?: string) => {
    if (code !== undefined) return codes[code] ?? '';
    return text.trim() === '' ? String.raw`\s+` : `\\${text}`;
  });
  return new RegExp(`^${source}$`, 'u');
}
