import type { HeaderRow } from './header.ts';
import { isNumbered } from './header-kind.ts';
import { isPicture, leastConfidence } from './legibility.ts';
import type { Passage } from './passage.ts';
import type { PhraseHit } from './phrasebook.ts';

export interface MerchantName extends Passage {
  /** Places of its rows in the header. */
  rows: readonly number[];
}

/** Where the least sure of its words is surer than this, a name was read right 22 times of 22 on photographed receipts, else 5 times of 10. */
const sure = 0.78;
const readSure = 0.92;
const readUnsure = 0.5;
/** Of names without a legal form some are slogans or places. */
const withoutLegalForm = 0.9;

/** Who sells: the row with a legal form, else the first that is no address and no number; with the row that its name begins or goes on in. */
export function merchantName(header: readonly HeaderRow[]): MerchantName | undefined {
  const legal = header.findIndex((row) => legalFormOf(row) !== undefined);
  const first = legal >= 0 ? legal : firstName(header);
  const row = header[first];
  if (row === undefined) return undefined;
  const next = legal >= 0 ? first - 1 : first + 1;
  const rows = header[next] !== undefined && belongTogether(row, header[next]) ? [first, next].sort((a, b) => a - b) : [first];
  const parts = rows.map((place) => header[place]!);
  const words = parts.flatMap((part) => part.words);
  const confidence = (leastConfidence(words) > sure ? readSure : readUnsure) * (legal >= 0 ? 1 : withoutLegalForm);
  return { text: parts.map(nameIn).join(' '), words, page: row.row.page, confidence, rows };
}

/** Where a name ends for sure: the last legal form before a number of registration. A legal form alone names nobody, nor does one in an address. */
function legalFormOf({ row, kind, start }: HeaderRow): PhraseHit | undefined {
  if (kind === 'contact' || kind === 'noise') return undefined;
  const number = row.words.findIndex(({ text }) => /\d{5}/.test(text));
  const end = number < 0 ? Infinity : number;
  const form = row.phrases.findLast(({ meanings, from }) => meanings.has('legal_form') && from > start && from <= end);
  const named = row.words.slice(start, form?.from).map(({ text }) => text);
  return isNumbered(named.join(' ')) ? undefined : form;
}

/** The first text; but a note that somebody has put on the picture is no name, unless an address follows. */
function firstName(header: readonly HeaderRow[]): number {
  const first = header.findIndex(({ kind }) => kind === 'text');
  if (header[first + 1]?.kind === 'place') return first;
  const named = header.findIndex(({ kind, text, row }) => kind === 'text' && !(isSmall(text) && isPicture(row.words)));
  return named < 0 ? first : named;
}

/** As people write notes: without capitals. */
function isSmall(text: string): boolean {
  return /\p{Ll}/u.test(text) && !/\p{Lu}/u.test(text);
}

const sameSize = 1.35;
/** Distance of the rows of one name, in heights of its type. */
const near = 0.8;

/** Two rows of one name stand close, in type of one size; a sign that says the same again is no part of it. */
function belongTogether(a: HeaderRow, b: HeaderRow): boolean {
  if (b.kind !== 'text' || isSmall(b.text) !== isSmall(a.text)) return false;
  if (b.words.every(({ text }) => a.words.some((word) => tidy(word.text) === tidy(text)))) return false;
  const [upper, lower] = a.row.box[1] < b.row.box[1] ? [a.row, b.row] : [b.row, a.row];
  const ratio = upper.size / lower.size;
  return lower.box[1] - upper.box[3] < near * lower.size && ratio < sameSize && ratio > 1 / sameSize;
}

/** Up to the end of the legal form, which is spelled as it should be; else without a number of registration behind the name. */
function nameIn(header: HeaderRow): string {
  const form = legalFormOf(header);
  if (form === undefined) return tidy(header.text.replace(/ [([{]?\d{5,}.{0,20}$/, ''));
  const { words } = header.row;
  const start = words.slice(header.start, form.from).map(({ text }) => text);
  const written = words
    .slice(form.from, form.to)
    .map(({ text }, at) => (at === form.to - form.from - 1 ? text.slice(0, text[form.end] === '.' ? form.end + 1 : form.end) : text));
  return tidy([...start, ...(form.misread > 0 ? [isSmallCase(start) ? form.phrase : form.phrase.toUpperCase()] : written)].join(' '));
}

function isSmallCase(words: readonly string[]): boolean {
  return /\p{Ll}/u.test(words.join(''));
}

function tidy(text: string): string {
  return text.replace(/^[^\p{L}\p{N}(]{1,9}|[^\p{L}\p{N}).]{1,9}$/gu, '');
}
