import type { Candidate } from '../../../values/candidate.ts';
import { amountWithoutPoint } from './lost-points.ts';
import { says } from './receipt-rows.ts';
import type { Row } from './receipt-rows.ts';

/** What an amount can be on a receipt, by the names of the type file. */
const moneyMeanings = ['total', 'subtotal', 'total_tax', 'tendered', 'change', 'rounding', 'discount', 'service'] as const;

export type MoneyMeaning = (typeof moneyMeanings)[number];

/** An amount as it is read, wherever it stands. */
export type Amount = Pick<Candidate, 'raw' | 'decimal' | 'currency' | 'repaired' | 'page' | 'box'>;

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
  let [hasSums, summary] = [false, false];
  return rows.flatMap((row, place) => {
    summary ||= hasSums && amounts[place]!.length === 0 && isRatesHead(row);
    const isLost = amounts[place]!.length === 0 && labelOf(row, -Infinity, Infinity) !== undefined && isBare(rows[place + 1]);
    const own = isLost ? amounts[place + 1]! : amounts[place]!;
    let label: Label | undefined;
    return own.map((amount, at): Entry => {
      label = labelOf(row, own[at - 1]?.box[2] ?? -Infinity, isLost ? Infinity : amount.box[2]) ?? label;
      hasSums ||= label !== undefined;
      return {
        amount,
        cents: Math.round(Number(amount.decimal) * 100),
        row: place,
        ...(label && { meaning: label.meaning }),
        misread: label?.misread ?? 0,
        inner: at < own.length - 1,
        summary,
        counted: says(row, 'count'),
      };
    });
  });
}

function isWithCents({ kind, decimal }: Candidate): boolean {
  return kind === 'amount' && /\.\d\d$/.test(decimal ?? '');
}

/** Amounts by their notation, or that have lost their point; where nothing has cents, whole numbers behind a label. */
function amountsOf(row: Row, hasCents: boolean, column: number): readonly Amount[] {
  const amounts = row.values.filter(({ kind }) => kind === 'amount');
  if (amounts.length > 0) return hasCents ? amounts.map(withCents) : amounts;
  if (!hasCents) return row.phrases.length > 0 ? row.values.filter(({ kind }) => kind === 'number').slice(-1) : [];
  const amount = amountWithoutPoint(row, column);
  return amount === undefined ? [] : [amount];
}

/** Where cents are written, an amount with one digit behind its point has lost the other. */
function withCents(amount: Amount): Amount {
  return /\.\d$/.test(amount.decimal ?? '') ? { ...amount, repaired: true } : amount;
}

interface Label {
  meaning: MoneyMeaning;
  misread: number;
}

/** The first words between two places of a row that say what the amount behind them is. What is before tax is a subtotal. */
function labelOf(row: Row, from: number, to: number): Label | undefined {
  const between = row.phrases.filter((phrase) => row.words[phrase.from]!.box[0] >= from && row.words[phrase.from]!.box[0] < to);
  for (const { meanings, misread } of between) {
    const meaning = moneyMeanings.find((name) => meanings.has(name));
    if ((meaning === 'total' || meaning === 'total_tax') && says(row, 'before_tax')) return { meaning: 'subtotal', misread };
    if (meaning !== undefined) return { meaning, misread };
  }
  return undefined;
}

/** Heads a table of tax rates: "VAT summary", or "Tax" beside "Net". */
function isRatesHead(row: Row): boolean {
  return says(row, 'tax_summary') || (says(row, 'total_tax') && says(row, 'before_tax'));
}

/** Nothing but an amount. */
function isBare(row: Row | undefined): boolean {
  return row !== undefined && row.phrases.length === 0 && row.values.some(({ kind }) => kind === 'amount') && row.words.length <= 2;
}
