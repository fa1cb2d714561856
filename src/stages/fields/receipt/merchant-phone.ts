import type { Candidate } from '../../../values/candidate.ts';
import { says } from './receipt-rows.ts';
import type { Row } from './receipt-rows.ts';

/** The first telephone number behind a word for one; a number alone may be anything. */
export function merchantPhone(rows: readonly Row[]): Candidate | undefined {
  const row = rows.find((each) => says(each, 'merchant_phone') && phoneIn(each) !== undefined);
  return row === undefined ? undefined : phoneIn(row);
}

function phoneIn({ words, values, phrases }: Row): Candidate | undefined {
  const label = phrases.find(({ meanings }) => meanings.has('merchant_phone'));
  return values.find(({ kind, box }) => kind === 'phone' && label !== undefined && box[2] > words[label.from]!.box[2]);
}
