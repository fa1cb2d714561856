import type { Field } from '../../../model/field.ts';
import type { Candidate } from '../../../values/candidate.ts';
import { unionOf } from '../labels/page-segments.ts';
import type { FieldReader } from '../reader.ts';
import { entriesOf } from './entries.ts';
import { headerOf } from './header.ts';
import { merchantAddress } from './merchant-address.ts';
import { merchantName } from './merchant-name.ts';
import { merchantPhone } from './merchant-phone.ts';
import type { Passage } from './passage.ts';
import { phrasebookOf } from './phrasebook.ts';
import { receiptRows } from './receipt-rows.ts';
import { sumFields } from './sum-fields.ts';
import { transactionMoment } from './transaction-moment.ts';

/** A value that is likelier wrong than right is left out; a text with a wrong letter is still worth reading. */
const leastOfValues = 0.5;

/** Reads what a till prints: who sells on top, when and what was charged below, by labels in any language and by what adds up. */
export const readReceipt: FieldReader = (source) => {
  const rows = receiptRows(source, phrasebookOf(source.type));
  const header = headerOf(rows);
  const name = merchantName(header);
  const phone = merchantPhone(rows, header);
  const moment = transactionMoment(rows, source.locale);
  const values = [
    valueField('merchant_phone', phone?.number, phone?.confidence),
    valueField('transaction_date', moment?.date, moment?.confidence),
    valueField('transaction_time', moment?.time, moment?.confidence),
    sumFields(entriesOf(rows.slice(header.length)), source.locale),
  ];
  return [
    ...passageField('merchant_name', name),
    ...passageField('merchant_address', merchantAddress(header, name?.rows ?? [])),
    ...values.flat().filter(({ confidence }) => confidence >= leastOfValues),
  ];
};

function passageField(name: string, passage: Passage | undefined): Field[] {
  if (passage === undefined) return [];
  const { text, words, page, confidence } = passage;
  const raw = words.map((word) => word.text).join(' ');
  return [{ name, value: text, raw, page, bbox: unionOf(words.map(({ box }) => box)), confidence, by: `receipt/${name}` }];
}

function valueField(name: string, candidate: Candidate | undefined, confidence = 0): Field[] {
  if (candidate === undefined) return [];
  const { value, raw, page, box, checks } = candidate;
  return [{ name, value, raw, page, bbox: box, confidence, by: `receipt/${name}`, ...(checks.length > 0 && { checks }) }];
}
