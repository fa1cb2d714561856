import type { Metadata } from '../model/document.ts';
import type { OpenPdf } from './open.ts';

/** What the document says of itself, as clean Unicode; what is empty or unreadable is left out. */
export async function readMetadata({ document }: OpenPdf): Promise<{ metadata: Metadata; encrypted: boolean }> {
  const info = await document.getMetadata().then(
    (read): Record<string, unknown> => ({ ...read.info }),
    (): Record<string, unknown> => ({}),
  );
  const metadata: Metadata = { page_count: document.numPages };
  const fields = { title: 'Title', author: 'Author', subject: 'Subject', producer: 'Producer', language: 'Language' } as const;
  for (const [field, key] of Object.entries(fields) as [keyof typeof fields, string][]) {
    const text = cleanText(info[key]);
    if (text !== '') metadata[field] = text;
  }
  const created = isoTime(cleanText(info['CreationDate']));
  if (created !== undefined) metadata.created = created;
  return { metadata, encrypted: typeof info['EncryptFilterName'] === 'string' };
}

/** One line of text as a person may read it: no control characters, no lone surrogates, no runs of white space. */
export function cleanText(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\ufffe\uffff\ufeff]/g, '')
    .trim()
    .slice(0, 2000)
    .toWellFormed();
}

const pdfDate = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?\s*(?:([-+Zz])(?:(\d\d)'?(\d\d)?'?)?)?/;

/** `D:20240131120000+01'00'` as `2024-01-31T12:00:00+01:00`; undefined when it is no day of the calendar. */
export function isoTime(date: string): string | undefined {
  const match = pdfDate.exec(date);
  if (match === null) return undefined;
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00', sign, zoneHour = '00', zoneMinute = '00'] = match;
  const days = daysOfMonth(Number(year), Number(month));
  if (Number(day) < 1 || Number(day) > days || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const zone = sign === undefined ? '' : sign.toUpperCase() === 'Z' ? 'Z' : `${sign}${zoneHour}:${zoneMinute}`;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`;
}

function daysOfMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
