import type { Candidate, Locale, ValueKind } from '../../src/values/candidate.ts';
import { findCandidates } from '../../src/values/find-candidates.ts';
import { english } from './locales.ts';
import { recognisedLine, recognisedPage } from './recognised-page.ts';
import { pageOf, setLines } from './set-lines.ts';

/** What is found in lines of a page, every letter half as wide as the type is high. */
export function candidatesIn(lines: string | readonly string[], locale: Locale = english): Candidate[] {
  return findCandidates(pageOf(setLines([lines].flat())), locale);
}

/** What is found in a line that was recognised in a picture. */
export function candidatesInScan(line: string, locale: Locale = english): Candidate[] {
  return findCandidates(recognisedPage([recognisedLine(line, 50, 50)]), locale);
}

/** The values of one kind, amounts and numbers as exact decimals. */
export function valuesOf(kind: ValueKind, candidates: readonly Candidate[]): (string | number)[] {
  return candidates.filter((candidate) => candidate.kind === kind).map(({ value, decimal }) => decimal ?? value);
}
