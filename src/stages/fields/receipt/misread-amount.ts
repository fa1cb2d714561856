import { unionOf } from '../../../model/box.ts';
import type { Amount } from './amount.ts';
import type { Row } from './receipt-rows.ts';

/** Distance from the column of amounts, in heights of the type, at which digits belong to it. */
const nearColumn = 2;

/** A number with what was left of its currency before it, and with its point or without: `RN12.50`, `1250`. */
const inOne = /^\p{L}{0,3}(\d{1,6})[.,]?(\d\d)$/u;
/** The same in two: `RN12.` `50`, `12` `50`. */
const units = /^\p{L}{0,3}(\d{1,6})[.,]?$/u;
const cents = /^\d\d$/;

/** The amount that the last digits of a row were before they were misread. `column` is where amounts end, in points. */
export function misreadAmount({ page, words, size }: Row, column: number): Amount | undefined {
  const at = words.findLastIndex(({ text }) => /\d/.test(text));
  const [before, last] = [words[at - 1], words[at]];
  if (last?.confidence === undefined || last.box[2] < column - nearColumn * size) return undefined;
  const whole = inOne.exec(last.text);
  if (whole !== null) return { decimal: `${Number(whole[1])}.${whole[2]}`, repaired: true, raw: last.text, page, box: last.box };
  const head = before === undefined || last.box[0] - before.box[2] > size ? null : units.exec(before.text);
  if (head === null || before === undefined || !cents.test(last.text)) return undefined;
  return {
    decimal: `${Number(head[1])}.${last.text}`,
    repaired: true,
    raw: `${before.text} ${last.text}`,
    page,
    box: unionOf([before.box, last.box]),
  };
}
