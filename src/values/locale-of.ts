import type { Document } from '../model/document.ts';
import type { Locale } from './candidate.ts';
import { countryOf } from './country-of.ts';
import { currencyOf } from './currency-of.ts';
import { languagesOf } from './languages-of.ts';

/** Characters that are looked at: what a document is like shows on its first pages. */
const sample = 30_000;

/** What the notation of a document tells of values that could mean two things: from words, numbers and dates that can mean only one. */
export function localeOf(document: Document): Locale {
  const text = sampleOf(document);
  const languages = languagesOf(text, document.metadata.language);
  const country = countryOf(text);
  const scanned = document.pages.some(({ method }) => method === 'ocr' || method === 'mixed');
  const currency = currencyOf(text, { languages, ...(country !== undefined && { country }), dayFirst: true }, scanned);
  const mark = decimalMarkOf(text);
  return {
    languages,
    ...(country !== undefined && { country }),
    dayFirst: isDayFirst(text, languages, country ?? (currency === 'USD' ? 'US' : undefined)),
    ...(mark !== undefined && { decimalMark: mark }),
    ...(currency !== undefined && { currency }),
  };
}

function sampleOf({ pages }: Document): string {
  let text = '';
  for (const { lines } of pages) {
    for (const line of lines) text += `${line.text}\n`;
    if (text.length > sample) break;
  }
  return text.slice(0, sample);
}

const bothMarks = /(?<![\d.,])\d{1,3}(?:([.,])\d{3}){1,4}(?!\1)([.,])\d{1,4}(?![\d.,]\d)/g;
/** Neither dates nor times: 12.03.2018, 08.30 - 12.30 Uhr. */
const cents = /(?<![\d.,]|\d ?[-–] ?)\d{1,9}([.,])\d{2}(?![\d.,]| ?[-–/] ?\d| ?Uhr)/g;
/** 1.234,56 says it; 12,50 alone might be a list of two numbers. */
const certain = 4;

function decimalMarkOf(text: string): ',' | '.' | undefined {
  const commas = { ',': 0, '.': 0 };
  for (const [, , mark] of text.matchAll(bothMarks)) if (mark === ',' || mark === '.') commas[mark] += certain;
  for (const [, mark] of text.matchAll(cents)) if (mark === ',' || mark === '.') commas[mark]++;
  if (commas[','] === commas['.']) return undefined;
  return commas[','] > commas['.'] ? ',' : '.';
}

const numericDate = /(?<![\d.,/-])(\d{1,2})([-/.])(\d{1,2})\2(?:(?:19|20)\d{2}|\d{2})(?!\d|[-/.]\d| ?[AaPp]\.?[Mm])/g;
/** Countries that write the month first. */
const monthFirst = new Set(['US', 'PH']);

/** By dates that can mean one day only; where there is none, by the country. */
function isDayFirst(text: string, languages: readonly string[], country: string | undefined): boolean {
  let surplus = 0;
  for (const [, first, , second] of text.matchAll(numericDate)) {
    if (Number(first) > 12 && Number(second) <= 12) surplus++;
    if (Number(second) > 12 && Number(first) <= 12) surplus--;
  }
  if (surplus !== 0) return surplus > 0;
  return !(country !== undefined && monthFirst.has(country) && (languages[0] ?? 'en') === 'en');
}
