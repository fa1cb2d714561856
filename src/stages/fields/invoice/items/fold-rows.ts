import { decimalOf, exactUnits } from '../../../../values/exact-decimal.ts';
import type { Locale } from '../../../../values/candidate.ts';
import type { Numbers } from './item-numbers.ts';
import { numbersOf, numeric, unitOf } from './item-numbers.ts';
import type { ItemColumn, ItemRow } from './item-rows.ts';
import type { RoledRow } from './row-roles.ts';

/** Rows put together that may be one line. */
export interface Draft {
  cells: Partial<Record<ItemColumn, string>>;
  numbers: Numbers;
  unit?: string;
  rows: ItemRow[];
  /** A blank has ended its description. */
  isClosed: boolean;
  /** Charged or taken off with the lines, or below them. */
  isExtra: boolean;
  /** How many sums stand above it. */
  sumsAbove: number;
}

/** Puts rows together to what may be lines: an amount ends one, and what has no numbers belongs to the line above it, or below it where lists begin so. */
export function foldRows(found: readonly RoledRow[], locale: Locale): Draft[] {
  const numbers = numbersOf(found, locale);
  const rows = found.some(({ cells }) => cells.description !== undefined) ? found : found.map((row, at) => withText(row, numbers[at]!));
  const above = describedAbove(rows, numbers);
  const drafts: Draft[] = [];
  let open: Draft | undefined;
  let sumsAbove = 0;
  rows.forEach((row, at) => {
    const own = numbers[at]!;
    if (row.role === 'sum') {
      sumsAbove++;
      open = undefined;
    } else if (open !== undefined && isTakenOff(row, own)) takeOff(open, row, own.amount);
    else if (open !== undefined && !begins(open, own, above)) goOn(open, row, own);
    else if (above || hasNumbers(own)) {
      const unit = unitOf(row.cells);
      open = {
        cells: { ...row.cells },
        numbers: own,
        ...(unit !== undefined && { unit }),
        rows: [row],
        isClosed: false,
        isExtra: row.role === 'extra',
        sumsAbove,
      };
      drafts.push(open);
    }
  });
  return drafts.filter(isNamed);
}

/** Where no column is headed as that of descriptions, they stand between the rows of numbers. */
function withText(row: RoledRow, numbers: Numbers): RoledRow {
  const text = row.cells.item_number ?? row.cells.position;
  return hasNumbers(numbers) || text === undefined ? row : { ...row, cells: { description: text } };
}

function hasNumbers(numbers: Numbers): boolean {
  return Object.keys(numbers).length > 0;
}

/** Whether descriptions stand above the rows of their numbers: the first row is one, and rows with an amount have none and stand close below. */
function describedAbove(rows: readonly ItemRow[], numbers: readonly Numbers[]): boolean {
  const withAmount = rows.filter((_row, at) => numbers[at]?.amount !== undefined);
  const first = rows[0];
  if (first?.cells.description === undefined || hasNumbers(numbers[0] ?? {})) return false;
  return withAmount.filter(({ cells, close }) => cells.description === undefined && close).length > withAmount.length / 2;
}

/** A row begins a line if it has an amount or a price of a number of things, and the line above has that already. */
function begins({ numbers: before }: Draft, own: Numbers, above: boolean): boolean {
  if (own.amount !== undefined) return numeric.some((column) => own[column] !== undefined && before[column] !== undefined);
  if (own.quantity !== undefined && own.unit_price !== undefined) return before.quantity !== undefined && before.unit_price !== undefined;
  return above && !hasNumbers(own) && before.amount !== undefined;
}

/** What is taken off the line above stands below its price and names nothing that is sold. */
function isTakenOff({ cells }: ItemRow, { amount = 0 }: Numbers): boolean {
  return amount < 0 && cells.description === undefined && cells.item_number === undefined;
}

function takeOff(draft: Draft, row: ItemRow, off: number | undefined): void {
  const [amount, less] = [draft.numbers.amount, off].map((value) => exactUnits(String(value)));
  draft.rows.push(row);
  if (amount !== undefined && less !== undefined) draft.numbers.amount = Number(decimalOf(amount + less));
}

/** A line that has its amount takes no more numbers but from the lines of its paragraph. */
function goOn(draft: Draft, row: ItemRow, own: Numbers): void {
  draft.rows.push(row);
  if (draft.numbers.amount !== undefined && !row.close) draft.isClosed = true;
  const { description } = draft.cells;
  if (!draft.isClosed) {
    draft.numbers = { ...own, ...draft.numbers };
    draft.cells = { ...row.cells, ...draft.cells };
    draft.unit ??= unitOf(row.cells) ?? '';
  }
  const more = row.cells.description;
  if (more === undefined || (draft.isClosed && description !== undefined)) return;
  draft.cells.description = description === undefined ? more : `${description} ${more}`;
}

function isNamed({ cells }: Draft): boolean {
  return /[\p{L}\d]/u.test(cells.description ?? cells.item_number ?? '');
}
