import { compactFrom, endOf } from './compact.ts';
import { labelledNumber, nationalNumbers } from './national-tax-numbers.ts';
import type { Finder, Sighting } from './sighting.ts';
import { vatNumbers } from './vat-numbers.ts';

/** Tax numbers: VAT numbers with their country, others by their form and checksum, or by a label. */
export const findTaxIds: Finder = (text) => (/\d{2}/.test(text) ? [...vatIds(text), ...nationalIds(text), ...labelledIds(text)] : []);

const prefixes = new RegExp(`(?<![\\p{L}\\d])(${Object.keys(vatNumbers).join('|')})([ .-]?)(?=[A-Z\\d])`, 'gu');
const longestBody = 14;
const speaksOfTax = /VAT|TVA|BTW|IVA|USt|MwSt|UID|MOMS|NIF|NIP|tax|steuer/i;

function vatIds(text: string): Sighting[] {
  return [...text.matchAll(prefixes)].flatMap(({ 0: start, 1: prefix = '', 2: gap, index }) => {
    const rule = vatNumbers[prefix];
    const compact = compactFrom(text, index + start.length, longestBody);
    const body = rule?.body.exec(compact.text.toUpperCase())?.[0];
    if (rule === undefined || body === undefined) return [];
    const to = endOf(compact, body.length);
    const holds = rule.holds?.(body) === true;
    // BE, IT and NO are words too: apart from its digits a prefix is one only if these agree.
    if (/^[\p{L}\d]/u.test(text.slice(to, to + 1)) || (gap !== '' && !holds && !speaksOfTax.test(text.slice(0, index)))) return [];
    return [
      {
        kind: 'tax_id' as const,
        value: prefix + body,
        scheme: `${prefix.slice(0, 2).toLowerCase()}-vat`,
        checks: holds ? ['vat-checksum'] : [],
        from: index,
        to,
      },
    ];
  });
}

function nationalIds(text: string): Sighting[] {
  return nationalNumbers.flatMap(({ scheme, pattern, holds, check }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const value = (match[1] ?? '').replace(/ /g, '');
      if (holds?.(value) === false) return [];
      return [{ kind: 'tax_id' as const, value, scheme, checks: check === undefined ? [] : [check], ...placeOf(match) }];
    }),
  );
}

/** Of a number that only its label tells; shorter ones are rates and counts. */
const fewestDigits = 7;

function labelledIds(text: string): Sighting[] {
  return [...text.matchAll(labelledNumber)].flatMap((match) => {
    const raw = match[1] ?? '';
    if (raw.replace(/\D/g, '').length < fewestDigits) return [];
    return [{ kind: 'tax_id' as const, value: raw.replace(/[ .-]/g, '').toUpperCase(), scheme: 'labelled', checks: [], ...placeOf(match) }];
  });
}

/** Of the first group, which ends its match. */
function placeOf({ 0: raw, 1: group = '', index }: RegExpExecArray): { from: number; to: number } {
  return { from: index + raw.length - group.length, to: index + raw.length };
}
