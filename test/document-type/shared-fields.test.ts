import { expect, test } from 'vitest';
import { documentTypeOptions } from '../../src/document-type/document-type.ts';
import { typeNamed } from '../../src/document-type/shared-fields.ts';

const evidence = [{ rule: 'title', phrases: { en: ['bill'] }, weight: 1 }];
const bill = documentTypeOptions.parse({
  name: 'bill',
  summary: 'A bill.',
  evidence,
  fields: { number: { kind: 'identifier', labels: { en: ['bill no'], de: ['Nr'] } }, total: { kind: 'amount', labels: { en: ['total'] } } },
});
const refund = documentTypeOptions.parse({
  name: 'refund',
  summary: 'Takes back a bill.',
  evidence,
  fields_of: 'bill',
  fields: { number: { kind: 'identifier', labels: { en: ['refund no'] } }, reason: { kind: 'text' } },
});

test('a type has the fields of another, its own labels before those', () => {
  const type = typeNamed([bill, refund], 'refund');
  expect(Object.keys(type?.fields ?? {})).toEqual(['number', 'total', 'reason']);
  expect(type?.fields['number']?.labels).toEqual({ en: ['refund no', 'bill no'], de: ['Nr'] });
});

test('a type that shares nothing is itself, and an unknown one is none', () => {
  expect(typeNamed([bill], 'bill')).toBe(bill);
  expect(typeNamed([refund], 'refund')).toBe(refund);
  expect(typeNamed([bill], undefined)).toBeUndefined();
});
