import type { Reading } from '../../labels/reading.ts';
import { unionOf } from '../../../../model/box.ts';
import { lineKind } from './address-lines.ts';
import { legalFormEnd } from './legal-forms.ts';
import type { BlockLine } from './text-blocks.ts';

export type Role = 'vendor' | 'customer';

/** Who sends or receives an invoice. */
export interface Party {
  name: Reading;
  address?: Reading;
}

/** Longest name in characters and words: longer lines are sentences. */
const longestName = 80;
const mostWords = 10;
/** How many lines an address has at most. */
const mostLines = 7;

/** A name and the address below it, from lines that stand below each other. Who sends an invoice names no person above the company. */
export function partyOf(lines: readonly BlockLine[], role: Role): Party | undefined {
  const start = lines.findIndex(({ text }) => isName(text) || lineKind(text) === 'salutation');
  if (start < 0 || start > 3) return undefined;
  let end = start + 1;
  if (lineKind(lines[start]!.text) === 'salutation') {
    if (!isName(lines[end]?.text ?? '')) return undefined;
    end++;
  } else if (goesOn(lines, start, role)) end++;
  const name = reading(lines.slice(start, end), ' ', nameIn);
  const address = addressIn(lines.slice(end, end + mostLines));
  return { name, ...(address && { address }) };
}

/** Whether a line can be a name: few words, no notation of something else. */
export function isName(text: string): boolean {
  if (text.length > longestName || text.length < 2 || text.split(' ').length > mostWords) return false;
  if (!/\p{Lu}|^e-|^[a-z]+\./u.test(text) || /[:;@?!]/.test(text) || /\d{5}|\.\s*$/u.test(withoutForm(text))) return false;
  const letters = text.replace(/[^\p{L}]/gu, '').length;
  return letters >= 2 && letters > 0.5 * text.replace(/\s/g, '').length && isCapitalised(text) && lineKind(text) === 'other';
}

/** Most longer words of a name are capitalised, those of a sentence are not; numbers are not counted. */
function isCapitalised(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.filter((word) => /^\p{Ll}/u.test(word)).length <= words.length / 3;
}

function withoutForm(text: string): string {
  const end = legalFormEnd(text);
  return end === undefined ? text : text.slice(end).replace(/^[.,\s]+/, '');
}

/** A name of two lines: only the second ends as names of companies do, and nothing else stands in the block, or the address follows. */
function goesOn(lines: readonly BlockLine[], start: number, role: Role): boolean {
  const [first = '', second = '', third] = lines.slice(start, start + 3).map(({ text }) => text);
  if (legalFormEnd(first) !== undefined || legalFormEnd(second) === undefined || !isName(second)) return false;
  return third === undefined || (role === 'vendor' && ['street', 'postal'].includes(lineKind(third)));
}

/** The name of a line: without what follows the form of the company in small letters, or a separator. */
export function nameIn(text: string): string {
  const end = legalFormEnd(text);
  const goesOn = end === undefined || /^\s+(?:\p{Lu}|[&(]|(?:di|de|et|und|and|y|e|van|of)\s)/u.test(text.slice(end));
  const cut = goesOn ? text : text.slice(0, end);
  return cut.replace(/^[\s:,•·●-]+|[\s,;:•·●-]+$/g, '');
}

/** Lines of an address end where something else begins. */
function addressIn(lines: readonly BlockLine[]): Reading | undefined {
  const end = lines.findIndex(({ text }) => lineKind(text) === 'contact' || /[:=]/.test(text));
  const own = lines.slice(0, end < 0 ? undefined : end);
  const last = own.findLastIndex(({ text }) => ['postal', 'country', 'street'].includes(lineKind(text)));
  const first = own.findIndex(({ text }) => ['postal', 'street'].includes(lineKind(text)));
  if (first < 0) return undefined;
  // What stands between the name and the street, a contact person or a department, is no part of the address.
  return reading(own.slice(first, last + 1), ', ', (text) => text.replace(/[,;\s]+$/, ''));
}

function reading(lines: readonly BlockLine[], separator: string, clean: (text: string) => string): Reading {
  const { page, line, from, to } = lines[0]!;
  return {
    value: lines.map(({ text }) => clean(text)).join(separator),
    raw: lines.map(({ text }) => text).join('\n'),
    page,
    line,
    words: [from, to],
    box: unionOf(lines.map(({ box }) => box)),
    checks: [],
  };
}
