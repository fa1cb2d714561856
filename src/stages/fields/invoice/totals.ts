import { decimalOf, exactUnits, magnitude, unit } from '../../../values/exact-decimal.ts';
import type { Binding } from '../labels/bind.ts';
import type { Reading } from '../labels/reading.ts';
import { unionOf } from '../../../model/box.ts';

/** An amount that may be one of the sums of an invoice. */
export interface Sum {
  reading: Reading;
  units: bigint;
  /** 0–1: how sure its labels are. */
  score: number;
}

/** The sums of an invoice that go together. */
export interface Totals {
  total?: Sum;
  subtotal?: Sum;
  total_tax?: Sum;
  discount?: Sum;
  shipping?: Sum;
  rounding?: Sum;
  amount_due?: Sum;
  amount_paid?: Sum;
}

/** A cent: what rounding of the parts may make of their sum. */
const tolerance = unit / 100n;
/** What it is worth, in scores of labels, that the amounts add up. */
const addsUp = 1.3;
/** The same where a discount, freight or rounding is needed for it. */
const addsUpWithMore = 1;
/** The same where what is left to pay and what was paid make the total, and where the lines make the net sum or the total. */
const paidOff = 0.6;
const ofLines = 0.5;
/** What a label of a total is worth where the tax is still to come: "Total" below the lines, then the taxes, then "Grand total". */
const totalAsNet = 0.4;
/** What a label of what is left to pay is worth for the total. */
const dueAsTotal = 0.8;
/** For the highest of the amounts: of sums that are printed alike the last and largest is meant. */
const largest = 0.25;
/** Amounts that are weighed for each sum, the best labelled first. */
const mostWeighed = 8;
/** A part that is read without the sum being checked by it needs at least this much of a label. */
const leastAlone = 0.4;

/** How sure a sum is at least that adds up with others. */
const leastTogether = 0.6;

const extras = ['discount', 'shipping', 'rounding'] as const;

/** The sums that best fit their labels and each other: net and tax, with what was taken off or added, make the total. */
export function chooseTotals(bindings: readonly Binding[], rates: readonly string[], lines: bigint | undefined): Totals {
  const sumsOf = (...fields: string[]): Sum[] => weigh(bindings.filter(({ field }) => fields.includes(field)));
  const totals = [...sumsOf('total'), ...sumsOf('amount_due').map((sum) => ({ ...sum, score: dueAsTotal * sum.score }))];
  const nets = [...sumsOf('subtotal'), ...sumsOf('total').map((sum) => ({ ...sum, score: totalAsNet * sum.score }))];
  const taxes = sumsOf('total_tax');
  const taxSums = [...taxes, ...added(taxes)];
  const adjustments = adjustmentsOf(extras.map((name) => sumsOf(name)));
  const [dues, paid] = [sumsOf('amount_due'), sumsOf('amount_paid')];
  const highest = totals.reduce((most, { units }) => (magnitude(units) > most ? magnitude(units) : most), 1n);
  let best: { totals: Totals; worth: number } = { totals: {}, worth: 0 };
  for (const total of totals) {
    const size = (largest * Number((magnitude(total.units) * 1000n) / highest)) / 1000;
    for (const fit of [...fitsOf(total, nets, taxSums, adjustments, rates), { totals: { total }, worth: 0 }]) {
      const isPaid = payment(total, dues, paid).amount_paid !== undefined;
      const isOfLines =
        lines !== undefined && [fit.totals.subtotal, total].some((sum) => sum !== undefined && magnitude(sum.units - lines) <= tolerance);
      const worth = total.score + size + fit.worth + (isPaid ? paidOff : 0) + (isOfLines ? ofLines : 0);
      if (worth > best.worth) best = { totals: fit.totals, worth };
    }
  }
  const totalsFound = withLabelled(sure(best.totals), sumsOf('subtotal'), taxes);
  return { ...totalsFound, ...payment(totalsFound.total, dues, paid) };
}

/** What is left to pay, and what was paid before, if the two make the total; otherwise what is clearly labelled. */
function payment(total: Sum | undefined, dues: readonly Sum[], paid: readonly Sum[]): Pick<Totals, 'amount_due' | 'amount_paid'> {
  for (const due of dues) {
    const before = paid.find(
      (sum) => total !== undefined && !sameWords(sum, total) && magnitude(total.units - due.units) === magnitude(sum.units) && sum.units !== 0n,
    );
    if (before !== undefined)
      return {
        amount_due: { ...due, score: Math.max(due.score, leastTogether) },
        amount_paid: { ...before, score: Math.max(before.score, leastTogether) },
      };
  }
  const due = dues.find((sum) => sum.score >= leastAlone);
  return due === undefined ? {} : { amount_due: due };
}

/** Amounts that add up vouch for each other, however weak their labels are. */
function sure(totals: Totals): Totals {
  if (totals.total === undefined || totals.subtotal === undefined || totals.total_tax === undefined) return totals;
  return Object.fromEntries(
    Object.entries(totals).map(([name, sum]: [string, Sum]) => [name, { ...sum, score: Math.max(sum.score, leastTogether) }]),
  );
}

interface Fit {
  totals: Totals;
  worth: number;
}

