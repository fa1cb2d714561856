import type { Field } from '../../../model/field.ts';
import { decimalOf, exactUnits } from '../../../values/exact-decimal.ts';

/** One value that a code holds. */
export type CodeValue = Pick<Field, 'name' | 'value' | 'raw' | 'decimal' | 'confidence' | 'checks'>;

/** What a code says whose content is made for programs. */
export interface CodeReading {
  /** As in `by` of fields: `code/epc`. */
  by: string;
  values: CodeValue[];
}

/** Reads the content of a code; undefined when it is of another kind, or breaks the rules of its kind. Never throws. */
export type CodeReader = (text: string) => CodeReading | undefined;

/** How sure it is that a value of a code whose checks hold says what the document says: error correction leaves next to no wrong letters. */
export const certain = 0.98;

/** The same of a name or an address, which a document may spell out in another way. */
export const likely = 0.9;

export function textValue(name: string, text: string, confidence: number, ...checks: string[]): CodeValue[] {
  const value = text.trim();
  return value === '' ? [] : [{ name, value, raw: text, confidence, ...(checks.length > 0 && { checks }) }];
}

/** `amount` has a point, or no decimals at all. */
export function amountValue(name: string, amount: string, raw: string): CodeValue[] {
  const units = exactUnits(amount);
  if (units === undefined) return [];
  const decimal = decimalOf(units);
  return [{ name, value: Number(decimal), raw, decimal, confidence: certain }];
}

/** The lines of a code that is read by them, trimmed, with empty ones for those it has left out at its end; undefined when it has more than `most`. */
export function linesOf(text: string, most: number): string[] | undefined {
  const lines = text
    .trimEnd()
    .split(/\r?\n|\r/)
    .map((line) => line.trim());
  return lines.length > most ? undefined : [...lines, ...Array<string>(most - lines.length).fill('')];
}
