import { unionOf } from '../../../model/box.ts';
import type { Field } from '../../../model/field.ts';
import type { Locale } from '../../../values/candidate.ts';
import { currencyOfCountry } from '../../../values/country-currencies.ts';
import type { Amount } from './amount.ts';
import type { Entry } from './entries.ts';
import { partsOf } from './parts.ts';
import type { Part } from './parts.ts';
import { entryOf, totalBy } from './total.ts';
import { witnessesOf } from './witnesses.ts';
import type { Witness } from './witnesses.ts';

type Found = Omit<Field, 'by'>;

/** How often the currency of most amounts is that of the total, and how often the country's is where no amount names one. */
const usualCurrency = 0.95;
const countryCurrency = 0.85;

/** What was charged, what was counted together for it, and in which currency. */
export function sumFields(entries: readonly Entry[], { currency, country }: Locale): Found[] {
  const total = totalBy(witnessesOf(entries), entries);
  if (total === undefined) return [];
  const seat = entryOf(total, entries);
  const checks = total.witnesses.filter(isCheck).map(({ kind }) => kind);
  const parts = Object.entries(partsOf(total, entries));
  return [
    amountField('total', { ...total, amounts: seat === undefined ? [] : [seat.amount], checks }),
    ...parts.map(([name, part]) => amountField(name, part)),
    ...currencyField(seat?.amount.currency ?? currency, usualCurrency * total.confidence, entries),
    ...(seat?.amount.currency === undefined && currency === undefined
      ? currencyField(currencyOfCountry(country), countryCurrency * total.confidence, entries)
      : []),
  ];
}

function isCheck({ kind, weight }: Witness): boolean {
  return weight > 0 && kind !== 'label' && kind !== 'tendered' && kind !== 'repeated';
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
      confidence,
    },
  ];
}

function amountField(name: string, { cents, confidence, amounts, checks }: Part): Found {
  const decimal = (cents / 100).toFixed(2);
  const raw = amounts.length === 0 ? decimal : amounts.map((amount) => amount.raw).join(' + ');
  return { name, value: Number(decimal), decimal, raw, ...placeOf(amounts), confidence, ...(checks.length > 0 && { checks }) };
}

/** Where they stand, if that is one page. */
function placeOf(amounts: readonly Amount[]): Pick<Field, 'page' | 'bbox'> {
  const [first] = amounts;
  if (first === undefined) return {};
  return { page: first.page, bbox: unionOf(amounts.filter(({ page }) => page === first.page).map(({ box }) => box)) };
}
