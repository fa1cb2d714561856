import { roundedConfidence } from '../model/confidence.ts';
import type { Field, FieldRow, FieldValue } from '../model/field.ts';
import { exactUnits, magnitude, unit } from '../values/exact-decimal.ts';

/** What a sum may be off by: a cent for each part that was rounded, at least two. */
const cent = unit / 100n;
/** How much of the doubt is left when a check is passed. */
const doubtLeft = 0.4;
/** How much of the confidence is left when a check fails. */
const trustLeft = 0.7;

/** What fields must be to each other: whether it holds, and nothing where a part is missing. */
interface Check {
  name: string;
  fields: readonly string[];
  holds(field: (name: string) => Field | undefined): boolean | undefined;
}

const checks: readonly Check[] = [
  { name: 'net-plus-tax', fields: ['subtotal', 'total_tax', 'total'], holds: netPlusTax },
  { name: 'sum-of-lines', fields: ['line_items', 'subtotal', 'total'], holds: sumOfLines },
  { name: 'quantity-times-price', fields: ['line_items'], holds: quantityTimesPrice },
  { name: 'total-less-paid', fields: ['amount_due', 'amount_paid', 'total'], holds: totalLessPaid },
  { name: 'due-after-issue', fields: ['invoice_date', 'due_date'], holds: dueAfterIssue },
];

/**
 * Lets fields of one document vouch for each other: those that agree gain confidence and the name of the check, those that contradict each other lose
 * confidence, and none is dropped. Sums are exact; they may be off by two cents, or by a cent for each line that was rounded.
 */
export function checkTogether(fields: readonly Field[]): Field[] {
  const find = (name: string): Field | undefined => fields.find((field) => field.name === name);
  const results = checks.map((check) => ({ ...check, held: check.holds(find) }));
  return fields.map((field) => {
    const about = results.filter((check) => check.held !== undefined && check.fields.includes(field.name) && field === find(field.name));
    const passed = about.filter(({ held }) => held).map(({ name }) => name);
    const failed = about.length - passed.length;
    const raised = 1 - (1 - field.confidence) * doubtLeft ** Math.min(2, passed.length);
    const confidence = roundedConfidence(raised * trustLeft ** failed);
    const all = [...new Set([...(field.checks ?? []), ...passed])];
    return about.length === 0 ? field : { ...field, confidence, ...(all.length > 0 && { checks: all }) };
  });
}

type Find = (name: string) => Field | undefined;

/** Net and tax make the total, with what stands between them: discount, freight, rounding. */
function netPlusTax(find: Find): boolean | undefined {
  const [net, tax, total] = ['subtotal', 'total_tax', 'total'].map((name) => unitsOf(find(name)));
  if (net === undefined || tax === undefined || total === undefined) return undefined;
  const off = total - net - tax;
  if (magnitude(off) <= 2n * cent) return true;
  const [discount = 0n, shipping = 0n, rounding = 0n] = ['discount', 'shipping', 'rounding'].map((name) => unitsOf(find(name)));
  return magnitude(off - (shipping + rounding - magnitude(discount))) <= 2n * cent;
}

/** The lines make the net sum, or the total where prices include the tax. */
function sumOfLines(find: Find): boolean | undefined {
  const amounts = rowsOf(find('line_items')).map(({ amount }) => unitsIn(amount));
  const sums = ['subtotal', 'total'].flatMap((name) => unitsOf(find(name)) ?? []);
  if (amounts.length === 0 || sums.length === 0 || amounts.includes(undefined)) return undefined;
  const sum = (amounts as bigint[]).reduce((all, amount) => all + amount, 0n);
  const discount = magnitude(unitsOf(find('discount')) ?? 0n);
  const shipping = unitsOf(find('shipping')) ?? 0n;
  const slack = cent * BigInt(Math.max(2, amounts.length));
  return sums.some((expected) => [sum, sum - discount + shipping].some((found) => magnitude(expected - found) <= slack));
}

/** How many things a price may be for. */
const perPrice = [1n, 100n, 1000n];

/** Most lines are what their quantity costs: a discount on a line is no contradiction, on all of them it is. */
function quantityTimesPrice(find: Find): boolean | undefined {
  const told = rowsOf(find('line_items')).flatMap(({ quantity, unit_price: price, amount }) => {
    const [count, each, sum] = [quantity, price, amount].map(unitsIn);
    return count === undefined || each === undefined || sum === undefined
      ? []
      : [perPrice.some((per) => magnitude((count * each) / (per * unit) - sum) <= cent)];
  });
  if (told.length === 0) return undefined;
  return told.filter(Boolean).length > told.length / 2;
}

function totalLessPaid(find: Find): boolean | undefined {
  const [due, total] = ['amount_due', 'total'].map((name) => unitsOf(find(name)));
  if (due === undefined || total === undefined) return undefined;
  const paid = magnitude(unitsOf(find('amount_paid')) ?? 0n);
  if (magnitude(total - paid - due) <= 2n * cent) return true;
  // Nothing is left to pay, or what was owed before comes on top: neither contradicts the total.
  return due === 0n || paid === 0n ? undefined : false;
}

function dueAfterIssue(find: Find): boolean | undefined {
  const [issued, due] = ['invoice_date', 'due_date'].map((name) => find(name)?.value);
  return typeof issued === 'string' && typeof due === 'string' ? due >= issued : undefined;
}

function unitsOf(field: Field | undefined): bigint | undefined {
  if (field === undefined) return undefined;
  return field.decimal === undefined ? unitsIn(typeof field.value === 'object' ? undefined : field.value) : exactUnits(field.decimal);
}

/** A number of a row: it was written with few enough places for a float to give them back. */
function unitsIn(value: FieldValue | undefined): bigint | undefined {
  return typeof value === 'number' ? exactUnits(String(value)) : undefined;
}

function rowsOf(field: Field | undefined): readonly FieldRow[] {
  return typeof field?.value === 'object' ? field.value : [];
}
