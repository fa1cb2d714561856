import { expect, test } from 'vitest';
import type { Document, DocumentPatch } from '../../../src/model/document.ts';
import type { DocumentType, Field } from '../../../src/model/field.ts';
import { documentTypeOptions } from '../../../src/document-type/document-type.ts';
import { run } from '../../../src/stages/fields/run.ts';
import { templateOptions } from '../../../src/templates/template-options.ts';
import { documentOf } from '../../support/made-document.ts';
import { pageOf, setLines } from '../../support/set-lines.ts';

const bill = documentTypeOptions.parse({
  name: 'bill',
  summary: 'What is owed.',
  evidence: [{ rule: 'title', phrases: { en: ['bill'] }, where: 'title', weight: 3 }],
  fields: {
    invoice_number: { kind: 'identifier', labels: { en: ['bill number'] } },
    total: { kind: 'amount', labels: { en: ['total'] } },
    currency: { kind: 'currency' },
  },
});
const lines = ['Weir Works', 'Bill number: WW-17', 'Total: EUR 119.00'];
const asBill: DocumentType = { name: 'bill', confidence: 0.9, evidence: [], alternatives: [] };
const stated: Field[] = [{ name: 'total', value: 100, decimal: '100.00', raw: '100.00', confidence: 1, by: 'einvoice/cii' }];
const electronicBill: DocumentType = { ...asBill, confidence: 1, evidence: [{ rule: 'einvoice/cii', weight: 1 }] };

test('the fields of the type are read from the pages, each with its place and the rule that found it', async () => {
  const { fields, type } = await read({ type: asBill });
  expect(type).toBeUndefined();
  expect(fields).toMatchObject([
    { name: 'invoice_number', value: 'WW-17', raw: 'WW-17', page: 1, by: 'bill/invoice_number' },
    { name: 'total', value: 119, decimal: '119.00', page: 1, by: 'bill/total' },
  ]);
  for (const field of fields ?? []) expect(field.bbox).toHaveLength(4);
});

test('an electronic invoice outranks the page, and a page that says otherwise is a finding', async () => {
  const { fields, findings } = await read({ type: electronicBill, fields: stated });
  expect(fields?.find(({ name }) => name === 'total')).toMatchObject({ value: 100, by: 'einvoice/cii' });
  expect(findings).toMatchObject([
    { code: 'fields.differ', page: 1, message: 'The electronic invoice gives total as 100.00, and the page shows 119.00' },
  ]);
});

test('an electronic invoice that is to be ignored is neither used nor compared', async () => {
  const { fields, findings } = await read({ type: electronicBill, fields: stated }, { e_invoice: 'ignore' });
  expect(fields?.find(({ name }) => name === 'total')).toMatchObject({ value: 119, by: 'bill/total' });
  expect(findings).toBeUndefined();
});

test('a template that matches outranks the labels, and says what the document is', async () => {
  const template = templateOptions.parse({
    name: 'weir-works',
    issuer: 'Weir Works',
    keywords: ['Weir Works'],
    document_type: 'bill',
    fields: { invoice_number: 'WW-(\\d+)' },
  });
  const { fields, type } = await read({ type: { ...asBill, name: 'unknown' } }, { templates: [template] });
  expect(type).toMatchObject({ name: 'bill', evidence: [{ rule: 'template/weir-works' }], alternatives: [{ name: 'unknown' }] });
  expect(fields?.find(({ name }) => name === 'invoice_number')).toMatchObject({ value: '17', by: 'template/weir-works' });
  expect(fields?.find(({ name }) => name === 'total')).toMatchObject({ value: 119, by: 'bill/total' });
});

test('no template says what a document with an electronic invoice is', async () => {
  const template = templateOptions.parse({
    name: 'weir',
    issuer: 'Weir Works',
    keywords: ['Weir Works'],
    document_type: 'letter',
    fields: { x: 'WW' },
  });
  expect((await read({ type: electronicBill, fields: stated }, { templates: [template] })).type).toBeUndefined();
});

test('what is unknown is read as what it may most likely be, with as little confidence, and says so', async () => {
  const sure = await read({ type: asBill });
  const unsure = await read({ type: { name: 'unknown', confidence: 0.5, evidence: [], alternatives: [{ name: 'bill', confidence: 0.5 }] } });
  const total = ({ fields }: DocumentPatch): Field | undefined => fields?.find(({ name }) => name === 'total');
  expect(total(unsure)?.value).toBe(119);
  expect(total(unsure)?.confidence).toBeCloseTo(0.5 * (total(sure)?.confidence ?? 0), 2);
  expect(unsure.findings).toMatchObject([{ code: 'fields.type-uncertain', severity: 'info' }]);
});

test('a filled form of no known type still gives what was filled in', async () => {
  const { fields } = await read({ form: [{ name: 'Member no', kind: 'text', value: 'M-4' }] });
  expect(fields).toMatchObject([{ name: 'member_no', value: 'M-4', by: 'form/Member no' }]);
});

test('what a payment code asks for is the total where nothing else says it, and less sure', async () => {
  const text = ['BCD', '002', '1', 'SCT', '', 'Weir Works', 'GB29NWBK60161331926819', 'EUR600'].join('\n');
  const page = { ...pageOf(setLines(['Bill number: WW-17'])), barcodes: [{ format: 'QRCode', text, box: [1, 2, 3, 4] as const }] };
  const { fields } = await read({ type: { ...asBill, name: 'bill' }, pages: [page] });
  expect(fields?.find(({ name }) => name === 'total')).toMatchObject({ value: 600, decimal: '600.00', page: 1, by: 'code/epc' });
});

test('a payment code for an account that the pages do not name is a finding, and no other is', async () => {
  const text = ['BCD', '002', '1', 'SCT', '', 'Weir Works', 'GB29NWBK60161331926819', 'EUR600'].join('\n');
  const barcodes = [{ format: 'QRCode', text, box: [1, 2, 3, 4] as const }];
  const findingsWith = async (account: string) =>
    (await read({ type: asBill, pages: [{ ...pageOf(setLines(['Bill number: WW-17', account])), barcodes }] })).findings;
  expect(await findingsWith('IBAN: DE89 3704 0044 0532 0130 00')).toMatchObject([{ code: 'fields.account-differs', page: 1 }]);
  expect(await findingsWith('IBAN: GB29 NWBK 6016 1331 9268 19')).toBeUndefined();
  expect(await findingsWith('Pay by code')).toBeUndefined();
});

test('what is like nothing has no fields', async () => {
  const { fields, findings } = await read({
    type: { name: 'unknown', confidence: 0.2, evidence: [], alternatives: [{ name: 'bill', confidence: 0.2 }] },
  });
  expect([fields, findings]).toEqual([[], undefined]);
});

async function read(
  facts: Partial<Document>,
  options: { e_invoice?: 'use' | 'ignore'; templates?: ReturnType<typeof templateOptions.parse>[] } = {},
) {
  const document = documentOf({ pages: [pageOf(setLines(lines))], ...facts });
  const file = { path: '/nowhere', filename: 'a.pdf', sha256: '', bytes: 0, passwords: [] };
  return (await run({ file, page: 0, document, config: { types: [bill], templates: [], e_invoice: 'use', ...options } })) as DocumentPatch;
}
