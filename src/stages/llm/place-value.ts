import { unionOf } from '../../model/box.ts';
import { roundedConfidence } from '../../model/confidence.ts';
import type { Box, Line, Word } from '../../model/page.ts';
import type { Locale, Value } from '../../values/candidate.ts';
import { findCandidates } from '../../values/find-candidates.ts';
import { readValue } from '../../values/read-value.ts';
import type { Answer } from './answers.ts';
import { findText } from './find-text.ts';
import type { NumberedLine } from './numbered-lines.ts';
import type { AskedKind } from './wanted.ts';

/** A value of an answer where the document has it. */
export interface PlacedValue {
  value: string | number;
  raw: string;
  decimal?: string;
  page: number;
  box: Box;
  confidence: number;
  checks: readonly string[];
}

type Found = Pick<PlacedValue, 'value' | 'raw' | 'decimal' | 'checks'> & { words: readonly Word[] };

/** How sure an answer is that stands where it says: a value of the right notation can hardly be anything else there; where a name begins and ends is a matter of opinion. */
const trust = { notation: 0.8, text: 0.7 };

/** Finds the value of an answer on the lines that it cites; if it is not there, says so as the end of a sentence. */
export function placeValue(
  { value, lines: cited }: Answer,
  kind: AskedKind,
  lines: ReadonlyMap<string, NumberedLine>,
  locale: Locale,
): PlacedValue | string {
  const shown = [...new Set(cited)].flatMap((id) => lines.get(id) ?? []);
  if (shown.length === 0) return 'cites no line that it was shown';
  const meant = isText(kind) ? undefined : readValue(kind, value, locale);
  if (isText(kind) ? kind === 'identifier' && !identifier.test(value) : meant === undefined) return `is no ${kind}`;
  for (const [page, onPage] of Map.groupBy(shown, (line) => line.page)) {
    const own = onPage.map(({ line }) => line);
    const found = meant === undefined ? spelled(own, value, kind) : (noted(own, meant, locale) ?? respelled(own, value, meant, locale));
    if (found !== undefined) return placed(found, page, meant === undefined ? trust.text : trust.notation);
  }
  return 'does not stand on the lines that it cites';
}

/** Numbers of documents have a digit, and are short: what has none is a name or a label that the model took for one. */
const identifier = /^(?=\D*\d).{1,50}$/su;

function isText(kind: AskedKind): kind is (typeof texts)[number] {
  return (texts as readonly string[]).includes(kind);
}

const texts = ['text', 'identifier', 'name', 'address'] as const;

function spelled(lines: readonly Line[], text: string, kind: AskedKind): Found | undefined {
  const found = findText(lines, text);
  if (found === undefined) return undefined;
  const { parts, words } = found;
  const value = kind === 'address' ? parts.map((part) => part.replace(/,$/, '')).join(', ') : parts.join(' ');
  return { value, raw: parts.join(' '), words, checks: [] };
}

/** The value that notation alone gives away, in whatever way the model has spelled it. */
function noted(lines: readonly Line[], meant: Value, locale: Locale): Found | undefined {
  const page = { page: 1, width: 0, height: 0, rotation: 0, method: 'text' as const, text: '', lines: [...lines] };
  for (const candidate of findCandidates(page, locale)) {
    const read = candidate.kind === meant.kind ? candidate : readValue(meant.kind, candidate.raw, locale);
    if (!means(read, meant) && candidate.currency !== currencyIn(meant)) continue;
    const words = lines[candidate.line]!.words.slice(...candidate.words);
    return { ...valueOf(meant, read), raw: candidate.raw, words };
  }
  return undefined;
}

/** A value may have two meanings, of which the model has chosen one. */
function means(read: Value | undefined, { value }: Value): boolean {
  return read !== undefined && (read.value === value || (read.others ?? []).includes(String(value)));
}

/** Of an amount only its currency may be asked for. */
function currencyIn({ kind, value }: Value): unknown {
  return kind === 'currency' ? value : nothing;
}

const nothing = Symbol('nothing');

/** What only together with its label looks like a value of its kind, such as a tax number: as the lines spell it, and read again. Amounts could lose their sign so. */
function respelled(lines: readonly Line[], text: string, meant: Value, locale: Locale): Found | undefined {
  if (numeric.has(meant.kind)) return undefined;
  const found = findText(lines, text);
  const raw = found?.parts.join(' ') ?? '';
  const read = readValue(meant.kind, raw, locale);
  return found === undefined || !means(read, meant) ? undefined : { ...valueOf(meant, read), raw, words: found.words };
}

const numeric: ReadonlySet<Value['kind']> = new Set<Value['kind']>(['amount', 'number', 'percent']);

function valueOf({ value, decimal }: Value, read: Value | undefined): Pick<Found, 'value' | 'decimal' | 'checks'> {
  return { value, ...(decimal !== undefined && { decimal }), checks: read?.checks ?? [] };
}

function placed({ words, ...found }: Found, page: number, confidence: number): PlacedValue {
  const least = Math.min(1, ...words.flatMap(({ confidence: sure }) => sure ?? []));
  return { ...found, page, box: unionOf(words.map(({ box }) => box)), confidence: roundedConfidence(confidence * least) };
}
