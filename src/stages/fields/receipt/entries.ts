import type { Candidate } from '../../../values/candidate.ts';
import type { Amount } from './amount.ts';
import { misreadAmount } from './misread-amount.ts';
import { says } from './receipt-rows.ts';
import type { Row } from './receipt-rows.ts';

/** What an amount can be on a receipt, by the names of the type file. */
const moneyMeanings = ['total', 'subtotal', 'total_tax', 'tendered', 'change', 'rounding', 'discount', 'service'] as const;

export type MoneyMeaning = (typeof moneyMeanings)[number];

/** An amount of a receipt, and what it is said to be. */
export interface Entry {
  amount: Amount;
  cents: number;
  /** Place among the rows. */
  row: number;
  /** Absent where no known words stand before it, as with what is bought. */
  meaning?: MoneyMeaning;
  /** Letters of those words that were misread. */
  misread: number;
  /** Further amounts stand right of it in its row. */
  inner: boolean;
  /** It stands in a table of tax rates. */
  summary: boolean;
  /** Words beside it speak of pieces or points. */
  counted: boolean;
}

/** Every amount of a receipt, in reading order. */
export function entriesOf(rows: readonly Row[]): Entry[] {
  const hasCents = rows.some(({ values }) => values.some(isWithCents));
  const column = Math.max(0, ...rows.flatMap(({ values }) => values.filter(isWithCents).map(({ box }) => box[2])));
  const amounts = rows.map((row) => amountsOf(row, hasCents, column));
  const entries: Entry[] = [];
  let isBelowSums = false;
  let summary = false;
  rows.forEach((row, place) => {
    const own = amounts[place]!;
    const below = own.length === 0 && isBare(rows[place + 1]) ? amounts[place + 1]! : [];
    summary ||= isBelowSums && own.length === 0 && isRatesHead(row);
    const labelled = labelledIn(row, own, below);
    isBelowSums ||= labelled.some(({ label }) => label !== undefined);
    for (const [at, { amount, label, misread }] of labelled.entries()) {
      const cents = Math.round(Number(amount.decimal) * 100);
      entries.push({
        amount,
        cents,
        row: place,
        ...(label && { meaning: label }),
        misread,
        inner: at < labelled.length - 1,
        summary,
        counted: says(row, 'count'),
      });
    }
  });
  return entries;
}

function isWithCents({ kind, decimal }: Candidate): boolean {
  return kind === 'amount' && /\.\d\d$/.test(decimal ?? '');
}

/** Amounts by their notation, and behind them one that was misread; where nothing has cents, whole numbers behind a label. */
function amountsOf(row: Row, hasCents: boolean, column: number): readonly Amount[] {
  const amounts = row.values.filter(({ kind }) => kind === 'amount');
  if (!hasCents) return amounts.length > 0 || row.phrases.length === 0 ? amounts : row.values.filter(({ kind }) => kind === 'number').slice(-1);
  const misread = isAboutOther(row) ? undefined : misreadAmount(row, column);
  const isBehind = misread !== undefined && misread.box[0] >= (amounts.at(-1)?.box[2] ?? -Infinity);
  return [...amounts.map(withCents), ...(isBehind ? [misread] : [])];
}

/** Where cents are written, an amount with one digit behind its point has lost the other. */
function withCents(amount: Amount): Amount {
  return /\.\d$/.test(amount.decimal ?? '') ? { ...amount, repaired: true } : amount;
}

interface Labelled {
  amount: Amount;
  label?: MoneyMeaning;
  misread: number;
}

/** The amounts of a row, each with the words before it; of a label that stands alone those below it. */
function labelledIn(row: Row, own: readonly Amount[], below: readonly Amount[]): Labelled[] {
  const alone = labelOf(row, -Infinity, Infinity);
  if (own.length === 0) return alone === undefined ? [] : below.map((amount) => ({ amount, ...alone }));
  let label: Omit<Labelled, 'amount'> = { misread: 0 };
  const labelled = own.map((amount, at) => {
    label = labelOf(row, own[at - 1]?.box[2] ?? -Infinity, amount.box[2]) ?? label;
    return { amount, ...label };
  });
  return alone === undefined && isAboutOther(row) ? [] : labelled;
}

/** The first words between two places of a row that say what the amount behind them is. What is before tax is a subtotal. */
function labelOf(row: Row, from: number, to: number): Omit<Labelled, 'amount'> | undefined {
  for (const { meanings, misread, from: first } of row.phrases) {
    const start = row.words[first]!.box[0];
    const meaning = start >= from && start < to ? moneyMeanings.find((name) => meanings.has(name)) : undefined;
    if ((meaning === 'total' || meaning === 'total_tax') && says(row, 'before_tax')) return { label: 'subtotal', misread };
    if (meaning !== undefined) return { label: meaning, misread };
  }
  return undefined;
}

/** Its numbers are of something else: documents, telephones, dates. */
function isAboutOther(row: Row): boolean {
  return ['body', 'registration', 'contact', 'merchant_phone', 'transaction_date', 'transaction_time'].some((name) => says(row, name));
}

/** Heads a table of tax rates: "VAT summary", or "Tax" beside "Net". */
function isRatesHead(row: Row): boolean {
  return says(row, 'tax_summary') || (says(row, 'total_tax') && says(row, 'before_tax'));
}

/** Nothing but an amount. */
function isBare(row: Row | undefined): boolean {
  return row !== undefined && row.phrases.length === 0 && row.values.some(({ kind }) => kind === 'amount') && row.words.length <= 2;
}
