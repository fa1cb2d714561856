import type { Candidate, Locale } from '../../../values/candidate.ts';
import { readValue } from '../../../values/read-value.ts';
import type { Row } from './receipt-rows.ts';

/** What the last digit of a date is taken for where the paper ends or the print is faint. */
const lookalikes: Readonly<Record<string, string>> = { '¢': '8', '€': '8', '£': '6' };
const cut = /^\d{1,2}[-/.]\d{1,2}[-/.](?:20)?\d[¢€£]$/;

/** Dates of a row whose last digit was read as a sign that looks like it. */
export function misreadDates({ page, words }: Row, locale: Locale): Candidate[] {
  return words.flatMap((word, at) => {
    if (word.confidence === undefined || !cut.test(word.text)) return [];
    const value = readValue('date', word.text.slice(0, -1) + (lookalikes[word.text.slice(-1)] ?? ''), locale);
    return value === undefined ? [] : [{ ...value, repaired: true, raw: word.text, page, line: 0, words: [at, at + 1], box: word.box }];
  });
}
