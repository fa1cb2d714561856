import type { Word } from '../../../model/page.ts';
import { says } from './receipt-rows.ts';
import type { Row } from './receipt-rows.ts';

/** What a row of the head of a receipt is. `text` may be a name or a part of an address; `place` is a part of an address for sure. */
export type HeaderKind = 'text' | 'place' | 'registration' | 'contact' | 'greeting' | 'noise';

export interface HeaderRow {
  row: Row;
  kind: HeaderKind;
  /** Without what the edges of the picture have left beside it; they begin at `start` of the row. */
  words: readonly Word[];
  start: number;
  text: string;
}

const mostHeaderRows = 20;

/** The head of a receipt: what stands above its title, its number, its date and what is bought. */
export function headerOf(rows: readonly Row[]): HeaderRow[] {
  const header: HeaderRow[] = [];
  for (const row of rows.slice(0, mostHeaderRows)) {
    if (header.some(({ kind }) => kind === 'text') && isBody(row)) break;
    const [start, end] = withoutEdges(row);
    const words = row.words.slice(start, end);
    const text = words.map((word) => word.text).join(' ');
    header.push({ row, kind: kindOf(row, text), words, start, text });
  }
  return header;
}

function isBody(row: Row): boolean {
  const isTitled = row.phrases.some(({ meanings, from }) => from <= 1 && (meanings.has('body') || meanings.has('transaction_date')));
  return (
    (isTitled && !says(row, 'legal_form')) || row.values.some(({ kind, decimal }) => kind === 'date' || (kind === 'amount' && decimal?.includes('.')))
  );
}

/** Farther from the rest than so many heights of the type, a word of a letter or two is dirt. */
const farOff = 1.5;

/** Places of the first and behind the last word that is no dirt. */
function withoutEdges({ words, size }: Row): [number, number] {
  let [start, end] = [0, words.length];
  const isDirt = ({ text }: Word, gap: number): boolean => !/[\p{L}\p{N}]/u.test(text) || (text.length <= 2 && gap > farOff * size);
  while (end - start > 1 && isDirt(words[start]!, words[start + 1]!.box[0] - words[start]!.box[2])) start++;
  while (end - start > 1 && isDirt(words[end - 1]!, words[end - 1]!.box[0] - words[end - 2]!.box[2])) end--;
  return [start, end];
}

/** Below this mean confidence words are guesses at something that is no type. */
const legible = 0.35;

function kindOf(row: Row, text: string): HeaderKind {
  const letters = text.replace(/\P{L}/gu, '').length;
  if (says(row, 'registration') || isNumberOnly(text) || longNumber.test(text)) return 'registration';
  if (says(row, 'contact') || says(row, 'merchant_phone') || isContact(text) || row.values.some(({ kind }) => kind === 'email' || kind === 'url'))
    return 'contact';
  if (says(row, 'greeting')) return 'greeting';
  if (letters < 3 || confidenceOf(row.words) < legible) return 'noise';
  return isPlace(row, text) ? 'place' : 'text';
}

/** No house and no postal code has so many digits. */
const longNumber = /(?<!\d)\d{9}/;

/** (1095514-X) · 002043319-W · JM0325955-V */
function isNumberOnly(text: string): boolean {
  return /^[^\p{L}\d]{0,3}(?:\p{L}{1,3}[- ]?)?\d[\d -]{4,16}(?:[- ]{1,3}[\p{L}\d])?[^\p{L}\d]{0,3}$/u.test(text);
}

/** Addresses of the net, also misread, and a number behind a colon. */
function isContact(text: string): boolean {
  return /@|www|\.com\b/i.test(text) || /: ?\+?\d[\d -]{6,20}$/.test(text);
}

function confidenceOf(words: readonly Word[]): number {
  const known = words.flatMap(({ confidence }) => confidence ?? []);
  return known.length === 0 ? 1 : known.reduce((sum, confidence) => sum + confidence, 0) / known.length;
}

/** A street, a number with a comma, a postal code. */
function isPlace(row: Row, text: string): boolean {
  return says(row, 'street') || /\d.*,|,.*\d/.test(text) || /(?<![\d-])\d{4,6}(?![\d-])/.test(text);
}
