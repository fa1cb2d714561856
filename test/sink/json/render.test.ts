import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldDocument } from '../../../src/model/document.ts';
import type { Document, StageOutput } from '../../../src/model/document.ts';
import type { Line, Page } from '../../../src/model/page.ts';
import { render } from '../../../src/sink/json/render.ts';
import { anyText } from '../../support/any-text.ts';

type Include = Parameters<typeof render>[0]['config']['include'];

const file = { path: '/in/a.pdf', filename: 'a.pdf', sha256: 'cafe', bytes: 3, passwords: [] };
const pipeline = { name: 'p', fingerprint: 'f' };

function rendered(document: Document, include: Include = []): string {
  return render({ file, pipeline, config: { folder: '/out', include }, document });
}

const line: Line = {
  text: 'Total 9',
  box: [1, 2, 3, 4],
  size: 10,
  words: [
    { text: 'Total', box: [1, 2, 2, 4] },
    { text: '9', box: [2, 2, 3, 4], confidence: 0.5 },
  ],
  furniture: 'footer',
};
const page: Page = { page: 1, width: 595.28, height: 841.89, rotation: 0, method: 'text', text: 'Total 9', lines: [line] };
const document: Document = {
  mediaType: 'application/pdf',
  metadata: { page_count: 1, title: 'T' },
  tables: [],
  fields: [],
  attachments: [],
  form: [],
  notes: [],
  pages: [page],
  findings: [],
};

it('names the codes of a page, where there are any', () => {
  const pageOf = (result: string): unknown => (JSON.parse(result) as { pages: unknown[] }).pages[0];
  const coded = { ...page, barcodes: [{ format: 'QRCode', text: 'here', box: [10, 10, 30, 30] as const }] };
  expect(pageOf(rendered({ ...document, pages: [coded] }))).toHaveProperty('barcodes', [{ format: 'QRCode', text: 'here', bbox: [10, 10, 30, 30] }]);
  expect(pageOf(rendered(document))).not.toHaveProperty('barcodes');
});

describe('the JSON result', () => {
  it('has these keys in this order, and nothing of this run: no time, no path, no id', () => {
    expect(rendered(document)).toMatchInlineSnapshot(`
      "{
       "format": "millrace.result/1",
       "source": {
        "filename": "a.pdf",
        "sha256": "cafe",
        "bytes": 3,
        "media_type": "application/pdf"
       },
       "pipeline": {
        "name": "p",
        "fingerprint": "f"
       },
       "method": "text",
       "metadata": {
        "title": "T",
        "page_count": 1
       },
       "status": "success",
       "pages": [
        {
         "page": 1,
         "width": 595.28,
         "height": 841.89,
         "rotation": 0,
         "method": "text",
         "text": "Total 9"
        }
       ],
       "tables": [],
       "findings": []
      }
      "
    `);
  });

  it('has the same bytes whatever order the stage outputs of one stage, and the keys within them, came in', () => {
    const outputs: StageOutput[] = [
      {
        page: 0,
        patch: {
          mediaType: 'application/pdf',
          metadata: { page_count: 4, title: 'T', author: 'A' },
          findings: [{ code: 'x', severity: 'info', message: 'whole' }],
        },
      },
      ...[1, 2, 3, 4].map((number) => ({
        page: number,
        patch: { text: `page ${String(number)}`, findings: [{ code: 'y', severity: 'warning' as const, page: number, message: 'm' }] },
      })),
    ];
    const plain = rendered(foldDocument(outputs));
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 }), fc.boolean(), (order, turned) => {
        const [first, ...pages] = outputs as [StageOutput, ...StageOutput[]];
        const metadata = { author: 'A', title: 'T', page_count: 4 };
        const whole = turned ? { ...first, patch: { ...first.patch, metadata } } : first;
        expect(rendered(foldDocument([whole, ...order.flatMap((number) => pages[number - 1] ?? [])]))).toBe(plain);
      }),
    );
  });

  it('puts findings about the whole document first, then page by page, in the order of the stages', () => {
    const finding = (code: string, at?: number) => ({ code, severity: 'info' as const, message: code, ...(at !== undefined && { page: at }) });
    const { findings } = JSON.parse(
      rendered({ ...document, findings: [finding('a', 2), finding('b'), finding('c', 1), finding('d', 2), finding('e')] }),
    ) as Document;
    expect(findings.map(({ code }) => code)).toEqual(['b', 'e', 'c', 'a', 'd']);
  });

  it('is partial when a stage failed somewhere, and success with any other finding', () => {
    const status = (code: string): unknown =>
      (JSON.parse(rendered({ ...document, findings: [{ code, severity: 'error', message: 'm' }] })) as { status: unknown }).status;
    expect([status('stage.failed'), status('text.hidden')]).toEqual(['partial', 'success']);
  });

  it.each<[Page['method'][], string]>([
    [['text', 'blank', 'text'], 'text'],
    [['text', 'ocr'], 'mixed'],
    [['blank', 'blank'], 'blank'],
    [[], 'native'],
    [['ocr', 'mixed'], 'mixed'],
  ])('of pages read by %o is by %s', (methods, method) => {
    expect(JSON.parse(rendered({ ...document, pages: methods.map((each) => ({ ...page, method: each })) }))).toMatchObject({ method });
  });

  it('has tables with their readable form and their cells, and only those facts of them that there are', () => {
    const cell = { row: 0, column: 0, row_span: 1, column_span: 2, text: 'Both', bbox: [1, 2, 9, 4] as const };
    const table = {
      page: 1,
      bbox: [1, 2, 9, 8] as const,
      method: 'lattice' as const,
      confidence: 0.9,
      headers: ['A', 'B'],
      rows: [['1', '2']],
      cells: [cell],
    };
    const continued = {
      ...table,
      pages: [1, 2],
      title: 'T',
      notes: ['in EUR'],
      cells: [cell, { ...cell, row: 1, page: 2, header: 'row' as const }],
    };
    const { tables } = JSON.parse(rendered({ ...document, tables: [table, continued] })) as { tables: unknown };
    expect(tables).toEqual([table, continued]);
  });

  it('has lines, words and furniture when they are asked for', () => {
    const [whole] = (JSON.parse(rendered(document, ['lines', 'words', 'furniture'])) as { pages: unknown[] }).pages;
    expect(whole).toMatchObject({
      lines: [{ text: 'Total 9', bbox: [1, 2, 3, 4], size: 10 }],
      words: [
        { text: 'Total', bbox: [1, 2, 2, 4] },
        { text: '9', bbox: [2, 2, 3, 4], confidence: 0.5 },
      ],
      furniture: [{ text: 'Total 9', role: 'footer' }],
    });
  });

  it('is JSON whatever the text holds, and gives it back', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const [read] = (JSON.parse(rendered({ ...document, pages: [{ ...page, text }] })) as { pages: Page[] }).pages;
        expect(read?.text).toBe(text);
      }),
    );
  });
});
