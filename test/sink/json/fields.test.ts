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
  const { structured_data, fields: all } = fieldsOf({ fields, form: [], attachments: [] });
  expect(structured_data).toEqual({ total: 119, party: ['A'] });
  expect(all).toHaveLength(3);
  expect(all?.[0]).toEqual({ name: 'total', value: 119, raw: '119', decimal: '119.00', confidence: 0.5, by: 'test' });
});

it('says nothing of fields where nobody asked for any', () => {
  expect(fieldsOf({ fields: [], form: [], attachments: [] })).toEqual({});
});

it('gives what is filled in in a form, as the form has it', () => {
  const { form_fields } = fieldsOf({
    fields: [],
    form: [
      { name: 'person.city', label: 'Town', kind: 'text', value: 'Ulm', page: 2, bbox: [10, 20, 110, 40] },
      { name: 'signed', kind: 'signature', value: true },
    ],
    attachments: [],
  });
  expect(form_fields).toEqual([
    { name: 'person.city', label: 'Town', kind: 'text', value: 'Ulm', page: 2, bbox: [10, 20, 110, 40] },
    { name: 'signed', kind: 'signature', value: true },
  ]);
});

// Catches values lost, or a document failed, because a form calls its fields as objects call what they all have.
it('gives values under any name', () => {
  const origin = { raw: 'a', confidence: 1, by: 'form/a' };
  const fields: Field[] = [
    { name: 'constructor', value: 'a', listed: true, ...origin },
    { name: '__proto__', value: 'b', ...origin },
  ];
  const { structured_data } = fieldsOf({ fields, form: [], attachments: [] });
  expect(JSON.stringify(structured_data)).toBe('{"constructor":["a"],"__proto__":"b"}');
});
