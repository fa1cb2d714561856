import { expect, it } from 'vitest';
import type { Field } from '../../../src/model/field.ts';
import { fieldsOf } from '../../../src/sink/json/fields.ts';

const field = (name: string, value: Field['value'], more: Partial<Field> = {}): Field => ({
  name,
  value,
  raw: JSON.stringify(value),
  confidence: 0.5,
  by: 'test',
  ...more,
});

it('gives the best value of each name, and lists in full, even of one', () => {
  const fields = [field('total', 119, { decimal: '119.00' }), field('total', 100), field('party', 'A', { listed: true })];
  const { structured_data, fields: all } = fieldsOf({ fields, attachments: [] });
  expect(structured_data).toEqual({ total: 119, party: ['A'] });
  expect(all).toHaveLength(3);
  expect(all?.[0]).toEqual({ name: 'total', value: 119, raw: '119', decimal: '119.00', confidence: 0.5, by: 'test' });
});

it('says nothing of fields where nobody asked for any', () => {
  expect(fieldsOf({ fields: [], attachments: [] })).toEqual({});
});
