import { unionOf } from '../labels/page-segments.ts';
import type { Amount } from './entries.ts';
import { says } from './receipt-rows.ts';
import type { Row } from './receipt-rows.ts';

/** Distance from the column of amounts, in heights of the type, at which digits belong to it. */
const nearColumn = 2;

/** What numbers without a point belong to. */
const others = ['body', 'registration', 'contact', 'merchant_phone', 'transaction_date', 'transaction_time'];

/** The amount that the last digits of a row were before the picture lost their point: `136 00`, `13600`. `column` is where amounts end, in points. */
export function amountWithoutPoint(row: Row, column: number): Amount | undefined {
  if (others.some((name) => says(row, name))) return undefined;
  const { page, words, size } = row;
  const at = words.findLastIndex(({ text }) => /\d/.test(text));
  const [before, last] = [words[at - 1], words[at]];
  if (last?.confidence === undefined || last.box[2] < column - nearColumn * size) return undefined;
  if (/^\d{3,6}$/.test(last.text)) return { ...pointed(last.text.slice(0, -2), last.text.slice(-2)), raw: last.text, page, box: last.box };
  if (!/^\d\d$/.test(last.text) || before === undefined || !/^\d{1,4}$/.test(before.text) || last.box[0] - before.box[2] > size) return undefined;
  return { ...pointed(before.text, last.text), raw: `${before.text} ${last.text}`, page, box: unionOf([before.box, last.box]) };
}

function pointed(units: string, cents: string): Pick<Amount, 'decimal' | 'repaired'> {
  return { decimal: `${Number(units)}.${cents}`, repaired: true };
}
