import type { Field } from '../../../model/field.ts';
import type { Candidate, Locale } from '../../../values/candidate.ts';
import { unionOf } from '../labels/page-segments.ts';
import type { Entry } from './entries.ts';
import { entryOf, totalBy } from './total.ts';
import type { Total } from './total.ts';
import { witnessesOf } from './witnesses.ts';
import type { Witness } from './witnesses.ts';

type Found = Omit<Field, 'by'>;

/** What nothing but its label speaks for, as a share of the total's confidence. */
const labelledOnly = 0.75;
/** How often the currency of most amounts is that of the total. */
const usualCurrency = 0.95;

/** What was charged, what was counted together for it, and in which currency. */
export function sumFields(entries: readonly Entry[], { currency }: Locale): Found[] {
  const total = totalBy(witnessesOf(entries), entries);
  if (total === undefined) return [];
  const seat = entryOf(total, entries);
  const checks = total.witnesses.filter(isCheck).map(({ kind }) => kind);
  return [
    ...amountField('total', total.cents, total.confidence, seat === undefined ? [] : [seat.amount], checks),
    ...partField('subtotal', total, entries),
    ...partField('total_tax', total, entries),
    ...currencyField(seat?.amount.currency ?? currency, total.confidence, entries),
  ];
}

function isCheck({ kind, weight }: Witness): boolean {
  return weight > 0 && kind !== 'label' && kind !== 'tendered' && kind !== 'repeated';
}

/** The part that adds up to the total; else what the tax rates come to, or what is labelled so. A subtotal may be with tax: its label goes before the rates. */
function partField(name: 'subtotal' | 'total_tax', total: Total, entries: readonly Entry[]): Found[] {
  const parts = total.witnesses.find(({ kind }) => kind === 'parts-add-up')?.entries ?? [];
  const part = parts.length > 1 ? parts.find(({ meaning }) => meaning === name) : undefined;
  if (part !== undefined) return amountField(name, part.cents, total.confidence, [part.amount], ['parts-add-up']);
  const found = [labelledField(name, total, entries), ratesField(name, total)].filter(({ length }) => length > 0);
  return (name === 'subtotal' ? found[0] : found.at(-1)) ?? [];
}

function labelledField(name: 'subtotal' | 'total_tax', { cents, confidence }: Total, entries: readonly Entry[]): Found[] {
  const labelled = entries.find((entry) => entry.meaning === name && !entry.summary && !entry.inner && entry.cents >= 0 && entry.cents <= cents);
  return labelled === undefined ? [] : amountField(name, labelled.cents, labelledOnly * confidence, [labelled.amount], []);
}

function ratesField(name: 'subtotal' | 'total_tax', { confidence, witnesses }: Total): Found[] {
  const rates = witnesses.find(({ kind }) => kind === 'rates-add-up')?.entries ?? [];
  const share = rates.filter(({ inner }) => inner === (name === 'subtotal'));
  if (share.length === 0) return [];
  const cents = share.reduce((sum, entry) => sum + entry.cents, 0);
  const amounts = share.map(({ amount }) => amount);
  return amountField(name, cents, confidence, amounts, ['rates-add-up']);
}

function currencyField(code: string | undefined, confidence: number, entries: readonly Entry[]): Found[] {
  if (code === undefined) return [];
  const naming = entries.find(({ amount }) => amount.currency === code)?.amount;
  return [
    {
      name: 'currency',
      value: code,
      raw: naming?.raw ?? code,
      ...placeOf(naming ? [naming] : []),
      confidence: usualCurrency * confidence,
    },
  ];
}

function amountField(name: string, cents: number, confidence: number, amounts: readonly Candidate[], checks: readonly string[]): Found[] {
  const decimal = (cents / 100).toFixed(2);
  const raw = amounts.length === 0 ? decimal : amounts.map((amount) => amount.raw).join(' + ');
  return [{ name, value: Number(decimal), decimal, raw, ...placeOf(amounts), confidence, ...(checks.length > 0 && { checks }) }];
}

/** Where they stand, if that is one page. */
function placeOf(amounts: readonly Candidate[]): Pick<Field, 'page' | 'bbox'> {
  const [first] = amounts;
  if (first === undefined) return {};
  return { page: first.page, bbox: unionOf(amounts.filter(({ page }) => page === first.page).map(({ box }) => box)) };
}
