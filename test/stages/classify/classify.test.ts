import { describe, expect, test } from 'vitest';
import type { DocumentTypeOptions } from '../../../src/document-type/document-type.ts';
import { documentTypeOptions } from '../../../src/document-type/document-type.ts';
import { classify } from '../../../src/stages/classify/classify.ts';
import { run } from '../../../src/stages/classify/run.ts';
import { shippedTypes } from '../../support/shipped-types.ts';
import { typedDocument } from '../../support/typed-document.ts';
import { personalSamples } from './personal-samples.ts';
import { proseSamples } from './prose-samples.ts';
import { tradeSamples } from './trade-samples.ts';

const types = shippedTypes;

const samples = [...tradeSamples, ...proseSamples, ...personalSamples];

const task = { file: { path: '', filename: 'a.pdf', sha256: '', bytes: 1, passwords: [] }, page: 0, config: { types } };

const invoice = samples.find(({ type }) => type === 'invoice')?.text ?? '';

describe('the shipped types', () => {
  // Catches words of a language that were left out, and weights of one type that drown another.
  test.each(samples)('know this as $type ($language)', ({ type, text }) => {
    const found = classify(typedDocument([text]), { types });
    expect([found.name, found.alternatives.map(({ name }) => name)]).toEqual([type, expect.anything()]);
    if (type !== 'unknown') expect(found.confidence).toBeGreaterThan(0.7);
  });

  test('say where the evidence stands, each under the name of its type', () => {
    const { evidence } = classify(typedDocument([invoice]), { types });
    const title = evidence.find(({ rule }) => rule === 'invoice/title');
    expect(title).toMatchObject({ weight: 4, page: 1 });
    expect(title?.bbox?.[1]).toBe(50);
    expect(evidence.every(({ rule }) => rule.startsWith('invoice/'))).toBe(true);
  });

  test('survive what recognition does to letters and spaces', () => {
    const scanned = `
 C0RNER GR0CERY
TAXINVOICENO 4471
03/03/2026 14:22
Cash1er: Ann
Milk          1.20
Bread         2.10
T0TAL         3.30
CASH         10.00
CHAN GE       6.70
Thank y0u p1ease come again
`;
    expect(classify(typedDocument([scanned]), { types })).toMatchObject({ name: 'receipt' });
  });

  test('are listed as next best where none is named', () => {
    const menu = samples.findLast(({ type }) => type === 'unknown')?.text ?? '';
    const found = classify(typedDocument([menu]), { types });
    expect(found.name).toBe('unknown');
    expect(found.alternatives[0]?.confidence).toBeGreaterThan(0.01);
  });
});

describe('the stage', () => {
  test('leaves alone what an electronic invoice has said', async () => {
    const type = { name: 'credit_note', confidence: 1, evidence: [], alternatives: [] };
    expect(await run({ ...task, document: typedDocument([invoice], { type }) })).toEqual({});
  });

  test('calls a document without a word unknown', async () => {
    expect(await run({ ...task, document: typedDocument(['', '']) })).toMatchObject({ type: { name: 'unknown' } });
  });

  test('tells what spoke for every type when it is asked why, and decides the same', async () => {
    const notes: { rule?: string; accepted?: boolean }[] = [];
    const document = typedDocument([invoice]);
    const asked = await run({ ...task, document, note: (note) => notes.push(note) });
    expect(asked).toEqual(await run({ ...task, document }));
    expect(notes).toContainEqual({ kind: 'evidence', rule: 'invoice/title', accepted: true, detail: 'weight 4, page 1' });
    expect(notes.some(({ rule = '', accepted }) => rule.startsWith('receipt/') && accepted === false)).toBe(true);
  });
});

describe('evidence', () => {
  const mill = (evidence: unknown): DocumentTypeOptions[] => [documentTypeOptions.parse({ name: 'mill', summary: 'A mill.', evidence })];
  const weights = (pages: readonly string[], evidence: unknown): number[] =>
    classify(typedDocument(pages), { types: mill(evidence) }).evidence.map(({ weight }) => weight);
  const filler = 'word '.repeat(30);

  test('counts once for a rule, however often its phrase comes again', () => {
    expect(weights(['mill mill\nmill\nmill'], [{ rule: 'r', phrases: { en: ['mill'] }, weight: 2 }])).toEqual([2]);
  });

  test('counts different phrases up to the limit of the rule', () => {
    const rule = { rule: 'r', phrases: { en: ['wheel', 'stone'], de: ['rad', 'wheel'] }, weight: 1 };
    expect(weights(['wheel stone rad'], [{ ...rule, up_to: 2 }])).toEqual([1, 1]);
    expect(weights(['wheel wheel'], [{ ...rule, up_to: 2 }])).toEqual([1]);
  });

  test('of titles counts in the first lines and in large type, not in sentences and not far below', () => {
    const title = [{ rule: 'r', phrases: { en: ['grist mill'] }, weight: 1, where: 'title' }];
    expect(weights(['Grist mill\n'], title)).toEqual([1]);
    expect(weights([`${filler} grist mill`], title)).toEqual([]);
    expect(weights([`${'a line\n'.repeat(40)}grist mill`], title)).toEqual([]);
    expect(weights(['a line', 'grist mill'], title)).toEqual([]);
    const document = typedDocument([`${'a line of words that is long enough\n'.repeat(20)}of the old and new and very fine grist mill`]);
    const large = document.pages.map((page) => ({ ...page, lines: page.lines.map((line, at) => (at === 20 ? { ...line, size: 14 } : line)) }));
    expect(classify({ ...document, pages: large }, { types: mill(title) }).evidence).toHaveLength(1);
    expect(classify(document, { types: mill(title) }).evidence).toHaveLength(0);
  });

  test('of line starts counts only there', () => {
    const start = [{ rule: 'r', phrases: { en: ['dear'] }, weight: 1, where: 'line_start' }];
    expect(weights(['Dear Ann,'], start)).toEqual([1]);
    expect(weights(['My dear Ann,'], start)).toEqual([]);
  });

  test('is looked for on the first pages and the last, so that long documents cost no more', () => {
    const rule = [{ rule: 'r', phrases: { en: ['mill'] }, weight: 1 }];
    const pages = (at: number): string[] => Array.from({ length: 9 }, (_, page) => (page + 1 === at ? 'mill' : 'page'));
    expect([1, 4, 5, 8, 9].map((at) => weights(pages(at), rule).length)).toEqual([1, 1, 0, 0, 1]);
  });
});
