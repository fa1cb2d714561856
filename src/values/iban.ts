import { countrySpecs, isValidIBAN } from 'ibantools';
import { compactFrom, endOf } from './compact.ts';
import type { Finder, Sighting } from './sighting.ts';

const lookalikes: Readonly<Record<string, string>> = { O: '0', Q: '0', D: '0', I: '1', L: '1', S: '5', B: '8', Z: '2', G: '6' };
/** The longest there is (Malta 31; ISO 13616 allows 34). */
const longest = 34;
const start = /(?<![\p{L}\d])[A-Z]{2} ?[\dOQILSBZ]{2}/giu;

/** Account numbers as of ISO 13616 with the country's length and format, and a checksum that holds. */
export const findIbans: Finder = (text) =>
  [...text.matchAll(start)].flatMap(({ index }) => {
    const found = ibanAt(text, index);
    return found === undefined ? [] : [found];
  });

function ibanAt(text: string, from: number): Sighting | undefined {
  const compact = compactFrom(text, from, longest);
  const country = compact.text.slice(0, 2).toUpperCase();
  const length = countrySpecs[country]?.chars ?? undefined;
  if (length === undefined || compact.text.length < length) return undefined;
  const raw = compact.text.slice(0, length).toUpperCase();
  const to = endOf(compact, length);
  if (/^[\p{L}\d]/u.test(text.slice(to))) return undefined;
  const value = [raw, country + asDigits(raw.slice(2, 4)) + raw.slice(4), country + asDigits(raw.slice(2))].find((iban) => isValidIBAN(iban));
  if (value === undefined) return undefined;
  return { kind: 'iban', value, ...(value !== raw && { repaired: true as const }), checks: ['iban-checksum'], from, to };
}

function asDigits(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => lookalikes[letter] ?? letter);
}
