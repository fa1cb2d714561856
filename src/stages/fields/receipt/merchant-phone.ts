import type { Candidate } from '../../../values/candidate.ts';
import type { HeaderRow } from './header.ts';
import { says } from './receipt-rows.ts';
import type { Row } from './receipt-rows.ts';

export interface Phone {
  number: Candidate;
  /** 0–1. */
  confidence: number;
}

const labelled = 0.85;
const unlabelled = 0.7;

/** The first telephone number behind a word for one; else one that fills a row of the head. */
export function merchantPhone(rows: readonly Row[], header: readonly HeaderRow[]): Phone | undefined {
  const named = rows.filter((row) => says(row, 'merchant_phone')).flatMap(numbersBehindLabel)[0];
  if (named !== undefined) return { number: named, confidence: labelled };
  const alone = header.flatMap(({ row }) => row.values.filter((value) => value.kind === 'phone' && fills(value, row)))[0];
  return alone && { number: alone, confidence: unlabelled };
}

function numbersBehindLabel({ words, values, phrases }: Row): Candidate[] {
  const label = phrases.find(({ meanings }) => meanings.has('merchant_phone'));
  const end = (label && words[label.from]?.box[2]) ?? Infinity;
  return values.filter(({ kind, box }) => kind === 'phone' && box[2] > end);
}

/** (217) 555-0142: written as numbers of registration are not. */
function fills({ raw, box }: Candidate, row: Row): boolean {
  return box[0] <= row.box[0] && box[2] >= row.box[2] && /^[(+]|\d[ .-]\d{2,4}[ .-]\d/.test(raw);
}
