import { describe, expect, it } from 'vitest';
import { explanationText } from '../../src/cli/explanation-text.ts';
import { explanationView } from '../../src/cli/explanation-view.ts';
import type { ShownExplanation } from '../../src/cli/explanation-view.ts';
import { foldDocument } from '../../src/model/document.ts';
import type { Page } from '../../src/model/page.ts';

const page: Page = {
  page: 2,
  width: 595,
  height: 842,
  rotation: 90,
  method: 'ocr',
  confidence: 0.876,
  route: { reasons: ['no-text', 'garbled'], metrics: { chars: 3, image_cover: 0.98 } },
  text: 'x',
  lines: [],
};

const shown: ShownExplanation = {
  filename: 'a\u{1B}[31m.pdf',
  pipeline: 'documents',
  picture: '/tmp/a.png',
  explanation: {
    page,
    document: {
      ...foldDocument([]),
      metadata: { page_count: 7 },
      tables: [
        {
          page: 2,
          bbox: [10, 20, 300, 400],
          method: 'stream',
          confidence: 0.5,
          title: 'Sacks',
          headers: ['Kind', 'Spring'],
          rows: [['Rye', '12']],
          cells: [],
        },
      ],
      fields: [],
      attachments: [],
      form: [],
      findings: [{ code: 'ocr.low_confidence', severity: 'warning', message: 'Three words are doubtful.', page: 2 }],
      notes: [
        { stage: 'ocr', kind: 'image', box: [0, 0, 595, 842], rule: 'scan' },
        { stage: 'tables', kind: 'edge', box: [0, 0, 5, 0] },
        { stage: 'tables', kind: 'region', box: [10, 20, 300, 400], accepted: true, rule: 'unruled' },
        { stage: 'tables', kind: 'region', box: [10, 500, 300, 700], accepted: false, rule: 'prose', detail: '9 rows' },
      ],
    },
    steps: [
      { name: 'text', duration: 12.4 },
      { name: 'ocr', duration: 6_420 },
      { name: 'tables', duration: 5, failed: { code: 'stage.failed', message: 'confused' } },
    ],
  },
};

describe('an explanation', () => {
  it('is told to a person: route, candidates with rule and numbers, tables, findings, times', () => {
    expect(explanationText(shown, 100).split('\n')).toEqual([
      'a\u{FFFD}[31m.pdf, page 2 of 7: 595 × 842 pt, turned by 90°',
      'Route: ocr, confidence 0.88, because no-text, garbled',
      '  chars 3 · image_cover 0.98',
      'Route and images',
      '  image          [  0   0 595 842] ocr scan',
      'Candidates',
      '    1 accepted [ 10  20 300 400] tables unruled',
      '    2 refused  [ 10 500 300 700] tables prose: 9 rows',
      'Tables',
      '  T1 [ 10  20 300 400] stream, confidence 0.50, 1 row × 2 columns',
      '     title: Sacks',
      '     Kind | Spring',
      '     -----+-------',
      '     Rye  | 12',
      'Findings',
      '  warning ocr.low_confidence: Three words are doubtful.',
      'Seen besides',
      '  1 edge (drawn in the picture; --json lists them)',
      'Time: text 12 ms, ocr 6.4 s, tables failed after 5 ms (stage.failed: confused)',
      'Picture: /tmp/a.png',
    ]);
  });

  it('is given to a program whole, candidates by the numbers that they have in the picture', () => {
    const view = explanationView(shown);
    expect(view).toMatchObject({ format: 'millrace.explanation/1', page: 2, page_count: 7, method: 'ocr', picture: '/tmp/a.png' });
    expect(view.candidates.map(({ number, rule, accepted }) => [number, rule, accepted])).toEqual([
      [1, 'unruled', true],
      [2, 'prose', false],
    ]);
    expect(view.notes.map(({ kind }) => kind)).toEqual(['image', 'edge']);
    expect(view.steps.at(-1)).toEqual({ name: 'tables', milliseconds: 5, error: { code: 'stage.failed', message: 'confused' } });
  });

  // The question is which template was meant to match, and what kept it from that.
  it('tells what the document is and why, which templates missed what, and where each field stands', () => {
    const { document } = shown.explanation;
    const elsewhere = { ...document.tables[0]!, page: 5, title: 'Elsewhere' };
    const found = {
      ...document,
      tables: [...document.tables, elsewhere],
      type: {
        name: 'invoice',
        confidence: 0.97,
        evidence: [
          { rule: 'title', weight: 4, page: 1, bbox: [1, 2, 3, 4] as const },
          { rule: 'thanks', weight: -1.5 },
        ],
        alternatives: [{ name: 'receipt', confidence: 0.02 }],
      },
      fields: [
        {
          name: 'total',
          value: 66,
          raw: '66.00 GBP',
          page: 1,
          bbox: [400, 700, 450, 710] as const,
          confidence: 0.95,
          by: 'template/weir',
          checks: ['net-plus-tax'],
        },
        { name: 'line_items', value: [{ amount: 1 }, { amount: 2 }], raw: '', confidence: 0.9, by: 'template/weir' },
        { name: 'town', value: 'Ulm', raw: 'Ulm', confidence: 0.9, by: 'form/\u{202E}\u{9B}31mnwot' },
      ],
      notes: [
        { stage: 'fields', kind: 'template' as const, accepted: false, rule: 'acme', detail: 'keyword "GB 1" not found' },
        { stage: 'fields', kind: 'template' as const, accepted: true, rule: 'weir', detail: 'all keywords found' },
      ],
    };
    const explained = { ...shown, explanation: { ...shown.explanation, document: found } };
    const text = explanationText(explained, 100);
    expect(text).not.toContain('Elsewhere');
    expect(text.split('\n').slice(9, 20)).toEqual([
      'Document type: invoice, confidence 0.97; then receipt 0.02',
      '  +4.0 title, page 1 [  1   2   3   4]',
      '  -1.5 thanks',
      'Templates',
      '  missed  acme: keyword "GB 1" not found',
      '  matched weir: all keywords found',
      'Fields',
      '  total = 66, read from "66.00 GBP", page 1 [400 700 450 710], confidence 0.95 by template/weir; net-plus-tax',
      '  line_items = 2 rows, confidence 0.90 by template/weir',
      '  town = "Ulm", confidence 0.90 by form/\u{FFFD}\u{FFFD}31mnwot',
      'Findings',
    ]);
    const view = explanationView(explained);
    expect(view.templates).toEqual([
      { name: 'acme', matched: false, why: 'keyword "GB 1" not found' },
      { name: 'weir', matched: true, why: 'all keywords found' },
    ]);
    expect(view.fields.map(({ name, page: on }) => [name, on])).toEqual([
      ['total', 1],
      ['line_items', null],
      ['town', null],
    ]);
    expect(view.document_type?.name).toBe('invoice');
    expect(view.notes).toEqual([]);
  });

  it('says that there is no table, and no picture', () => {
    const { document } = shown.explanation;
    const none = { ...shown, picture: null, explanation: { ...shown.explanation, document: { ...document, tables: [] } } };
    expect(explanationText(none, 100)).toContain('Tables: none\n');
    expect(explanationText(none, 100)).not.toContain('Picture');
  });
});
