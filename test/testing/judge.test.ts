import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { testOptions } from '../../src/pipeline/test-options.ts';
import type { Expectation } from '../../src/pipeline/test-options.ts';
import type { PipelineCase } from '../../src/pipeline/test-file.ts';
import { judge, mustBeTheSame } from '../../src/testing/judge.ts';
import type { EndedDocument } from '../../src/testing/ended-document.ts';

const result = {
  status: 'success',
  document_type: 'invoice',
  document_type_confidence: 0.87,
  pages: [{ text: 'Invoice 17\nWeir' }, { text: 'Total' }],
  tables: [{ page: 2, headers: ['Item', 'Amount'], rows: [['Bolt', '10']] }],
  fields: [
    { name: 'total', value: 10, raw: '10,00', page: 2, confidence: 0.62, by: 'invoice/total' },
    { name: 'party', value: 'Weir', raw: 'Weir', confidence: 0.9, by: 'agreement/party' },
    { name: 'party', value: 'Sluice', raw: 'Sluice', confidence: 0.9, by: 'agreement/party' },
    { name: 'line_items', value: [{ description: 'Bolt', amount: 10 }], raw: '', page: 2, confidence: 0.9, by: 'invoice/line_items' },
  ],
  findings: [{ code: 'text.hidden', message: 'Some.' }],
};
const ended: EndedDocument = { result: JSON.stringify(result), attempts: [] };

function expectation(yaml: string): Expectation {
  return testOptions().parse({ cases: [{ document: 'a.pdf', expect: parse(yaml) as unknown }] }).cases[0]!.expect;
}

const plain = { name: 'a', document: '/a.pdf', env: {}, faults: [] } satisfies Omit<PipelineCase, 'expect'>;
const told = (yaml: string, end = ended): string[] =>
  judge({ ...plain, expect: expectation(yaml) }, end).differences.map(
    ({ what, expected, found, where }) => `${what}: ${expected} | ${found}${where === undefined ? '' : ` | ${where}`}`,
  );

describe('a document that is as expected', () => {
  it.each([
    ['{}'],
    ['{ status: success, document_type: invoice, pages: 2, tables: 1, findings: [text.hidden], text: [^Weir$, Total] }'],
    ['{ fields: { total: 10, party: [Weir, Sluice], due: { absent: true } } }'],
    ['{ fields: { total: { value: 10, page: 2, by: invoice/total, min_confidence: 0.6 }, party: { matches: ^We } } }'],
    ['{ fields: { line_items: [{ amount: 10 }] }, tables: [{ page: 2, headers: [Item, Amount], rows: 1 }] }'],
  ])('passes: %s', (yaml) => {
    expect(judge({ ...plain, expect: expectation(yaml) }, ended)).toMatchObject({ passed: true, differences: [] });
  });

  it('passes when it fails with the error that is expected', () => {
    const failed: EndedDocument = { error: { code: 'document.damaged', message: 'It is broken' }, attempts: [] };
    expect(told('{ error: document.damaged }', failed)).toEqual([]);
    expect(told('{ status: failed }', failed)).toEqual([]);
    expect(told('{ error: document.empty }', failed)).toEqual(['error: "document.empty" | "document.damaged" | It is broken']);
    expect(told('{}', failed)).toEqual(['status: success | failed | document.damaged: It is broken']);
  });
});

describe('a document that is not', () => {
  it('is told by what was expected, what was found, and where that came from', () => {
    expect(told('{ fields: { total: 100, party: Weir, order: 4, line_items: [{ amount: 11 }, {}] } }')).toEqual([
      'total: 100 | 10 | page 2, invoice/total, confidence 0.62, read from "10,00"',
      'order: 4 | nothing',
      'line_items: 2 entries | [{"description":"Bolt","amount":10}] | page 2, invoice/line_items, confidence 0.90',
    ]);
    expect(told('{ fields: { total: { absent: true, }, party: { matches: ^Mill }, line_items: [{ amount: 11, unit: kg }] } }')).toEqual([
      'total: no such field | 10 | page 2, invoice/total, confidence 0.62, read from "10,00"',
      'party: /^Mill/ | "Weir" | agreement/party, confidence 0.90, read from "Weir"',
      'line_items[0].amount: 11 | 10 | page 2, invoice/line_items, confidence 0.90',
      'line_items[0].unit: "kg" | nothing | page 2, invoice/line_items, confidence 0.90',
    ]);
    expect(told('{ fields: { total: { page: 1, by: template/x, min_confidence: 0.9 } } }')).toEqual([
      'total.page: 1 | 2',
      'total.by: "template/x" | "invoice/total"',
      'total.confidence: 0.9 or more | 0.62',
    ]);
    expect(told('{ document_type: receipt, pages: 1, tables: 0, findings: [], text: [Sluice], status: partial }')).toEqual([
      'status: "partial" | "success"',
      'pages: 1 | 2',
      'document_type: "receipt" | "invoice" | confidence 0.87',
      'tables: 0 | 1 | page 2: 1 rows below ["Item","Amount"]',
      'findings: [] | ["text.hidden"] | text.hidden: Some.',
      'text: /Sluice/ | no such text',
    ]);
  });
});

describe('a document with faults', () => {
  const faults = [{ stage: 'ocr', kind: 'kill', times: 1 }] as const;
  const struck = {
    id: 1,
    job: 'j',
    stage: 'ocr',
    first: 1,
    last: 1,
    started_at: 0,
    ended_at: 1,
    error: { code: 'worker.signal', message: 'killed' },
  } as const;

  // A fault that strikes nothing would let every test of it pass.
  it('has them: one that never happened is a difference', () => {
    const one = { ...plain, faults, expect: expectation('{}') };
    expect(judge(one, ended, ended).differences).toMatchObject([{ what: 'faults', expected: 'kill in ocr' }]);
    expect(judge(one, { ...ended, attempts: [struck] }, ended).passed).toBe(true);
  });

  it('must come to the same bytes as without, unless another end is expected', () => {
    const other = { ...ended, attempts: [struck], result: `${ended.result} ` };
    expect(judge({ ...plain, faults, expect: expectation('{}') }, other, ended).differences.map(({ what }) => what)).toEqual(['result']);
    expect(mustBeTheSame({ ...plain, faults, expect: expectation('{}') })).toBe(true);
    expect(mustBeTheSame({ ...plain, faults, expect: expectation('{ status: partial }') })).toBe(false);
    expect(mustBeTheSame({ ...plain, faults, expect: expectation('{ error: worker.signal }') })).toBe(false);
  });
});
