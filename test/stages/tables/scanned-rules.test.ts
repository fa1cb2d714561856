import { describe, expect, it } from 'vitest';
import { findTables } from '../../../src/stages/tables/find-tables.ts';
import { levelInk, levelPoint, skewBack } from '../../../src/stages/tables/levelled.ts';
import { inkOf } from '../../../src/stages/tables/page-ink.ts';
import { scannedRules } from '../../../src/stages/tables/scanned-rules.ts';
import { drawGrid } from '../../support/draw-grid.ts';
import { drawnPdf } from '../../support/drawn-pdf.ts';
import { randomGrid, seenCells } from '../../support/random-grid.ts';
import { seededRandom } from '../../support/random.ts';
import { pageOf, sourceOf } from '../../support/read-document.ts';

describe('the picture of a page', () => {
  it('gives the same table as what the file draws, spans included', async () => {
    const grid = randomGrid(seededRandom(5), { spans: true });
    const file = sourceOf(drawnPdf([{ content: drawGrid(grid, 'lines') }]));
    const { width = 0, height = 0, lines = [] } = await pageOf(file);
    const edges = await scannedRules(file, 'application/pdf', 1, 0);
    const ink = inkOf(
      { page: 1, width, height, rotation: 0, method: 'ocr', text: '', lines },
      { edges, fills: [], images: [], strokes: [], ignored: 0 },
    );
    const [table] = findTables(ink);
    expect(
      table?.cells
        .filter(({ text }) => text !== '')
        .map(({ row, column, row_span, column_span, text }) => ({ row, column, row_span, column_span, text })),
    ).toEqual(seenCells(grid));
  });
});

describe('a page that was scanned askew', () => {
  it('has level lines once it is levelled', () => {
    const skew = 2;
    const [cos, sin] = [Math.cos((skew * Math.PI) / 180), Math.sin((skew * Math.PI) / 180)];
    expect(levelPoint(500 * cos, 500 * sin, skew)[1]).toBeCloseTo(0);
    const lines = [{ text: 'a', size: 10, box: [500 * cos - 5, 500 * sin - 5, 500 * cos + 5, 500 * sin + 5] as const, words: [] }];
    const ink = inkOf(
      { page: 1, width: 600, height: 800, rotation: 0, method: 'ocr', text: '', lines },
      { edges: [], fills: [], images: [], strokes: [], ignored: 0 },
    );
    expect(levelInk(ink, skew).lines[0]?.box).toEqual([495, -5, 505, 5]);
  });

  it('has its tables where they stand on the scan', () => {
    const table = { page: 1, bbox: [100, 100, 300, 200] as const, method: 'lattice' as const, confidence: 1, headers: [], rows: [], cells: [] };
    const [x0, y0] = skewBack(table, 2).bbox;
    const [x, y] = levelPoint(x0 + 100, y0 + 50, 2);
    expect([x, y]).toEqual([expect.closeTo(200, 1), expect.closeTo(150, 1)]);
  });
});

describe('words that were recognised', () => {
  it('are rid of the rules that were read into them', () => {
    const word = (text: string): { text: string; box: readonly [number, number, number, number]; confidence: number } => ({
      text,
      box: [0, 0, 40, 10],
      confidence: 0.9,
    });
    const lines = [{ text: '', size: 10, box: [0, 0, 40, 10] as const, words: [word('|'), word('|PBUK'), word('12|'), word('plain')] }];
    const ink = inkOf(
      { page: 1, width: 600, height: 800, rotation: 0, method: 'ocr', text: '', lines },
      { edges: [], fills: [], images: [], strokes: [], ignored: 0 },
    );
    expect(ink.words.map(({ text, box }) => [text, box[0], box[2]])).toEqual([
      ['PBUK', 2.5, 40],
      ['12', 0, 37.5],
      ['plain', 0, 40],
    ]);
  });
});
