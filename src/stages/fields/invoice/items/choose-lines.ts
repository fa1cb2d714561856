import { exactUnits, magnitude, unit } from '../../../../values/exact-decimal.ts';
import type { Draft } from './fold-rows.ts';

/** The lines of an invoice among the drafts, and whether they make one of its sums. */
export interface Chosen {
  lines: Draft[];
  /** What the amounts of the lines make together, in ten-thousandths. */
  sum?: bigint;
  addsUp: boolean;
}

/** What a sum may be off by. */
const cent = unit / 100n;

/**
 * Which drafts are lines: of the readings that the page allows the one that makes the greatest of its sums, or else what stands above the first sum.
 * What is charged or taken off above the first sum is a line where that sum needs it; lines may stand between sums of parts.
 */
export function chooseLines(drafts: readonly Draft[], sums: readonly bigint[]): Chosen {
  const priced = withoutCarried(drafts.filter(drafts.some(hasAmount) ? hasAmount : isPriced));
  const upToSum = priced.filter(({ sumsAbove }) => sumsAbove === 0);
  const sure = upToSum.filter(({ isExtra }) => !isExtra);
  const reading = (lines: Draft[]): Chosen => {
    const sum = sumOf(lines);
    const addsUp = sum !== undefined && lines.length > 0 && sums.some((expected) => magnitude(expected - sum) <= cent);
    return { lines, addsUp, ...(sum !== undefined && { sum }) };
  };
  const others = [upToSum, priced.filter(isPriced), ...shortened(upToSum)].map(reading);
  return others.reduce(
    (best, other) => (other.addsUp && (!best.addsUp || magnitude(other.sum ?? 0n) > magnitude(best.sum ?? 0n)) ? other : best),
    reading(sure),
  );
}

function hasAmount({ numbers }: Draft): boolean {
  return numbers.amount !== undefined;
}

function isPriced({ numbers }: Draft): boolean {
  return numbers.quantity !== undefined && numbers.unit_price !== undefined;
}

/** Without the rows that carry the sum so far to the next page. */
function withoutCarried(drafts: readonly Draft[]): Draft[] {
  let sum = 0n;
  let count = 0;
  return drafts.filter((draft) => {
    const amount = unitsOf(draft);
    if (amount === undefined) return true;
    if (count > 1 && amount === sum && draft.numbers.quantity === undefined && draft.numbers.unit_price === undefined) return false;
    sum += amount;
    count++;
    return true;
  });
}

/** Most rows at the end of a list that may be none of its lines. */
const mostDropped = 20;

/** Without the last rows, as long as those say neither how many nor at what price. */
function shortened(drafts: readonly Draft[]): Draft[][] {
  const least = Math.max(1, drafts.findLastIndex(isPriced) + 1, drafts.length - mostDropped);
  return drafts.slice(least).map((_draft, at) => drafts.slice(0, drafts.length - 1 - at));
}

function sumOf(drafts: readonly Draft[]): bigint | undefined {
  return drafts.map(unitsOf).reduce((all, amount) => (all === undefined || amount === undefined ? undefined : all + amount), 0n);
}

function unitsOf({ numbers: { amount } }: Draft): bigint | undefined {
  return amount === undefined ? undefined : exactUnits(String(amount));
}
