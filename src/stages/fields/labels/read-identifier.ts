import { unionOf } from '../../../model/box.ts';
import type { Line } from '../../../model/page.ts';
import type { Candidate, ValueKind } from '../../../values/candidate.ts';
import type { Place } from './places.ts';
import type { Reading } from './reading.ts';

/** Words of a line. */
type Stretch = Pick<Place, 'page' | 'line' | 'from' | 'to' | 'offset'>;

/** Longest identifier in characters. */
const longest = 50;
/** Values that are no numbers of documents, whatever their digits. */
const otherwise: ReadonlySet<ValueKind> = new Set<ValueKind>(['date', 'time', 'iban', 'email', 'url', 'percent']);

/** The number of a document, an order or a customer: letters, digits and marks with at least one digit, which are no value of another kind. */
export function readIdentifier(place: Stretch, line: Line, values: readonly Candidate[]): Reading | undefined {
  let skipped = 0;
  for (let at = place.from; at < place.to && skipped < 3; at++) {
    const text = textOf(line, at, place);
    if (!mark.test(text)) {
      const end = endOf(line, at, place);
      const reading = end === undefined ? undefined : readingOf(line, at, end, place);
      if (reading !== undefined) return values.some((value) => clashes(value, reading)) ? undefined : reading;
      skipped++;
    }
  }
  return undefined;
}

/** What stands between a label and its number: `#`, `:`, `No.`, `(380)`. */
const mark = /^(?:[#:№.\-–=(]{1,3}|n[or°º]?[.:]?|nr[.:]?|\(\S{1,12}\))$/iu;
const identifier = /^[#(]?[\p{L}\d][\p{L}\d\-–/._#+*&|:]*$/u;
/** Letters before the number, as in "INV 2024-17". */
const prefix = /^[A-Z]{1,6}[-/.]?$/;
const digits = /^[\d/.\-–]+$/;

function textOf(line: Line, at: number, place: Stretch): string {
  const { text } = line.words[at]!;
  return (at === place.from ? text.slice(place.offset) : text).replace(/[,;:.)]+$/, '');
}

/** Where the identifier that begins at a word ends: a prefix takes the number behind it, groups of digits go on. */
function endOf(line: Line, from: number, place: Stretch): number | undefined {
  const first = textOf(line, from, place);
  const second = from + 1 < place.to ? textOf(line, from + 1, place) : '';
  if (prefix.test(first) && /^\d[\d\-–/.]*$/.test(second)) return from + 2;
  if (!identifier.test(first) || !/\d/.test(first)) return undefined;
  let end = from + 1;
  if (digits.test(first)) while (end < place.to && digits.test(line.words[end]!.text) && !ends(line.words[end - 1]!.text)) end++;
  return end;
}

function ends(text: string): boolean {
  return /[,;]$/.test(text);
}

function readingOf(line: Line, from: number, to: number, place: Stretch): Reading | undefined {
  const value = Array.from({ length: to - from }, (_, at) => textOf(line, from + at, place))
    .join(' ')
    .replace(/^[#(]/, '');
  if (value.length > longest || !/\d/.test(value)) return undefined;
  const box = unionOf(line.words.slice(from, to).map((word) => word.box));
  return { value, raw: value, page: place.page, line: place.line, words: [from, to], box, checks: [] };
}

function clashes({ kind, raw, words }: Candidate, { words: [from, to] }: Reading): boolean {
  return words[0] < to && from < words[1] && (otherwise.has(kind) || (kind === 'amount' && !/^\p{L}+\d+$/u.test(raw)));
}
