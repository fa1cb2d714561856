import type { Candidate, Locale } from '../../../values/candidate.ts';
import { readValue } from '../../../values/read-value.ts';
import { says } from './receipt-rows.ts';
import type { Row } from './receipt-rows.ts';

/** A date, wherever it stands. */
export type DateReading = Pick<Candidate, 'value' | 'raw' | 'others' | 'repaired' | 'checks' | 'page' | 'box'>;

/** What the last digit of a date is taken for where the paper ends or the print is faint. */
const lookalikes: Readonly<Record<string, string>> = { '¢': '8', '€': '8', '£': '6' };
const cut = /^(\d{1,2}[-/.]\d{1,2}[-/.](?:20)?\d)([¢€£])$/;
/** Behind a word for dates: its strokes were lost. */
const strokeless = /^(\d{2})(\d{2})((?:19|20)\d{2})$/;

/** Dates of a row that were misread in a way that leaves one meaning. */
export function misreadDates(row: Row, locale: Locale): DateReading[] {
  return row.words.flatMap(({ text, confidence, box }) => {
    const written = confidence === undefined ? undefined : restored(text, says(row, 'transaction_date'));
    const value = written === undefined ? undefined : readValue('date', written, locale);
    return value === undefined ? [] : [{ value: value.value, checks: [], repaired: true, raw: text, page: row.page, box }];
  });
}

function restored(text: string, isLabelled: boolean): string | undefined {
  const [, start, sign = ''] = cut.exec(text) ?? [];
  if (start !== undefined) return start + (lookalikes[sign] ?? '');
  const parts = isLabelled ? strokeless.exec(text) : undefined;
  return parts?.slice(1).join('/');
}
