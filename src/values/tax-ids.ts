import { compactFrom, endOf } from './compact.ts';
import type { Finder, Sighting } from './sighting.ts';
import { vatNumbers } from './vat-numbers.ts';

const start = new RegExp(`(?<![\\p{L}\\d])(?:${Object.keys(vatNumbers).join('|')})(?=[ .-]?[A-Z\\d])`, 'gu');

/** Tax numbers: VAT numbers with their country, others by their form and checksum, or by a label. */
export const findTaxIds: Finder = (text) =>
  [...text.matchAll(start)].flatMap(({ 0: prefix, index }) => {
    const found = vatNumberAt(text, index, prefix);
    return found === undefined ? [] : [found];
  });

const longest = 16;

function vatNumberAt(text: string, from: number, prefix: string): Sighting | undefined {
  const rule = vatNumbers[prefix];
  const compact = compactFrom(text, from, longest);
  const value = rule?.pattern.exec(compact.text.toUpperCase())?.[0];
  if (rule === undefined || value === undefined) return undefined;
  const to = endOf(compact, value.length);
  if (/^[\p{L}\d]/u.test(text.slice(to))) return undefined;
  const holds = rule.holds?.(value.slice(prefix.length)) === true;
  return { kind: 'tax_id', value, scheme: `${prefix.slice(0, 2).toLowerCase()}-vat`, checks: holds ? ['vat-checksum'] : [], from, to };
}
