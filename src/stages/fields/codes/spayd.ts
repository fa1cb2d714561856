import { isBic, isCreditorReference, isIban } from './checksums.ts';
import { dayOfDigits } from './days.ts';
import { amountValue, certain, likely, textValue } from './reading.ts';
import type { CodeReading, CodeValue } from './reading.ts';

/**
 * Reads a Short Payment Descriptor, as invoices of Czechia and Slovakia carry it (SPAYD 1.0): `SPD*1.0*ACC:<IBAN>+<BIC>*AM:450.00*CC:CZK*DT:20260131*RN:<name>*X-VS:17`,
 * its values encoded as in addresses of the web.
 */
export function readSpayd(text: string): CodeReading | undefined {
  const [type, version = '', ...parts] = text.trim().split('*');
  if (type !== 'SPD' || !/^[12]\.0$/.test(version)) return undefined;
  const values = new Map(parts.map((part) => pairOf(part)));
  const [account = '', bic = ''] = (values.get('ACC') ?? '').replaceAll(' ', '').toUpperCase().split('+');
  const [amount, currency] = ['AM', 'CC'].map((key) => values.get(key) ?? '') as [string, string];
  if (!isIban(account) || !/^(?:\d{1,10}(?:\.\d{1,2})?)?$/.test(amount) || !/^(?:[A-Z]{3})?$/.test(currency)) return undefined;
  const due = dayOfDigits(values.get('DT') ?? '');
  return {
    by: 'code/spayd',
    values: [
      ...textValue('vendor_name', values.get('RN') ?? '', likely),
      ...textValue('iban', account, certain, 'iban-checksum'),
      ...(isBic(bic) ? textValue('bic', bic, certain) : []),
      ...amountValue('amount_due', amount, amount),
      ...textValue('currency', currency, certain),
      ...(due === undefined ? [] : [{ name: 'due_date', value: due, raw: values.get('DT') ?? '', confidence: likely }]),
      ...referenceOf(values),
    ],
  };
}

function pairOf(part: string): [key: string, value: string] {
  const colon = part.indexOf(':');
  return [part.slice(0, Math.max(0, colon)), decoded(part.slice(colon + 1))];
}

/** A percent sign that begins no code is one. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The variable symbol of Czech and Slovak transfers, a creditor reference, or the message. */
function referenceOf(values: ReadonlyMap<string, string>): CodeValue[] {
  const reference = (values.get('RF') ?? '').toUpperCase();
  if (isCreditorReference(reference)) return textValue('payment_reference', reference, certain, 'reference-checksum');
  return textValue('payment_reference', values.get('X-VS') ?? values.get('MSG') ?? '', likely);
}
