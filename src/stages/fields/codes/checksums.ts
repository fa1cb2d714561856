import type { Locale } from '../../../values/candidate.ts';
import { mod97Holds } from '../../../values/check-digits.ts';
import { readValue } from '../../../values/read-value.ts';

/** Whether a text, without spaces and in capitals, is an account number as its country has them, letter for letter. */
export function isIban(text: string): boolean {
  return readValue('iban', text, anywhere)?.value === text;
}

export function isBic(text: string): boolean {
  return readValue('bic', text, anywhere)?.value === text;
}

const anywhere: Locale = { languages: [], dayFirst: true };

/** Whether a creditor reference (ISO 11649), without spaces and in capitals, holds its own check digits. */
export function isCreditorReference(text: string): boolean {
  return /^RF\d\d[0-9A-Z]{1,21}$/.test(text) && mod97Holds(text.slice(4) + text.slice(0, 4));
}

/** Whether a Swiss QR reference holds its check digit, the last of its 27: the recursive modulo 10 (Swiss Implementation Guidelines for the QR-bill, annex B). */
export function isQrReference(text: string): boolean {
  if (!/^\d{27}$/.test(text)) return false;
  const carried = [...text.slice(0, -1)].reduce((carry, digit) => steps[(carry + Number(digit)) % 10] ?? 0, 0);
  return (10 - carried) % 10 === Number(text.at(-1));
}

const steps = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];
