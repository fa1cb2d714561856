import type { Field } from '../../../model/field.ts';
import type { Candidate } from '../../../values/candidate.ts';
import { readLabelled } from '../labels/read-labelled.ts';
import type { FieldReader, ReaderSource } from '../reader.ts';
import { unionOf } from '../../../model/box.ts';
import { roundedConfidence } from '../../../model/confidence.ts';
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
/** Nothing that a picture shows is beyond doubt. */
const most = 0.99;

/** Reads what a till prints: who sells on top, when and what was charged below, by labels in any language and by what adds up; other fields of the type by their labels. */
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
  const found = [
    ...passageField('merchant_name', name),
    ...passageField('merchant_address', merchantAddress(header, name?.rows ?? [])),
    ...values.flat().filter(({ confidence }) => confidence >= leastOfValues),
  ];
  return [
    ...found.map((field) => ({
      ...field,
      confidence: roundedConfidence(Math.min(most, field.confidence)),
      by: `${source.type.name}/${field.name}`,
    })),
    ...readLabelled(withoutOwn(source)),
  ];
};

const own = new Set([
  'merchant_name',
  'merchant_address',
  'merchant_phone',
  'transaction_date',
  'transaction_time',
  'subtotal',
  'total_tax',
  'total',
  'currency',
]);

function withoutOwn(source: ReaderSource): ReaderSource {
  const fields = Object.fromEntries(Object.entries(source.type.fields).filter(([name]) => !own.has(name)));
  return { ...source, type: { ...source.type, fields } };
}

type Found = Omit<Field, 'by'>;
/** A value, wherever it stands. */
type Value = Pick<Candidate, 'value' | 'raw' | 'page' | 'box' | 'checks'>;

function passageField(name: string, passage: Passage | undefined): Found[] {
  if (passage === undefined) return [];
  const { text, words, page, confidence } = passage;
  const raw = words.map((word) => word.text).join(' ');
  return [{ name, value: text, raw, page, bbox: unionOf(words.map(({ box }) => box)), confidence }];
}

function valueField(name: string, reading: Value | undefined, confidence = 0): Found[] {
  if (reading === undefined) return [];
  const { value, raw, page, box, checks } = reading;
  return [{ name, value, raw, page, bbox: box, confidence, ...(checks.length > 0 && { checks }) }];
}
