import { expect, test } from 'vitest';
import { checkTogether } from '../../src/fields/consistency.ts';
import type { Field } from '../../src/model/field.ts';

function amount(name: string, decimal: string, confidence = 0.6): Field {
  return { name, value: Number(decimal), decimal, raw: decimal, confidence, by: 'invoice/x' };
}

function checked(...fields: Field[]): Record<string, { confidence: number; checks: readonly string[] }> {
  return Object.fromEntries(checkTogether(fields).map(({ name, confidence, checks = [] }) => [name, { confidence, checks }]));
}

test('net, tax and total that add up vouch for each other', () => {
  const { total, subtotal, total_tax: tax } = checked(amount('subtotal', '100.10'), amount('total_tax', '19.02'), amount('total', '119.12'));
  expect(total).toEqual({ confidence: 0.84, checks: ['net-plus-tax'] });
  expect(subtotal).toEqual(total);
  expect(tax).toEqual(total);
});

test('sums are exact where floats are not: 0.1 and 0.2 make 0.3, and three cents more are too many', () => {
  expect(checked(amount('subtotal', '0.10'), amount('total_tax', '0.20'), amount('total', '0.30'))['total']?.checks).toEqual(['net-plus-tax']);
  expect(checked(amount('subtotal', '0.10'), amount('total_tax', '0.20'), amount('total', '0.33'))['total']?.checks).toEqual([]);
});

test('amounts that contradict each other lose confidence, and none is dropped', () => {
  const fields = checkTogether([amount('subtotal', '100.00'), amount('total_tax', '19.00'), amount('total', '200.00')]);
  expect(fields.map(({ name, confidence }) => [name, confidence])).toEqual([
    ['subtotal', 0.42],
    ['total_tax', 0.42],
    ['total', 0.42],
  ]);
});

test('a discount and freight stand between net and total', () => {
  const fields = [
    amount('subtotal', '100.00'),
    amount('discount', '-10.00'),
    amount('shipping', '5.00'),
    amount('total_tax', '19.00'),
    amount('total', '114.00'),
  ];
  expect(checked(...fields)['total']?.checks).toEqual(['net-plus-tax']);
});

test('credit notes add up below zero', () => {
  expect(checked(amount('subtotal', '-100.00'), amount('total_tax', '-19.00'), amount('total', '-119.00'))['total']?.checks).toEqual([
    'net-plus-tax',
  ]);
});

test('lines are what their quantity costs and make the net sum together', () => {
  const items: Field = {
    name: 'line_items',
    value: [
      { description: 'Nail', quantity: 3, unit_price: 0.1, amount: 0.3 },
      { description: 'Plank', quantity: 2, unit_price: 4.85, amount: 9.7 },
    ],
    raw: '',
    confidence: 0.6,
    by: 'invoice/line_items',
  };
  const { line_items: lines, subtotal } = checked(items, amount('subtotal', '10.00'));
  expect(lines?.checks).toEqual(['sum-of-lines', 'quantity-times-price']);
  expect(lines?.confidence).toBeGreaterThan(0.9);
  expect(subtotal?.checks).toEqual(['sum-of-lines']);
  expect(checked(items, amount('subtotal', '12.00'))['line_items']?.checks).toEqual(['quantity-times-price']);
});

test('a price may be that of a hundred or a thousand', () => {
  const value = [{ description: 'Screw', quantity: 500, unit_price: 4, amount: 20 }];
  const items: Field = { name: 'line_items', value, raw: '', confidence: 0.6, by: 'invoice/line_items' };
  expect(checked(items)['line_items']?.checks).toEqual(['quantity-times-price']);
  expect(checked({ ...items, value: [{ ...value[0], amount: 200 }] })['line_items']?.checks).toEqual([]);
});

test('what was paid and what is left make the total; a bill that is paid contradicts nothing', () => {
  const { amount_due: due } = checked(amount('total', '30.00'), amount('amount_paid', '-10.00'), amount('amount_due', '20.00'));
  expect(due?.checks).toEqual(['total-less-paid']);
  expect(checked(amount('total', '30.00'), amount('amount_due', '0.00'))['total']?.confidence).toBe(0.6);
});

test('nothing falls due before it was issued', () => {
  const day = (name: string, value: string): Field => ({ name, value, raw: value, confidence: 0.8, by: 'invoice/x' });
  expect(checked(day('invoice_date', '2024-05-01'), day('due_date', '2024-05-31'))['due_date']?.checks).toEqual(['due-after-issue']);
  expect(checked(day('invoice_date', '2024-05-01'), day('due_date', '2024-04-30'))['due_date']?.confidence).toBe(0.56);
});

test('fields that no check is about stay as they are', () => {
  const field: Field = { name: 'vendor_name', value: 'Mill & Sons', raw: 'Mill & Sons', confidence: 0.5, by: 'invoice/vendor_name' };
  expect(checkTogether([field])).toEqual([field]);
});
