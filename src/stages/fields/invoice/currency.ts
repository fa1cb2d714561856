import type { Binding } from '../labels/bind.ts';
import type { Reading } from '../labels/reading.ts';
import type { ReaderSource } from '../reader.ts';

/** How sure a currency is by where it is said. */
const worth = { total: 0.95, labelled: 0.9, most: 0.85, mentioned: 0.7, place: 0.55 };

/** The currency of an invoice: beside its total, behind its label, beside most of its amounts, mentioned anywhere, or that of the place it comes from. */
export function currencyOf(
  { candidates, locale }: ReaderSource,
  total: Reading | undefined,
  labelled: readonly Binding[],
): { reading: Reading; score: number } | undefined {
  if (total?.currency !== undefined) return { reading: { ...withoutDecimal(total), value: total.currency }, score: worth.total };
  const label = labelled.toSorted((a, b) => b.score - a.score)[0];
  if (label !== undefined && label.score > 0.5) return { reading: label.reading, score: worth.labelled };
  const amounts = candidates.filter(({ kind, currency }) => kind === 'amount' && currency !== undefined);
  const most = mostFrequent(amounts.flatMap(({ currency = [] }) => currency));
  const example = amounts.find(({ currency }) => currency === most);
  if (most !== undefined && example !== undefined) return { reading: { ...withoutDecimal(example), value: most }, score: worth.most };
  const mentions = candidates.filter(({ kind }) => kind === 'currency');
  const mention = mentions.find(({ value }) => value === mostFrequent(mentions.map((one) => String(one.value))));
  if (mention !== undefined) return { reading: mention, score: worth.mentioned };
  if (locale.currency === undefined || total === undefined) return undefined;
  return { reading: { ...withoutDecimal(total), value: locale.currency }, score: worth.place };
}

function withoutDecimal({ value, raw, page, line, words, box, checks }: Reading): Reading {
  return { value, raw, page, line, words, box, checks };
}

function mostFrequent(codes: readonly string[]): string | undefined {
  const groups = [...Map.groupBy(codes, (code) => code).values()];
  return groups.sort((a, b) => b.length - a.length)[0]?.[0];
}
