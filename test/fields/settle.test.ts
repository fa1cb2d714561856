import { expect, test } from 'vitest';
import { settle } from '../../src/fields/settle.ts';
import type { Field } from '../../src/model/field.ts';

const field = (name: string, value: Field['value'], confidence: number, by: string): Field => ({
  name,
  value,
  raw: JSON.stringify(value),
  confidence,
  by,
});

test('the most trusted origin that knows a name has it, whatever the confidence of the others', () => {
  const settled = settle([
    [field('total', 119, 0.6, 'einvoice/cii')],
    [field('total', 100, 0.99, 'invoice/total'), field('currency', 'EUR', 0.9, 'invoice/currency')],
  ]);
  expect(settled).toEqual([field('total', 119, 0.6, 'einvoice/cii'), field('currency', 'EUR', 0.9, 'invoice/currency')]);
});

test('origins that agree raise the confidence, and spelling is no disagreement', () => {
  const [settled] = settle([
    [field('vendor_name', 'Muster & Söhne GmbH', 0.8, 'template/muster')],
    [field('vendor_name', 'MUSTER & SÖHNE GMBH', 0.5, 'invoice/vendor_name')],
  ]);
  expect(settled).toMatchObject({ value: 'Muster & Söhne GmbH', confidence: 0.9, by: 'template/muster' });
});

test('a list is taken whole from one origin: two origins would name the same party twice', () => {
  const party = (name: string, by: string): Field => ({ ...field('party', name, 0.5, by), listed: true });
  const settled = settle([
    [party('A', 'template/x'), party('B', 'template/x')],
    [party('A', 'agreement/party'), party('C', 'agreement/party')],
  ]);
  expect(settled.map(({ value, confidence }) => [value, confidence])).toEqual([
    ['A', 0.75],
    ['B', 0.5],
  ]);
});

test('lines of an invoice are never taken for confirmed', () => {
  const items = [{ amount: 1 }];
  expect(settle([[field('line_items', items, 0.5, 'a')], [field('line_items', items, 0.5, 'b')]])).toEqual([field('line_items', items, 0.5, 'a')]);
});
