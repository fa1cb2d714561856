import type { Word } from '../../../model/page.ts';
import { headerKind } from './header-kind.ts';
import type { HeaderKind } from './header-kind.ts';
import { says } from './receipt-rows.ts';
import type { Row } from './receipt-rows.ts';

/** A row of the head of a receipt. */
export interface HeaderRow {
  row: Row;
  kind: HeaderKind;
  /** Without what the edges of the picture have left beside it, and without the telephone number behind it. They begin at `start` of the row. */
  words: readonly Word[];
  start: number;
  text: string;
  /** A telephone number or the like stands behind it: an address goes on no further. */
  ends: boolean;
}

const mostHeaderRows = 20;

/** The head of a receipt: what stands above its title, its number, its date and what is bought. */
export function headerOf(rows: readonly Row[]): HeaderRow[] {
  const header: HeaderRow[] = [];
  for (const row of rows.slice(0, mostHeaderRows)) {
    const isBelowText = header.some(({ kind }) => kind === 'text');
    if (isBelowText && isBody(row)) break;
    header.push(headerRow(row, isBelowText));
  }
  return header;
}

function isBody(row: Row): boolean {
  const isTitled = row.phrases.some(({ meanings, from }) => from <= 1 && (meanings.has('body') || meanings.has('transaction_date')));
  if (isTitled && !says(row, 'legal_form') && !says(row, 'street')) return true;
  return row.values.some(({ kind, decimal }) => kind === 'date' || (kind === 'amount' && decimal?.includes('.')));
}

function headerRow(row: Row, isBelowText: boolean): HeaderRow {
  const [start, edge] = withoutEdges(row);
  const contact = row.phrases.find(({ meanings, from }) => from > start + 1 && (meanings.has('merchant_phone') || meanings.has('contact')));
  const ends = contact !== undefined && contact.from < edge && row.words.slice(contact.to).some(({ text }) => /\d{3}/.test(text));
  const words = row.words.slice(start, ends ? contact.from : edge);
  const text = words.map((word) => word.text).join(' ');
  return { row, kind: headerKind(row, words, isBelowText), words, start, text, ends };
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
