import type { FieldOptions } from '../../../document-type/field-options.ts';
import type { Phrases } from '../../../document-type/phrases.ts';
import { unionOf } from '../../../model/box.ts';
import type { Box } from '../../../model/page.ts';
import type { Token } from './folded-tokens.ts';
import { foldedPhrase, foldedTokens } from './folded-tokens.ts';
import type { PageMap } from './page-map.ts';

/** What a phrase speaks for. */
export interface Claim {
  field: string;
  /** 0–1: the first phrase of a list tells more than the last. */
  strength: number;
}

/** A label on a page. */
export interface LabelHit {
  page: number;
  line: number;
  /** Places among the words of its line, the end exclusive. */
  from: number;
  to: number;
  /** Where the text behind the label begins in its last word, when the word goes on: "Number:17". */
  rest: number | undefined;
  box: Box;
  /** What it may be a label of, the likelier first. */
  claims: readonly Claim[];
  /** Words before it that it may belong to: "Order" of "Order Date". */
  lead: number;
}

export type LabelIndex = ReadonlyMap<string, readonly Claim[]>;

/** What is left of a phrase's strength at the end of its list. */
const leastStrength = 0.5;
/** For phrases of languages that the document does not seem to be written in. */
const foreign = 0.85;
/** How many words back a bracket is looked for. */
const mostInBrackets = 6;
/** Longest label in letters and digits. */
const longest = 60;

/** The labels of fields by what counts of them. */
export function labelIndex(fields: Readonly<Record<string, FieldOptions>>, languages: readonly string[]): LabelIndex {
  return phraseIndex(
    Object.entries(fields).map(([field, { labels }]) => [field, labels]),
    languages,
  );
}

/** Phrases by what counts of them, each with the names that it may stand for. */
export function phraseIndex(names: Iterable<readonly [string, Phrases]>, languages: readonly string[]): LabelIndex {
  const index = new Map<string, Claim[]>();
  for (const [field, phrases] of names) {
    for (const [language, list] of Object.entries(phrases)) {
      const known = languages.length === 0 || languages.includes(language) ? 1 : foreign;
      list.forEach((phrase, at) =>
        addClaim(index, foldedPhrase(phrase), { field, strength: known * (1 - ((1 - leastStrength) * at) / list.length) }),
      );
    }
  }
  for (const claims of index.values()) claims.sort((a, b) => b.strength - a.strength);
  return index;
}

function addClaim(index: Map<string, Claim[]>, key: string, claim: Claim): void {
  if (key === '') return;
  const claims = index.get(key) ?? [];
  const known = claims.find(({ field }) => field === claim.field);
  if (known === undefined) index.set(key, [...claims, claim]);
  else known.strength = Math.max(known.strength, claim.strength);
}

/** Most labels of a page that are looked at: a page that says more is no document for people. */
const mostLabels = 400;

/** The labels of a page, line by line: longer ones claim their words before shorter ones that are part of them, "Due Date" before "Date". */
export function findLabels(map: PageMap, index: LabelIndex): LabelHit[] {
  const found: LabelHit[] = [];
  map.page.lines.forEach((line, at) => {
    if (line.angle === undefined && found.length < mostLabels) found.push(...labelsIn(map, at, index));
  });
  return found.slice(0, mostLabels);
}

function labelsIn(map: PageMap, line: number, index: LabelIndex): LabelHit[] {
  const words = map.page.lines[line]?.words ?? [];
  const tokens = foldedTokens(words);
  const spans = spansOf(tokens, index, (token) => map.segmentAt(line, token.word));
  const taken = new Uint8Array(tokens.length);
  const kept = spans.sort((a, b) => b.length - a.length || a.from - b.from).filter((span) => claimed(span, taken));
  const hits = kept.filter((span) => !continues(tokens, words, span.from) && !inBrackets(tokens, words, span)).sort((a, b) => a.from - b.from);
  return hits.map(({ from, to, claims }): LabelHit => {
    const [first, last] = [tokens[from]!, tokens[to]!];
    return {
      page: map.page.page,
      line,
      from: first.word,
      to: last.word + 1,
      rest: restOf(words[last.word]!.text, last.to),
      box: unionOf(words.slice(first.word, last.word + 1).map(({ box }) => box)),
      claims,
      lead: leadOf(tokens, words, from, taken, map.segmentAt(line, first.word)?.from ?? 0),
    };
  });
}

interface Span {
  /** Places among the tokens, both inclusive. */
  from: number;
  to: number;
  length: number;
  claims: readonly Claim[];
}

function spansOf(tokens: readonly Token[], index: LabelIndex, segmentOf: (token: Token) => unknown): Span[] {
  const spans: Span[] = [];
  tokens.forEach((first, from) => {
    const segment = segmentOf(first);
    let key = '';
    for (let to = from; to < tokens.length; to++) {
      const token = tokens[to]!;
      key += token.text;
      if (key.length > longest || segmentOf(token) !== segment) break;
      const claims = index.get(key);
      if (claims !== undefined) spans.push({ from, to, length: key.length, claims });
    }
  });
  return spans;
}

function claimed({ from, to }: Span, taken: Uint8Array): boolean {
  if (taken.subarray(from, to + 1).includes(1)) return false;
  taken.fill(1, from, to + 1);
  return true;
}

/** What short words lose before a vowel: "d'avoir", "dell'ordine". */
const elided = /^(?:d|l|dell|all|nell|sull|un)$/;

/** The end of a hyphenated word is no label of its own: "Delivery-Date" is not "Date". */
function continues(tokens: readonly Token[], words: readonly { text: string }[], at: number): boolean {
  const token = tokens[at]!;
  const before = tokens[at - 1];
  if (before?.word !== token.word) return false;
  const mark = words[token.word]!.text.slice(before.to, token.from);
  return /^[-.]{1,2}$/.test(mark) || (/^['’]$/.test(mark) && !elided.test(before.text));
}

/** What stands in brackets explains the words before it: the "VAT" of "Total (incl. VAT)". */
function inBrackets(tokens: readonly Token[], words: readonly { text: string }[], span: Span): boolean {
  const { word, from } = tokens[span.from]!;
  if (tokens[span.to]!.word !== word) return false;
  const before = `${words
    .slice(Math.max(0, word - mostInBrackets), word)
    .map(({ text }) => text)
    .join(' ')} ${words[word]!.text.slice(0, from)}`;
  const open = before.lastIndexOf('(');
  return open > before.lastIndexOf(')') && /[\p{L}\p{N}]/u.test(before.slice(0, open));
}

function restOf(word: string, end: number): number | undefined {
  const start = end + word.slice(end).search(/[\p{L}\p{N}+-]|$/u);
  return start < word.length ? start : undefined;
}

/** How many words that no label has claimed stand before it, back to the start of its segment, a colon or another label. */
function leadOf(tokens: readonly Token[], words: readonly { text: string }[], from: number, taken: Uint8Array, start: number): number {
  let lead = 0;
  for (let at = from - 1; at >= 0 && lead < 3; at--) {
    const token = tokens[at]!;
    if (token.word < start || taken[at] === 1 || /[:|;]$/.test(words[token.word]!.text)) break;
    if (/^\p{L}+$/u.test(token.text)) lead++;
  }
  return lead;
}
