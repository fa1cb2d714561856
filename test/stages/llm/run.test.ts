import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Document } from '../../../src/model/document.ts';
import type { Field } from '../../../src/model/field.ts';
import { askModel, invoice, known, made, texts } from '../../support/asked-invoice.ts';
import { documentTypeOptions } from '../../../src/document-type/document-type.ts';
import { completion, startChatService } from '../../support/chat-service.ts';
import type { Answer, Asked, ChatService } from '../../support/chat-service.ts';
import { reading } from '../../support/reading-model.ts';
import { pageOf, setLines } from '../../support/set-lines.ts';

let service: ChatService;
let answer: (asked: Asked) => Answer;
beforeEach(async () => {
  service = await startChatService((asked) => answer(asked));
});
afterEach(() => service.close());

const ask = (document: Document, options?: object) => askModel(service.address, document, options);

describe('a good answer', () => {
  test('becomes fields with the value of the document, its words, its box and its page', async () => {
    answer = reading([
      { name: 'total', value: '1119.00', on: 'Total' },
      { name: 'invoice_number', value: 'BM-2017-0042', on: 'Invoice No' },
      { name: 'invoice_date', value: '2026-03-03', on: 'Date' },
      { name: 'currency', value: 'GBP', on: 'Total' },
      { name: 'vendor_name', value: 'brook & mill ltd.', on: 'Brook' },
      { name: 'vendor_address', value: '12 Weir Lane, Upper Leat, LE4 7QT', on: 'L' },
      { name: 'reference', value: 'A-1', on: 'refs' },
      { name: 'reference', value: 'B-2', on: 'refs' },
    ]);
    const { fields = [], findings } = (await ask(made())) as { fields?: Field[]; findings?: unknown };
    expect(findings).toEqual([]);
    expect(fields.map(({ name, value }) => [name, value])).toEqual([
      ['invoice_number', 'BM-2017-0042'],
      ['invoice_date', '2026-03-03'],
      ['vendor_name', 'Brook & Mill Ltd.'],
      ['vendor_address', '12 Weir Lane, Upper Leat LE4 7QT'],
      ['total', 1119],
      ['currency', 'GBP'],
      ['reference', 'A-1'],
      ['reference', 'B-2'],
    ]);
    const [total] = fields.filter(({ name }) => name === 'total');
    expect(total).toMatchObject({ raw: expect.stringContaining('1,119.00') as string, decimal: '1119.00', page: 1, by: 'llm', confidence: 0.8 });
    const [, , , , , , line] = made().pages[0]?.lines ?? [];
    expect(total?.bbox?.[2]).toBe(line?.words[2]?.box[2]);
    expect(fields.filter(({ name }) => name === 'reference').map(({ listed }) => listed)).toEqual([true, true]);
  });

  test('to a question that shows the lines by their numbers, says what the fields are, and that the lines are data', async () => {
    answer = reading([]);
    await ask(made(), { api_key: 'sk-1' });
    const [{ headers, body }] = service.asked as [Asked];
    expect(headers.authorization).toBe('Bearer sk-1');
    expect(body).toMatchObject({ model: 'reader', temperature: 0, seed: 1, max_tokens: 500, response_format: { type: 'json_schema' } });
    expect(body.messages[0].content).toContain('never instructions');
    expect(body.messages[1].content).toContain('- total: amount of money, labelled as "total", "amount due" or the like\n');
    expect(body.messages[1].content).toMatch(/\[p1\.l1\] Brook & Mill Ltd\.\n[\s\S]*\[p1\.l8\] Your refs A-1 and B-2$/);
    expect(body.messages[1].content).not.toContain('line_items');
  });
});

describe('what is asked for', () => {
  const asked = (): string[] => [...String(service.asked[0]?.body.messages[1].content).matchAll(/^- (\w+):/gm)].map(([, name = '']) => name);

  test('is what is missing or unsure; never what an e-invoice, a payment code or a checksum has proved', async () => {
    answer = reading([]);
    const fields = [
      known('invoice_number', 'X', 0.69),
      known('invoice_date', '2026-03-03', 0.7),
      known('vendor_name', 'Mill', 0.1, { by: 'einvoice/cii' }),
      known('iban', 'GB…', 0.2, { checks: ['iban-checksum'] }),
      known('total', 5, 0.2, { by: 'code/epc' }),
    ];
    await ask(made({ fields }));
    expect(asked()).toEqual(['invoice_number', 'vendor_address', 'currency', 'reference']);
  });

  test('can be named, and then is asked for however sure it is', async () => {
    answer = reading([]);
    await ask(made({ fields: [known('total', 5, 0.95)] }), { fields: ['total', 'no_such_field'] });
    expect(asked()).toEqual(['total']);
  });

  test.each([
    ['a type that nobody knows', made({ type: { name: 'unknown', confidence: 0.3, evidence: [], alternatives: [] } })],
    ['no type', { ...made(), type: undefined } as unknown as Document],
    ['no lines', made({ pages: [pageOf([])] })],
    ['running heads alone', made({ pages: [pageOf(setLines(['Total 5.00']).map((line) => ({ ...line, furniture: 'header' as const })))] })],
  ])('is nothing of a document with %s: no request leaves', async (_what, document) => {
    answer = () => completion({ fields: [] });
    expect(await ask(document)).toEqual({});
    expect(service.asked).toEqual([]);
  });
});

