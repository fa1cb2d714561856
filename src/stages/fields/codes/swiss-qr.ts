import { isCreditorReference, isIban, isQrReference } from './checksums.ts';
import { amountValue, certain, likely, linesOf, textValue } from './reading.ts';
import type { CodeReading, CodeValue } from './reading.ts';
import { readSwico } from './swico.ts';

/**
 * Reads the code of a Swiss QR-bill (Swiss Implementation Guidelines for the QR-bill 2.3): 31 lines and up to three more, of which line 1 is the type, 4 the IBAN, 5 to
 * 11 the creditor, 19 and 20 amount and currency, 21 to 27 the debtor, 28 and 29 the reference, 30 a message, 31 the end, 32 information about the bill.
 */
export function readSwissQr(text: string): CodeReading | undefined {
  const lines = linesOf(text, 34);
  if (lines === undefined || !isFrame(lines)) return undefined;
  const [amount, currency] = lines.slice(18) as [string, string];
  const account = (lines[3] ?? '').replaceAll(' ', '').toUpperCase();
  const creditor = readParty(lines.slice(4));
  const debtor = readParty(lines.slice(20));
  const reference = readReference(lines.slice(27), account);
  const wellFormed = /^(?:CH|LI)/.test(account) && /^(?:\d{1,9}\.\d\d)?$/.test(amount) && /^(?:CHF|EUR)$/.test(currency);
  if (!wellFormed || !isIban(account) || creditor === undefined || reference === undefined) return undefined;
  return {
    by: 'code/swiss-qr',
    values: [
      ...textValue('vendor_name', creditor.name, likely),
      ...textValue('vendor_address', creditor.address, likely),
      ...(debtor === undefined ? [] : [...textValue('customer_name', debtor.name, likely), ...textValue('customer_address', debtor.address, likely)]),
      ...textValue('iban', account, certain, 'iban-checksum'),
      ...amountValue('amount_due', amount, amount),
      ...textValue('currency', currency, certain),
      ...reference,
      ...readSwico(lines[31] ?? ''),
    ],
  };
}

/** Its type, version and character set (always UTF-8), and the mark at the end of what every code has. */
function isFrame(lines: readonly string[]): boolean {
  return lines[0] === 'SPC' && /^02\d\d$/.test(lines[1] ?? '') && lines[2] === '1' && lines[30] === 'EPD';
}

interface Party {
  name: string;
  address: string;
}

/** Kind of address, name, then street, number, postal code and town (S), or two lines (K, until 2025); and the country. */
function readParty([kind, name = '', first = '', second = '', code = '', town = '']: readonly string[]): Party | undefined {
  if ((kind !== 'S' && kind !== 'K') || name === '') return undefined;
  const parts = kind === 'S' ? [joined(first, second), joined(code, town)] : [first, second];
  return { name, address: parts.filter((part) => part !== '').join(', ') };
}

const joined = (...words: string[]): string => words.filter((word) => word !== '').join(' ');

/** An account whose institution has one of these numbers takes payments by QR reference alone, and no other account does. */
const qrInstitution = /^..\d\d3[01]\d{3}/;

/** Undefined when the reference is not one of its kind, or not for the account. Without one the message says what is paid. */
function readReference([kind, reference = '', message = '']: readonly string[], account: string): CodeValue[] | undefined {
  const values = textValue('payment_reference', reference, certain, 'reference-checksum');
  if (kind === 'QRR') return qrInstitution.test(account) && isQrReference(reference) ? values : undefined;
  if (qrInstitution.test(account)) return undefined;
  if (kind === 'SCOR') return isCreditorReference(reference) ? values : undefined;
  return kind === 'NON' && reference === '' ? textValue('payment_reference', message, likely) : undefined;
}
