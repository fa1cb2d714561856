import { countrySpecs, isValidIBAN } from 'ibantools';
import { compactFrom, endOf } from './compact.ts';
import type { Finder, Sighting } from './sighting.ts';

/** The longest there may be (ISO 13616). */
const longest = 34;
const start = /(?<![\p{L}\d])[A-Z]{2} ?[\dOQDILSBZ]{2}/giu;

/**
 * Account numbers as of ISO 13616, with the country's length and format and a checksum that holds. If it holds only when letters are taken for the
 * digits that they look like, or digits for letters, where the country's format asks for it, the number counts as repaired.
 */
export const findIbans: Finder = (text) =>
  [...text.matchAll(start)].flatMap(({ index }) => {
    const found = ibanAt(text, index);
    return found === undefined ? [] : [found];
  });

function ibanAt(text: string, from: number): Sighting | undefined {
  const compact = compactFrom(text, from, longest);
  const country = compact.text.slice(0, 2).toUpperCase();
  const { chars, bban_regexp: format } = countrySpecs[country] ?? {};
  if (typeof chars !== 'number' || typeof format !== 'string' || compact.text.length < chars) return undefined;
  const raw = compact.text.slice(0, chars).toUpperCase();
  const to = endOf(compact, chars);
  if (/^[\p{L}\d]/u.test(text.slice(to, to + 1))) return undefined;
  const value = [raw, inFormat(raw, format)].find((iban) => isValidIBAN(iban));
  if (value === undefined) return undefined;
  return { kind: 'iban', value, ...(value !== raw && { repaired: true as const }), checks: ['iban-checksum'], from, to };
}

const digitsFor: Readonly<Record<string, string>> = { O: '0', Q: '0', D: '0', I: '1', L: '1', Z: '2', S: '5', B: '8' };
const lettersFor: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '2': 'Z', '5': 'S', '8': 'B' };

/** The number with digits where the format, such as `[A-Z]{4}[0-9]{10}`, asks for digits, and letters where it asks for letters. */
function inFormat(raw: string, format: string): string {
  const parts = [...format.matchAll(/(\[[A-Z0-9-]+\])\{(\d+)\}/g)].map(([, allowed, count]) => ({ allowed, count: Number(count) }));
  let value = raw.slice(0, 2);
  for (const { allowed, count } of [{ allowed: '[0-9]', count: 2 }, ...parts]) {
    const replaced = allowed === '[0-9]' ? digitsFor : allowed === '[A-Z]' ? lettersFor : {};
    for (const character of raw.slice(value.length, value.length + count)) value += replaced[character] ?? character;
  }
  return value;
}
