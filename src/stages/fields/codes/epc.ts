import { isBic, isCreditorReference, isIban } from './checksums.ts';
import { amountValue, certain, likely, linesOf, textValue } from './reading.ts';
import type { CodeReading } from './reading.ts';

/**
 * Reads the code of a SEPA credit transfer, known as GiroCode (EPC069-12 version 3.0): lines of service tag, version, character set, identification, BIC, name, IBAN,
 * amount, purpose, creditor reference, text, and a note to the payer. Lines at the end may be left out.
 */
export function readEpc(text: string): CodeReading | undefined {
  const lines = linesOf(text, 12);
  if (lines === undefined || !isHeader(lines)) return undefined;
  const [bic, name, iban, amount, , reference, message] = lines.slice(4).map((line) => reread(line, Number(lines[2]))) as Content;
  const account = iban.replaceAll(' ', '').toUpperCase();
  const paid = /^(?:EUR(\d{1,9}(?:\.\d{1,2})?))?$/.exec(amount);
  if (name === '' || name.length > longestName || !isIban(account) || paid === null) return undefined;
  return {
    by: 'code/epc',
    values: [
      ...textValue('vendor_name', name, likely),
      ...textValue('iban', account, certain, 'iban-checksum'),
      ...(isBic(bic) ? textValue('bic', bic, certain) : []),
      ...amountValue('amount_due', paid[1] ?? '', amount),
      ...textValue('currency', 'EUR', certain),
      ...referenceOf(reference, message),
    ],
  };
}

/** Characters (EPC069-12). */
const longestName = 70;

type Content = [bic: string, name: string, iban: string, amount: string, purpose: string, reference: string, message: string];

function isHeader([tag, version = '', set = '', identification = '']: readonly string[]): boolean {
  return tag === 'BCD' && /^00[12]$/.test(version) && /^[1-8]$/.test(set) && identifications.has(identification);
}

/** A transfer, and one at once. */
const identifications = new Set(['SCT', 'INST']);

/** A code has one or the other. */
function referenceOf(reference: string, message: string): CodeReading['values'] {
  const compact = reference.replaceAll(' ', '').toUpperCase();
  if (compact.startsWith('RF')) return isCreditorReference(compact) ? textValue('payment_reference', compact, certain, 'reference-checksum') : [];
  return textValue('payment_reference', reference === '' ? message : reference, likely);
}

/** Of the sets that a code may name, from 1. */
const sets = ['utf-8', 'iso-8859-1', 'iso-8859-2', 'iso-8859-4', 'iso-8859-5', 'iso-8859-7', 'iso-8859-10', 'iso-8859-15'];

/** Readers of codes take letters of a byte each for those of western Europe; the code says what they are. */
function reread(line: string, set: number): string {
  if (set < 3 || !/[\u00a0-\u00ff]/.test(line) || /[^\0-\u00ff]/.test(line)) return line;
  return new TextDecoder(sets[set - 1]).decode(Buffer.from(line, 'latin1'));
}
