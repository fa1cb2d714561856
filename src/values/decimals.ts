import type { Locale } from './candidate.ts';

/** A number as its digits and marks give it. */
export interface NumberToken {
  from: number;
  to: number;
  /** Unsigned, exact: `"1234.50"`. */
  decimal: string;
  /** What else the marks can mean. */
  others: readonly string[];
  repaired: boolean;
}

const blanks = '\u00a0\u202f\u2009';
const patterns = [
  // 1 234,56 · 1 234 €: a plain blank groups only before a decimal comma or a currency, since it parts columns too.
  String.raw`\d{1,3}(?: \d{3}){1,4},\d{1,2}(?![\d,.])`,
  String.raw`\d{1,3}(?: \d{3}){1,4}(?= ?(?:€|[A-Z]{3}\b|kr|zł|Kč|Ft))`,
  String.raw`\d{1,3}(?:[${blanks}]\d{3}){1,4}(?:[.,]\d{1,4})?(?!\d)`,
  String.raw`\d{1,15}(?:[.,'’]\d{1,15}){0,6}`,
];
/** 33. 90 at the end of a line or column, 1, 234.50: the reader of the picture has seen a gap where there is none. */
const torn = String.raw`\d{1,3}, \d{3}\.\d{2}(?![\d,.])|\d{1,6}(?:[.,][ \t]| [.,])\d{2}(?=$|\t| ?[^\p{L}\d ,.])`;
/** 12 500 as the whole text. */
const blanked = String.raw`\d{1,3}(?: \d{3}){1,4}(?:[.,]\d{1,4})?(?!\d)`;
const before = String.raw`(?<!\d)(?<!\d[.,'’])`;
const clean = new RegExp(`${before}(?:${patterns.join('|')})`, 'gu');
const lenient = new RegExp(`${before}(?:${[torn, ...patterns].join('|')})`, 'gu');
const entire = new RegExp(`${before}(?:${[blanked, torn, ...patterns].join('|')})`, 'gu');

/** Every number of a text by its digits and marks, whatever it counts, even where letters are glued to it. */
export function numberTokens(text: string, locale: Locale, { scanned, whole }: { scanned: boolean; whole: boolean }): NumberToken[] {
  const tokens: NumberToken[] = [];
  for (const { 0: raw, index } of text.matchAll(whole ? entire : scanned ? lenient : clean)) {
    const mended = scanned ? mend(raw) : raw;
    const [decimal, ...others] = decimalsOf(mended, locale);
    if (decimal !== undefined) tokens.push({ from: index, to: index + raw.length, decimal, others, repaired: mended !== raw });
  }
  return tokens;
}

const gapAtMark = /([.,])[ \t]| ([.,])/;
const sameMarks = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3}){0,3})\2(\d{2})$/;

/** Closes the gap at a mark; takes the last of three like marks, 1.234.50, for the decimal one. */
function mend(raw: string): string {
  return raw
    .replace(gapAtMark, '$1$2')
    .replace(sameMarks, (_, head: string, mark: string, tail: string) => `${head}${mark === '.' ? ',' : '.'}${tail}`);
}

/** What digits and marks can mean as an exact decimal, the likeliest first; nothing if the marks fit no notation of a number. */
function decimalsOf(raw: string, locale: Locale): string[] {
  const marks = raw.replace(/\d/g, '');
  const last = marks.at(-1);
  if (last === undefined) return [exact(raw, '')];
  const [head, tail] = splitAt(raw, raw.lastIndexOf(last));
  const once = marks.indexOf(last) === marks.length - 1;
  if ((last === '.' || last === ',') && once && marks.length > 1) return isGrouped(head) ? [exact(head, tail), ...groupless(raw, tail)] : [];
  if (marks.length > 1 || (last !== '.' && last !== ',')) return isGrouped(raw) ? [exact(raw, ''), ...groupless(raw, '')] : [];
  if (tail.length !== 3 || head.length > 3 || head.startsWith('0')) return [exact(head, tail)];
  const meanings = [exact(raw, ''), exact(head, tail)];
  return marksDecimals(last, locale) ? meanings.reverse() : meanings;
}

function splitAt(text: string, at: number): [string, string] {
  return [text.slice(0, at), text.slice(at + 1)];
}

/** 1,234 · 12,34,567 (Indian) · 1'234 · 1 234: the same mark everywhere, three digits in the last group. */
function isGrouped(text: string): boolean {
  const mark = /\D/.exec(text)?.[0];
  if (mark === undefined) return true;
  const groups = text.split(mark);
  const inner = groups.slice(1, -1);
  if (groups.some((group) => !/^\d+$/.test(group)) || groups.at(-1)?.length !== 3) return false;
  const [first = ''] = groups;
  if (first.length <= 3 && inner.every((group) => group.length === 3)) return true;
  return mark === ',' && first.length <= 2 && inner.every((group) => group.length === 2);
}

/** `2 100,00` may be two columns that stand close. */
function groupless(raw: string, tail: string): string[] {
  const blank = raw.lastIndexOf(' ');
  if (blank < 0) return [];
  return [tail === '' ? exact(raw.slice(blank), '') : exact(raw.slice(blank, -tail.length - 1), tail)];
}

function exact(head: string, tail: string): string {
  const whole = head.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  return tail === '' ? whole : `${whole}.${tail}`;
}

/** Languages that write 1.234,56. */
const commaLanguages = new Set(['de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'da', 'no', 'fi', 'cs', 'tr', 'ru']);

/** Whether a mark before three digits parts decimals: by what the document does elsewhere, else by its language. */
function marksDecimals(mark: string, { decimalMark, languages: [language = 'en'] }: Locale): boolean {
  return mark === (decimalMark ?? (commaLanguages.has(language) ? ',' : '.'));
}