/** Every way in which labelled amounts make up a total. */
function fitsOf(total: Sum, nets: readonly Sum[], taxes: readonly Sum[], adjustments: readonly Totals[], rates: readonly string[]): Fit[] {
  const fits: Fit[] = [];
  for (const net of nets) {
    for (const tax of taxes) {
      if (sameWords(net, tax) || sameWords(total, net) || sameWords(total, tax) || !isTaxOf(tax, net)) continue;
      const off = total.units - net.units - tax.units;
      const labels = net.score + tax.score;
      if (magnitude(off) <= tolerance) fits.push({ totals: { total, subtotal: net, total_tax: tax }, worth: labels + addsUp });
      for (const more of adjustments)
        if (magnitude(off - sumOf(more)) <= tolerance)
          fits.push({ totals: { total, subtotal: net, total_tax: tax, ...more }, worth: labels + addsUpWithMore });
    }
  }
  for (const tax of taxes) {
    if (tax.units !== 0n && !rates.some((rate) => isIncluded(tax, total, rate))) continue;
    fits.push({ totals: { total, total_tax: tax }, worth: tax.score + addsUpWithMore / 2 });
  }
  return fits;
}

/** Tax has the sign of what it is put on, and is less. */
function isTaxOf(tax: Sum, net: Sum): boolean {
  if (tax.units === 0n) return true;
  return tax.units < 0n === net.units < 0n && magnitude(tax.units) < magnitude(net.units);
}

/** Whether a tax is the share of a total that a rate makes: 19 of 119 at 19 %. */
function isIncluded(tax: Sum, total: Sum, rate: string): boolean {
  const percent = exactUnits(rate);
  if (percent === undefined || percent <= 0n) return false;
  const share = (total.units * percent) / (100n * unit + percent);
  return magnitude(share - tax.units) <= tolerance;
}

/** Discounts, freight and rounding in every combination, signed as they change the total. */
function adjustmentsOf([discounts = [], shippings = [], roundings = []]: readonly Sum[][]): Totals[] {
  const signed = discounts.map((sum) => (sum.units > 0n ? { ...sum, units: -sum.units } : sum));
  const some = (sums: readonly Sum[]): (Sum | undefined)[] => [undefined, ...sums.filter(({ units }) => units !== 0n).slice(0, 3)];
  return some(signed).flatMap((discount) =>
    some(shippings).flatMap((shipping) =>
      some(roundings).flatMap((rounding): Totals[] => {
        if (discount === undefined && shipping === undefined && rounding === undefined) return [];
        return [{ ...(discount && { discount }), ...(shipping && { shipping }), ...(rounding && { rounding }) }];
      }),
    ),
  );
}

function sumOf({ discount, shipping, rounding }: Totals): bigint {
  return (discount?.units ?? 0n) + (shipping?.units ?? 0n) + (rounding?.units ?? 0n);
}

/** Taxes of several rates, put together by two and three. */
function added(taxes: readonly Sum[]): Sum[] {
  const sums: Sum[] = [];
  taxes.forEach((a, at) => {
    taxes.slice(at + 1).forEach((b, next) => {
      if (sameRowOf(a, b)) return;
      sums.push(together([a, b]));
      for (const c of taxes.slice(at + next + 2)) if (!sameRowOf(a, c) && !sameRowOf(b, c)) sums.push(together([a, b, c]));
    });
  });
  return sums;
}

/** The parts of one row are no parts of one sum. */
function sameRowOf({ reading: a }: Sum, { reading: b }: Sum): boolean {
  return a.page !== b.page || a.line === b.line;
}

/** Several labels are needed for one value, so it is less sure than each of them. */
const ofSeveral = 0.85;

function together(parts: readonly [Sum, ...Sum[]]): Sum {
  const units = parts.reduce((sum, part) => sum + part.units, 0n);
  const decimal = decimalOf(units);
  const [first] = parts;
  const raw = parts.map(({ reading }) => reading.raw).join(' + ');
  const box = unionOf(parts.map(({ reading }) => reading.box));
  const score = ofSeveral * Math.min(...parts.map((part) => part.score));
  return { units, score, reading: { ...first.reading, value: Number(decimal), decimal, raw, box } };
}

function sameWords({ reading: a }: Sum, { reading: b }: Sum): boolean {
  return a.page === b.page && a.line === b.line && a.words[0] === b.words[0];
}

/** The best labelled amounts, each value once. */
function weigh(bindings: readonly Binding[]): Sum[] {
  const sums = bindings.flatMap(({ reading, score }): Sum[] => {
    const units = exactUnits(reading.decimal ?? '');
    return units === undefined ? [] : [{ reading, units, score }];
  });
  const byPlace = Map.groupBy(sums, ({ reading: { page, line, words } }) => `${page}:${line}:${words[0]}`);
  return [...byPlace.values()]
    .map((same) => same.reduce((best, sum) => (sum.score > best.score ? sum : best)))
    .sort((a, b) => b.score - a.score)
    .slice(0, mostWeighed);
}

/** What is clearly labelled is told also where it does not add up. */
function withLabelled(totals: Totals, nets: readonly Sum[], taxes: readonly Sum[]): Totals {
  const used = Object.values(totals) as Sum[];
  const free = (sums: readonly Sum[]): Sum | undefined => sums.find((sum) => sum.score >= leastAlone && !used.some((other) => sameWords(sum, other)));
  const subtotal = totals.subtotal ?? free(nets);
  const tax = totals.total_tax ?? free(taxes);
  return { ...totals, ...(subtotal && { subtotal }), ...(tax && { total_tax: tax }) };
}
