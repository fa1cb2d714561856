import type { Amount } from './amount.ts';
import type { Entry } from './entries.ts';
import type { Total } from './total.ts';

/** What a total is made of. */
export interface Part {
  cents: number;
  amounts: readonly Amount[];
  /** 0–1. */
  confidence: number;
  checks: readonly string[];
}

type PartName = 'subtotal' | 'total_tax';

/** What nothing but its label speaks for, as a share of the total's confidence. */
const labelledOnly = 0.75;

/** What was charged before tax, and the tax: as they add up to the total, as the tax rates come to it, or as they are labelled. What holds the tax is no subtotal. */
export function partsOf(total: Total, entries: readonly Entry[]): Partial<Record<PartName, Part>> {
  const [subtotal, tax] = (['subtotal', 'total_tax'] as const).map(
    (name) => summed(name, total) ?? byRates(name, total) ?? labelled(name, total, entries),
  );
  const addsUp =
    subtotal === undefined || tax === undefined || tax.cents === 0 || subtotal.checks.length > 0 || subtotal.cents + tax.cents === total.cents;
  return { ...(subtotal && addsUp && { subtotal }), ...(tax && { total_tax: tax }) };
}

function summed(name: PartName, { confidence, witnesses }: Total): Part | undefined {
  const parts = witnesses.find(({ kind }) => kind === 'parts-add-up')?.entries ?? [];
  const part = parts.length > 1 ? parts.find(({ meaning }) => meaning === name) : undefined;
  return part && { cents: part.cents, amounts: [part.amount], confidence, checks: ['parts-add-up'] };
}

function byRates(name: PartName, { confidence, witnesses }: Total): Part | undefined {
  const rates = witnesses.find(({ kind }) => kind === 'rates-add-up')?.entries ?? [];
  const share = rates.filter(({ inner }) => inner === (name === 'subtotal'));
  if (share.length === 0) return undefined;
  return {
    cents: share.reduce((sum, { cents }) => sum + cents, 0),
    amounts: share.map(({ amount }) => amount),
    confidence,
    checks: ['rates-add-up'],
  };
}

function labelled(name: PartName, { cents, confidence }: Total, entries: readonly Entry[]): Part | undefined {
  const entry = entries.find(({ meaning, summary, inner, cents: part }) => meaning === name && !summary && !inner && part >= 0 && part <= cents);
  return entry && { cents: entry.cents, amounts: [entry.amount], confidence: labelledOnly * confidence, checks: [] };
}
