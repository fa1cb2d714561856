import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { foldDocument } from '../../../src/model/document.ts';
import type { Document } from '../../../src/model/document.ts';
import type { PictureLayer } from '../../../src/model/explanation.ts';
import type { Box, Word } from '../../../src/model/page.ts';
import type { TableCell } from '../../../src/model/table.ts';
import { render } from '../../../src/sink/explain/render.ts';
import { drawnPdf, put } from '../../support/drawn-pdf.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const table: Box = [100, 200, 300, 240];
const refused: Box = [100, 400, 300, 440];

const cell = (column: number, bbox: Box): TableCell => ({ row: 0, column, row_span: 1, column_span: 1, text: String(column), bbox });
const word = (text: string, box: Box, confidence?: number): Word => ({ text, box, ...(confidence !== undefined && { confidence }) });

/** One page with a table of two cells, a refused candidate, two lines and words that were recognised well and badly. */
const document: Document = {
  ...foldDocument([]),
  mediaType: 'application/pdf',
  metadata: { page_count: 1 },
  pages: [
    {
      page: 1,
      width: 600,
      height: 800,
      rotation: 0,
      method: 'ocr',
      text: 'well badly',
      lines: [
        {
          text: 'well badly',
          box: [100, 600, 300, 620],
          size: 12,
          words: [word('well', [100, 600, 180, 620], 0.97), word('badly', [200, 600, 300, 620], 0.2)],
        },
      ],
    },
  ],
  tables: [
    {
      page: 1,
      bbox: table,
      method: 'lattice',
      confidence: 0.9,
      headers: [],
      rows: [['0', '1']],
      cells: [cell(0, [100, 200, 200, 240]), cell(1, [200, 200, 300, 240])],
    },
  ],
  fields: [],
  attachments: [],
  form: [],
  notes: [
    { stage: 'tables', kind: 'edge', box: [400, 100, 400, 300] },
    { stage: 'tables', kind: 'region', box: refused, accepted: false, rule: 'prose' },
    // What a document may make of a page: none of it may throw, or draw outside of the page.
    { stage: 'tables', kind: 'region', box: [Number.NaN, 0, 1, 1], accepted: false },
    { stage: 'tables', kind: 'region', box: [-1e9, -1e9, 1e9, 1e9], accepted: false, rule: 'x'.repeat(400) },
  ],
};

function pdf() {
  const path = join(tempFolder(), 'made.pdf');
  writeFileSync(path, drawnPdf([{ content: put([[110, 570, 'one']]) }]));
  return { path, filename: 'made.pdf', sha256: path, bytes: 1, passwords: [] };
}

interface Picture {
  width: number;
  height: number;
  /** Red, green and blue at a point of the page. */
  at: (x: number, y: number) => number[];
}

/** The page is 1,600 pixels high; it starts where its edge is drawn. */
const scale = 2;

async function drawn(of: Document, only: readonly PictureLayer[] = []): Promise<Picture> {
  const png = await render({ file: pdf(), document: of, pipeline: { name: 'p', fingerprint: 'f' }, config: { page: 1, only } });
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixel = (x: number, y: number): number[] => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
  const left = 16;
  const top = info.height - 16 - 800 * scale;
  return { width: info.width, height: info.height, at: (x, y) => pixel(Math.round(left + x * scale), Math.round(top + y * scale)) };
}

const near = (colour: readonly number[], wanted: readonly number[]): boolean => colour.every((value, i) => Math.abs(value - (wanted[i] ?? 0)) < 40);
const blue = [0, 114, 178];
const sky = [86, 180, 233];
const green = [0, 158, 115];
const vermilion = [213, 94, 0];
const ochre = [143, 106, 0];
const white = [255, 255, 255];

describe('the picture of a page', () => {
  it('has the page at its size, with room for what is written', async () => {
    const { width, height } = await drawn(document);
    expect(width).toBe(16 + 600 * scale + 20 + 440 + 16);
    expect(height).toBeGreaterThan(800 * scale + 60);
  });

  it('shows the table, its cells, edges and candidates where they are, and nothing where nothing is', async () => {
    const { at } = await drawn(document);
    expect(near(at(250, 240), blue)).toBe(true);
    expect(near(at(200, 220), sky)).toBe(true);
    expect(near(at(400, 150), green)).toBe(true);
    // A dash may end here or there.
    expect([0, 1, 2, 3, 4, 5, 6, 7].some((step) => near(at(300, 405 + step), vermilion))).toBe(true);
    expect(near(at(500, 700), white)).toBe(true);
  });

  // Those of other pages, and those that stand on none, are for the listing.
  it('marks the fields that stand on this page', async () => {
    const field = { name: 'total', value: 1, raw: '1', confidence: 0.9, by: 'invoice/total' };
    const other = { ...field, page: 2, bbox: [400, 500, 500, 540] as const };
    const { at } = await drawn({ ...document, fields: [{ ...field, page: 1, bbox: [400, 600, 500, 640] }, other, field] }, ['fields']);
    expect(near(at(450, 640), ochre)).toBe(true);
    expect(near(at(450, 540), white)).toBe(true);
  });

  it('colours what was recognised badly unlike what was recognised well', async () => {
    const { at } = await drawn(document);
    const [red = 0, , ofBlue = 0] = at(140, 610);
    expect(ofBlue).toBeGreaterThan(red);
    const [ofRed = 0, , less = 0] = at(250, 610);
    expect(ofRed).toBeGreaterThan(less);
  });

  it('shows only what was asked for', async () => {
    const { at } = await drawn(document, ['cells']);
    expect(near(at(200, 220), sky)).toBe(true);
    for (const [x, y] of [
      [400, 150],
      [140, 610],
      [300, 410],
    ] as const)
      expect(near(at(x, y), white)).toBe(true);
  });

  it('is made on white when the page cannot be drawn: the rest is still of use', async () => {
    const { at } = await drawn({ ...document, mediaType: 'text/plain' });
    expect(near(at(250, 240), blue)).toBe(true);
  });

  it('is the same for the same page', async () => {
    const task = { file: pdf(), document, pipeline: { name: 'p', fingerprint: 'f' }, config: { page: 1, only: [] } };
    expect(Buffer.compare(await render(task), await render(task))).toBe(0);
  });
});
