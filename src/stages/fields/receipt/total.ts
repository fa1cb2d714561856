import type { Entry } from './entries.ts';
import type { Witness } from './witnesses.ts';

/** What was charged, and what speaks for it. */
export interface Total {
  cents: number;
  /** 0–1. */
  confidence: number;
  witnesses: readonly Witness[];
}

/** Any amount of a receipt, before something speaks for it, as natural logarithm of the odds. */
const start = -1;
/** Two sums that agree outweigh a labelled amount that differs from them in a misread digit or two. */
const misreadLabel = 2;
const mostMisread = 2;

/** A total that is printed nowhere must have been lost, which is rare. */
const unseen = -1.5;

/** The total that most speaks for; of each kind of witness the strongest counts. What speaks for other totals speaks against it. */
export function totalBy(witnesses: readonly Witness[], entries: readonly Entry[]): Total | undefined {
  const labels = witnesses.filter(({ kind }) => kind === 'label');
  const groups = [...Map.groupBy(witnesses, ({ cents }) => cents)].filter(([cents]) => cents > 0);
  const seen = new Set(entries.map(({ cents }) => Math.abs(cents)));
  const totals = groups.map(([cents, all]) => weigh(cents, all, labels, seen.has(cents))).sort((a, b) => b.odds - a.odds || b.cents - a.cents);
  const sum = totals.reduce((weight, { odds }) => weight + Math.exp(odds), 1);
  return totals.map(({ odds, ...total }) => ({ ...total, confidence: Math.exp(odds) / sum }))[0];
}

type Weighed = Omit<Total, 'confidence'> & { odds: number };

function weigh(cents: number, all: readonly Witness[], labels: readonly Witness[], isSeen: boolean): Weighed {
  const strongest = [...Map.groupBy(all, ({ kind }) => kind).values()].map((same) => same.reduce((a, b) => (b.weight > a.weight ? b : a)));
  const sums = strongest.filter(({ kind, entries }) => kind.endsWith('add-up') && entries.some((entry) => entry.cents !== cents)).length;
  const isMisread = sums > 1 && labels.some((label) => differsLittle(label.cents, cents));
  const seat = isMisread ? misreadLabel : isSeen ? 0 : unseen;
  return { cents, witnesses: strongest, odds: strongest.reduce((odds, { weight }) => odds + weight, start + seat) };
}

function differsLittle(one: number, other: number): boolean {
  const [a, b] = [String(one), String(other)];
  const differing = Array.from(a).filter((digit, at) => digit !== b[at]).length;
  return a.length === b.length && differing > 0 && differing <= mostMisread;
}

/** Where a total stands that was found by its witnesses; nowhere, if it was lost and only follows from the others. */
export function entryOf({ cents, witnesses }: Total, entries: readonly Entry[]): Entry | undefined {
  const labelled = witnesses.find(({ kind }) => kind === 'label')?.entries[0];
  return (
    labelled ??
    entries.findLast((entry) => Math.abs(entry.cents) === cents && entry.meaning !== undefined) ??
    entries.find((entry) => entry.cents === cents)
  );
}
