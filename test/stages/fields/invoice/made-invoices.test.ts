import { expect, test } from 'vitest';
import { checkTogether } from '../../../../src/fields/consistency.ts';
import type { Field } from '../../../../src/model/field.ts';
import { readInvoice } from '../../../../src/stages/fields/invoice/read-invoice.ts';
import { isTrue, madeInvoice } from '../../../support/made-invoice.ts';
import { sourceFor } from '../../../support/reader-source.ts';

/** Share that must be right of each name, over seven languages and all layouts. */
const least: Record<string, number> = {
  invoice_number: 0.98,
  invoice_date: 0.97,
  due_date: 0.97,
  purchase_order: 0.98,
  vendor_name: 0.98,
  customer_name: 0.98,
  subtotal: 0.98,
  total_tax: 0.98,
  total: 0.98,
  amount_due: 0.98,
  currency: 0.98,
};

const seeds = Array.from({ length: 126 }, (_, seed) => seed);
const read = seeds.map((seed) => {
  const made = madeInvoice(seed);
  const type = made.layout.endsWith('credit') ? 'credit_note' : 'invoice';
  return { ...made, seed, fields: checkTogether(readInvoice(sourceFor(made.document, type))) };
});

function wrong(name: string): string[] {
  return read.flatMap(({ truth, fields, layout, seed }) => {
    const expected = truth[name];
    const found = fields.find((field) => field.name === name)?.value;
    return expected === undefined || isTrue(expected, found) ? [] : [`${seed} (${layout}): ${expected}, not ${JSON.stringify(found)}`];
  });
}

test.each(Object.entries(least))('%s is read from invoices of seven languages in many layouts', (name, share) => {
  const told = read.filter(({ truth }) => truth[name] !== undefined).length;
  expect(told).toBeGreaterThan(20);
  expect(wrong(name).length, wrong(name).join('\n')).toBeLessThanOrEqual(told * (1 - share));
});

test('the lines of every invoice are read, and cost what they say', () => {
  const checked = read.filter(({ fields }) => fields.find(({ name }) => name === 'line_items')?.checks?.includes('quantity-times-price'));
  expect(checked.length).toBe(read.length);
});

test('what is told with confidence is right as often as it says', () => {
  const sure = read.flatMap(({ truth, fields }) =>
    fields.filter(({ name, confidence }) => confidence >= 0.9 && truth[name] !== undefined).map((field) => [field, truth[field.name]] as const),
  );
  const right = sure.filter(([field, expected]) => expected !== undefined && isTrue(expected, field.value));
  expect(sure.length).toBeGreaterThan(300);
  expect(right.length / sure.length).toBeGreaterThan(0.97);
});

test('each field stands on its page where it was read', () => {
  const lost = (field: Field): boolean =>
    field.page !== 1 || field.bbox === undefined || field.bbox[2] <= field.bbox[0] || field.bbox[3] <= field.bbox[1];
  expect(read.flatMap(({ fields }) => fields.filter(lost))).toEqual([]);
});
