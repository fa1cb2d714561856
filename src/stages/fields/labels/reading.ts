import { roundedConfidence } from '../../../model/confidence.ts';
import type { Field, FieldValue } from '../../../model/field.ts';
import type { Box } from '../../../model/page.ts';

/** A value read from a page for one field. */
export interface Reading {
  value: FieldValue;
  raw: string;
  decimal?: string;
  currency?: string;
  page: number;
  line: number;
  /** Places among the words of the line, the end exclusive. */
  words: readonly [from: number, to: number];
  box: Box;
  checks: readonly string[];
}

/** Nothing that is read off a page is beyond doubt, and nothing that is given is ruled out. */
const bounds = { least: 0.01, most: 0.99 };

/** A reading as a field of a result. */
export function fieldOf(name: string, reading: Reading, confidence: number, by: string): Field {
  const { value, raw, decimal, page, box, checks } = reading;
  return {
    name,
    value,
    raw,
    ...(decimal !== undefined && { decimal }),
    page,
    bbox: box,
    confidence: roundedConfidence(Math.min(bounds.most, Math.max(bounds.least, confidence))),
    by: `${by}/${name}`,
    ...(checks.length > 0 && { checks }),
  };
}

/** Two readings of the same words cannot both be right for two fields. */
export function sharesWords(a: Reading, b: Reading): boolean {
  return a.page === b.page && a.line === b.line && a.words[0] < b.words[1] && b.words[0] < a.words[1];
}
