import type { Finder } from './sighting.ts';

/** Digits that a number has with its country code (ITU-T E.164), and without. */
const digitsAllowed = { least: 7, most: 15 };

const number = String.raw`(?:\(\+?\d{1,4}\)|\d{1,15})(?: ?[-‐‑–/.] ?(?:\(\d{1,4}\) ?)?\d{1,12}| ?\(\d{1,5}\) ?-? ?\d{1,12}| \d{1,12}){0,7}`;
const label = String.raw`(?:tel(?:efon|ephone|éfono|efono|efoon|\.?nr)?|phone|ph|fon|fax|telefax|mobile?|mob|handy|cell|hotline|call|h\/p|hp|tlf|tél(?:éphone)?|gsm|whatsapp)(?: ?(?:no|nr|number))?`;
const labelled = new RegExp(String.raw`(?<![\p{L}])${label}[ \t]?[.:#]{0,2}[ \t]{0,2}[.:]?[ \t]{0,2}(\+?${number})`, 'giu');
const international = new RegExp(String.raw`(?<![\p{L}\d+])(?:\+|00(?=[2-9]\d[ (/-]))${number}`, 'gu');
/** As a national number is written and nothing else: (030) 1234567 · 03-7731 8169 · 030/1234567 · 01 23 45 67 89 · 555-123-4567 */
const nationals = [
  String.raw`\(\d{2,5}\) ?\d{3,4}(?:[ -]?\d{2,5}){0,3}`,
  String.raw`0[1-9]\d{0,3}-\d{3,8}(?:[ -]\d{2,5}){0,3}`,
  String.raw`0[1-9]\d{1,4} ?\/ ?\d{3,8}(?:[ -]\d{1,5}){0,3}`,
  String.raw`0[1-9](?:[ .]\d{2}){4}`,
  String.raw`\d{3}[-.]\d{3}[-.]\d{4}`,
];
const national = new RegExp(String.raw`(?<![\d\p{L}.,/_-])(?:${nationals.join('|')})(?![\d\p{L}]|[-/.,]\d)`, 'gu');

/** Telephone numbers: labelled, with a country code, or in a notation that nothing else has. */
export const findPhones: Finder = (text, { whole }) => {
  const found = [
    ...[...text.matchAll(labelled)].map((match) => ({ raw: match[1] ?? '', from: match.index + match[0].length - (match[1] ?? '').length })),
    ...[international, national].flatMap((pattern) => [...text.matchAll(pattern)].map(({ 0: raw, index }) => ({ raw, from: index }))),
    ...(whole ? [{ raw: /^\+?[\d ()/.-]+$/.test(text) ? text : '', from: 0 }] : []),
  ];
  return found.flatMap(({ raw, from }) => {
    const digits = raw.replace(/\(0\)/, '').replace(/[^\d+]/g, '');
    const count = digits.replace('+', '').length;
    if (count < digitsAllowed.least || count > digitsAllowed.most) return [];
    return [{ kind: 'phone' as const, value: digits, checks: [], from, to: from + raw.length }];
  });
};