describe('among what rules have found', () => {
  const says = [{ name: 'total', value: '1,119.00', on: 'Total' }];

  test('the model replaces what is less sure than it', async () => {
    answer = reading(says);
    expect(await ask(made({ fields: [known('total', 1100, 0.6), known('currency', 'GBP', 0.9)] }))).toMatchObject({
      fields: [
        { name: 'total', value: 1119, by: 'llm' },
        { name: 'currency', value: 'GBP', by: 'invoice/currency' },
      ],
    });
  });

  test('nothing of it replaces what is surer, or proved', async () => {
    answer = reading(says);
    const sure = known('total', 1100, 0.85);
    expect(await ask(made({ fields: [sure] }), { fields: ['total'] })).toMatchObject({ fields: [sure] });
  });

  test('two that agree are surer than each', async () => {
    answer = reading(says);
    expect(await ask(made({ fields: [known('total', 1119, 0.5)] }))).toMatchObject({ fields: [{ value: 1119, confidence: 0.9 }] });
  });
});

test('what adds up with the other fields is surer, what does not is less sure, and the other fields stay as sure as they were', async () => {
  const [net, tax] = [known('subtotal', 1_000, 0.9), known('total_tax', 119, 0.9)];
  answer = reading([{ name: 'total', value: '1,119.00', on: 'Total' }]);
  expect(await ask(made({ fields: [net, tax] }))).toMatchObject({
    fields: [{ name: 'total', confidence: 0.92, checks: ['net-plus-tax'] }, net, tax],
  });
  const off = known('total_tax', 5, 0.9);
  expect(await ask(made({ fields: [net, off] }))).toMatchObject({ fields: [{ name: 'total', confidence: 0.56 }, net, off] });
});

test('a type that has the fields of another is asked for those', async () => {
  const note = documentTypeOptions.parse({ name: 'credit_note', summary: 'Takes back.', fields_of: 'invoice', evidence: invoice.evidence });
  answer = reading([{ name: 'total', value: '1,119.00', on: 'Total' }]);
  const type = { name: 'credit_note', confidence: 0.9, evidence: [], alternatives: [] };
  expect(await ask(made({ type }), { types: [invoice, note] })).toMatchObject({ fields: [{ name: 'total', value: 1119 }] });
});

test('of a long document the beginning and the end are shown, within the limit, and a finding says so', async () => {
  answer = reading([{ name: 'total', value: '77.00', on: 'Total due' }]);
  const lines = setLines([...Array.from({ length: 500 }, (_, at) => `Item ${at} at its place`), 'Total due 77.00']);
  const patch = await ask(made({ pages: [pageOf(lines)] }), { max_characters: 2_000 });
  expect(patch).toMatchObject({
    fields: [{ name: 'total', value: 77 }],
    findings: [{ code: 'llm.cut', message: expect.stringMatching(/of 501 lines/) as string }],
  });
  const [, shown = ''] = String(service.asked[0]?.body.messages[1].content).split('\nDOCUMENT\n');
  expect(shown.length).toBeLessThanOrEqual(2_000 + '[…]\n'.length);
  expect(shown).toMatch(/^\[p1\.l1\] Item 0 [\s\S]*\n\[…\]\n[\s\S]*\[p1\.l501\] Total due 77\.00$/);
});

test('words that were recognised doubtfully make the value as doubtful', async () => {
  answer = reading([{ name: 'total', value: '1119.00', on: 'Total' }]);
  const lines = setLines(texts).map((line) => ({ ...line, words: line.words.map((word) => ({ ...word, confidence: 0.5 })) }));
  expect(await ask(made({ pages: [pageOf(lines)] }))).toMatchObject({ fields: [{ name: 'total', confidence: 0.4 }] });
});
