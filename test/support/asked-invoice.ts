import { documentTypeOptions } from '../../src/document-type/document-type.ts';
import type { Document, DocumentPatch } from '../../src/model/document.ts';
import type { Field } from '../../src/model/field.ts';
import type { Usage } from '../../src/model/usage.ts';
import { run } from '../../src/stages/llm/run.ts';
import { pageOf, setLines } from './set-lines.ts';

/** A type with a field of most kinds. */
export const invoice = documentTypeOptions.parse({
  name: 'invoice',
  summary: 'A demand for payment.',
  evidence: [{ rule: 'title', weight: 4, phrases: { en: ['invoice'] } }],
  fields: {
    invoice_number: { kind: 'identifier', labels: { en: ['invoice no'] } },
    invoice_date: { kind: 'date' },
    vendor_name: { kind: 'name' },
    vendor_address: { kind: 'address' },
    iban: { kind: 'iban' },
    total: { kind: 'amount', labels: { en: ['total', 'amount due'] } },
    currency: { kind: 'currency' },
    reference: { kind: 'identifier', list: true },
    line_items: { kind: 'items' },
  },
});

/** The lines of `made`. */
export const texts = [
  'Brook & Mill Ltd.',
  '12 Weir Lane',
  'Upper Leat LE4 7QT',
  'Invoice No. BM-2017-0042',
  'Date 3 March 2026',
  'Stones dressed 1,100.00',
  'Total GBP 1,119.00',
  'Your refs A-1 and B-2',
];

/** An invoice as the stages before have left it. */
export function made(changes: Partial<Document> = {}): Document {
  return {
    mediaType: 'application/pdf',
    metadata: { page_count: 1 },
    pages: [pageOf(setLines(texts))],
    tables: [],
    type: { name: 'invoice', confidence: 0.9, evidence: [], alternatives: [] },
    fields: [],
    attachments: [],
    form: [],
    findings: [],
    notes: [],
    ...changes,
  };
}

/** What the stage makes of a document when it asks the service at this address. */
export async function askModel(address: string, document: Document, options: object = {}, spend?: (usage: Usage) => void): Promise<DocumentPatch> {
  const config = {
    base_url: address,
    model: 'reader',
    allow_http: false,
    types: [invoice],
    below: 0.7,
    max_characters: 60_000,
    max_answer_tokens: 500,
  };
  const file = { path: '/tmp/a.pdf', filename: 'a.pdf', sha256: '', bytes: 1, passwords: [] };
  return run({ file, config: { ...config, ...options }, document, page: 0, ...(spend && { spend }) });
}

/** A field that a rule has found. */
export const known = (name: string, value: string | number, confidence: number, rest: Partial<Field> = {}): Field => ({
  name,
  value,
  raw: String(value),
  confidence,
  by: `invoice/${name}`,
  ...rest,
});
