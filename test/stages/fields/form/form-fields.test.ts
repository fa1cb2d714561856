import { describe, expect, it } from 'vitest';
import { documentTypeOptions } from '../../../../src/document-type/document-type.ts';
import type { FormField } from '../../../../src/model/field.ts';
import { formFields } from '../../../../src/stages/fields/form/form-fields.ts';
import type { Locale } from '../../../../src/values/candidate.ts';

const evidence = [{ rule: 'title', phrases: { en: ['bill'] }, weight: 1 }];
const bill = documentTypeOptions.parse({
  name: 'bill',
  summary: 'A bill.',
  evidence,
  fields: {
    invoice_number: { kind: 'identifier', labels: { en: ['invoice no', 'number'], de: ['Rechnungsnummer'] } },
    invoice_date: { kind: 'date', labels: { en: ['date of issue', 'date'] } },
    total: { kind: 'amount', labels: { fr: ['total à payer'] } },
    vendor_address: { kind: 'address' },
    party: { kind: 'name', list: true, labels: { en: ['buyer', 'seller'] } },
  },
});
const form = documentTypeOptions.parse({ name: 'form', summary: 'A form.', evidence, fields: { reference: { kind: 'identifier' } } });
const german: Locale = { languages: ['de'], dayFirst: true, decimalMark: ',' };

const text = (name: string, value: string, more: Partial<FormField> = {}): FormField => ({ name, kind: 'text', value, ...more });
const valuesOf = (fields: readonly FormField[], type = bill) => formFields(fields, type, german).map(({ name, value }) => [name, value]);

describe('a filled-in field that a document type knows', () => {
  it('is known by the name of the field or by its labels, in its name or its label, however they are written', () => {
    expect(valuesOf([text('InvoiceNumber', 'R-17')])).toEqual([['invoice_number', 'R-17']]);
    expect(valuesOf([text('form1[0].page1[0].invoice_no[0]', 'R-17')])).toEqual([['invoice_number', 'R-17']]);
    expect(valuesOf([text('f1_03', 'R-17', { label: 'RECHNUNGSNUMMER:' })])).toEqual([['invoice_number', 'R-17']]);
    expect(valuesOf([text('f1_04', '119,00', { label: 'Total a payer' })])).toEqual([['total', 119]]);
    expect(valuesOf([text('number of pages', '3')])).toEqual([]);
  });

  it('is read as a value of its kind, with its place and its exact decimal, or not at all', () => {
    const [total, ...others] = formFields([text('total', '1.119,50', { page: 2, bbox: [1, 2, 3, 4] })], bill, german);
    expect(others).toEqual([]);
    expect(total).toMatchObject({ value: 1119.5, decimal: '1119.50', raw: '1.119,50', page: 2, bbox: [1, 2, 3, 4], by: 'form/total' });
    expect(valuesOf([text('invoice_date', '3.4.2026')])).toEqual([['invoice_date', '2026-04-03']]);
    expect(valuesOf([text('invoice_date', 'soon'), text('total', 'see below')])).toEqual([]);
    expect(valuesOf([{ name: 'total', kind: 'check', value: true }])).toEqual([]);
    expect(valuesOf([text('vendor_address', 'Seeweg 1\n 88045 Muster\n')])).toEqual([['vendor_address', 'Seeweg 1, 88045 Muster']]);
  });

  it('is taken once, by the more telling label, unless there may be several', () => {
    expect(valuesOf([text('number', '3'), text('invoice no', 'R-17')])).toEqual([['invoice_number', 'R-17']]);
    expect(valuesOf([text('date', 'never'), text('Date', '1.2.2026')])).toEqual([['invoice_date', '2026-02-01']]);
    const parties = formFields([text('seller', 'A'), text('buyer', 'B')], bill, german);
    expect(parties.map(({ value, listed }) => [value, listed])).toEqual([
      ['B', true],
      ['A', true],
    ]);
  });
});

describe('a form of no particular kind', () => {
  it('gives all that is filled in under the names that people know, and never one that is taken', () => {
    const filled: FormField[] = [
      text('f1_01', 'Ulm', { label: 'Place of birth' }),
      text('applicant.lastName', 'Muster'),
      text('f1_02', '17', { label: 'Enter the number that stands in the upper right corner of the letter' }),
      { name: 'agreed', kind: 'check', value: true },
      { name: 'colours', kind: 'choice', value: ['red', 'blue'] },
      text('other.reference', 'X'),
    ];
    expect(valuesOf(filled, form)).toEqual([
      ['reference', 'X'],
      ['place_of_birth', 'Ulm'],
      ['last_name', 'Muster'],
      ['f1_02', '17'],
      ['agreed', true],
      ['colours', 'red'],
      ['colours', 'blue'],
    ]);
  });

  it('stands in for a type that is not known', () => {
    expect(formFields([text('town', 'Ulm')], undefined, german)).toMatchObject([{ name: 'town', value: 'Ulm', by: 'form/town' }]);
  });

  it('tells fields of one name apart by their groups', () => {
    expect(valuesOf([text('seller.city', 'Ulm'), text('buyer.city', 'Bonn')], form)).toEqual([
      ['seller_city', 'Ulm'],
      ['buyer_city', 'Bonn'],
    ]);
  });

  it('gives no more than a person fills in', () => {
    const many = Array.from({ length: 2000 }, (_, at) => text(`field ${at}`, 'x'));
    expect(valuesOf(many, form)).toHaveLength(500);
  });
});
