import type { Locale } from '../../../../values/candidate.ts';
import { readValue } from '../../../../values/read-value.ts';
import type { ItemColumn, ItemRow } from './item-rows.ts';

/** Columns of numbers. */
export const numeric = ['quantity', 'unit_price', 'amount', 'tax_rate'] as const satisfies readonly ItemColumn[];

export type Numbers = Partial<Record<(typeof numeric)[number], number>>;

/** Longest cell of a number in characters. */
const longest = 60;
/** Words of a cell that are looked at for its number. */
const mostWords = 6;

/** The numbers of each row, in the places of the rows. Among amounts with cents what has none is no amount. */
export function numbersOf(rows: readonly ItemRow[], locale: Locale): Numbers[] {
  const written = rows.flatMap(({ cells: { amount } }) => (amount === undefined || !/\d/.test(amount) ? [] : [amount]));
  const needsCents = written.filter(hasCents).length > written.length / 2;
  return rows.map(({ cells }) => {
    const numbers: Numbers = {};
    for (const column of numeric) {
      const cell = cells[column];
      if (cell === undefined || (column === 'amount' && needsCents && !hasCents(cell))) continue;
      const value = numberIn(cell, locale);
      if (value !== undefined) numbers[column] = value;
    }
    return numbers;
  });
}

/** "20 pcs": the unit stands behind the quantity. */
export function unitOf({ quantity, unit }: ItemRow['cells']): string | undefined {
  const behind = /^[\d.,' ]{1,20}\s?(\p{L}[\p{L}\d².()]{0,15})$/u.exec(quantity ?? '')?.[1];
  const found = unit ?? behind;
  return found !== undefined && /\p{L}/u.test(found) ? found : undefined;
}

function hasCents(text: string): boolean {
  return /\d[.,]\d/.test(text);
}

/** What may stand before a number that fills its cell: "€", "EUR", "Rs.", "-". */
const beforeNumber = /^(?:\p{L}{1,3}\.?|[\p{Sc}+-]{1,3})$/u;

/** The number of a cell that is one or begins with one: "20 pcs", "€ 3.90", "EUR 3.90 / pc". Words before it make it a number of something else. */
function numberIn(cell: string, locale: Locale): number | undefined {
  const text = cell.slice(0, longest);
  const words = text.split(' ').slice(0, mostWords);
  const first = words.find((word) => !beforeNumber.test(word));
  for (const part of [text, ...(first === undefined ? [] : [first])]) {
    for (const kind of ['amount', 'percent', 'number'] as const) {
      const value = readValue(kind, part, locale);
      if (typeof value?.value === 'number') return value.value;
    }
  }
  return undefined;
}
