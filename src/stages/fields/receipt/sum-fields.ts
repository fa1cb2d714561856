import type { Field } from '../../../model/field.ts';
import type { Candidate, Locale } from '../../../values/candidate.ts';
import type { Entry } from './entries.ts';
import { entryOf, totalBy } from './total.ts';
import type { Total } from './total.ts';
import { witnessesOf } from './witnesses.ts';
import type { Witness } from './witnesses.ts';

/** What nothing but its label speaks for, as a share of the total's confidence. */
const labelledOnly = 0.75;
/** How often the currency of most amounts is that of the total. */
const usualCurrency = 0.95;

/** What was charged, what was counted together for it, and in which currency. */
export function sumFields(entries: readonly Entry[], { currency }: Locale): Field[] {
  const total = totalBy(witnessesOf(entries), entries);
  if (total === undefined) return [];
  const entry = entryOf(total, entries);
  const checks = total.witnesses.filter(isCheck).map(({ kind }) => kind);
  const code = entry?.amount.currency ?? currency;
  const naming = entries.find(({ amount }) => amount.currency === code)?.amount ?? entry?.amount;
  return [
    amountField('total', total.cents, total.confidence, entry?.amount, checks),
    ...partField('subtotal', 'subtotal', total, entries),
    ...partField('total_tax', 'total_tax', total, entries),
    ...(code === undefined
      ? []
      : [
          {
            name: 'currency',
            value: code,
            raw: naming?.raw ?? code,
            ...placeOf(naming),
            confidence: usualCurrency * total.confidence,
            by: 'receipt/currency',
          },
        ]),
  ];
}

function isCheck({ kind, weight }: Witness): boolean {
  return weight > 0 && kind !== 'label' && kind !== 'tendered' && kind !== 'repeated';
}

/** The part that adds up to the total, else the first that is labelled so and is no more than the total. */
function partField(name: string, meaning: Entry['meaning'], total: Total, entries: readonly Entry[]): Field[] {
  const sum = total.witnesses.find(({ kind }) => kind === 'parts-add-up');
  const part = sum?.entries.find((entry) => entry.meaning === meaning);
  if (part !== undefined && sum !== undefined && sum.entries.length > 1)
    return [amountField(name, part.cents, total.confidence, part.amount, ['parts-add-up'])];
  const labelled = entries.find(
    (entry) => entry.meaning === meaning && !entry.summary && !entry.inner && entry.cents >= 0 && entry.cents <= total.cents,
  );
  return labelled === undefined ? [] : [amountField(name, labelled.cents, labelledOnly * total.confidence, labelled.amount, [])];
}

function amountField(name: string, cents: number, confidence: number, amount: Candidate | undefined, checks: readonly string[]): Field {
  const decimal = (cents / 100).toFixed(2);
  return {
    name,
    value: Number(decimal),
    decimal,
    raw: amount?.raw ?? decimal,
    ...placeOf(amount),
    confidence,
    by: `receipt/${name}`,
    ...(checks.length > 0 && { checks }),
  };
}

function placeOf(amount: Candidate | undefined): Pick<Field, 'page' | 'bbox'> {
  return amount === undefined ? {} : { page: amount.page, bbox: amount.box };
}
