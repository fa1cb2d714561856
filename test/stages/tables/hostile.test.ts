import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edge } from '../../../src/model/drawing.ts';
import type { Box } from '../../../src/model/page.ts';
import { findTables } from '../../../src/stages/tables/find-tables.ts';
import type { InkWord, PageInk } from '../../../src/stages/tables/page-ink.ts';
import { seededRandom } from '../../support/random.ts';

const empty: PageInk = { page: 1, width: 600, height: 800, lines: [], words: [], edges: [], fills: [], images: [], strokes: [], ignored: 0 };

const word = (x: number, y: number, text = '12', angle = 0): InkWord => ({ text, box: [x, y, x + 10, y + 8], line: 0, size: 8, angle });
const edge = (way: Edge['way'], at: number, from: number, to: number): Edge => ({ way, at, from, to, thickness: 0.5 });

const place = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map((step) => step * 20),
  fc.double({ min: -50, max: 900 }),
  fc.constantFrom(NaN, Infinity, -Infinity, 1e300),
);
const anyEdge = fc.tuple(fc.constantFrom('h' as const, 'v' as const), place, place, place).map(([way, at, from, to]) => edge(way, at, from, to));
const anyWord = fc
  .tuple(
    fc.integer({ min: 0, max: 590 }),
    fc.integer({ min: 0, max: 790 }),
    fc.constantFrom('12', 'name', '(3.5)', '–', 'Table 1'),
    fc.constantFrom(0, 0, 0, 90, 270, 33),
  )
  .map(([x, y, text, angle]) => word(x, y, text, angle));
const anyBox = fc.tuple(place, place, place, place).map((box): Box => box);
const anyInk = fc
  .record({
    words: fc.array(anyWord, { maxLength: 80 }),
    edges: fc.array(anyEdge, { maxLength: 60 }),
    fills: fc.array(anyBox, { maxLength: 10 }),
    strokes: fc.array(anyBox, { maxLength: 5 }),
  })
  .map((parts): PageInk => ({ ...empty, ...parts }));

describe('any page', () => {
  it('gives tables whose cells lie within their grid, do not overlap, and are somewhere', () => {
    fc.assert(
      fc.property(anyInk, (ink) => {
        for (const { cells, bbox, confidence, rows } of findTables(ink)) {
          expect([...bbox, ...cells.flatMap((cell) => cell.bbox), confidence].every(Number.isFinite)).toBe(true);
          const columns = rows[0]?.length ?? 0;
          const taken = new Set<string>();
          for (const { row, column, row_span, column_span } of cells) {
            expect(column + column_span).toBeLessThanOrEqual(columns);
            for (let r = row; r < row + row_span; r++) {
              for (let c = column; c < column + column_span; c++) {
                expect(taken.has(`${r} ${c}`)).toBe(false);
                taken.add(`${r} ${c}`);
              }
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('holds each word once at the most', () => {
    fc.assert(
      fc.property(anyInk, (ink) => {
        const words = ink.words.map((one, at) => ({ ...one, text: `w${at}` }));
        const held = findTables({ ...ink, words }).flatMap(({ cells }) =>
          cells.flatMap((cell) => cell.text.split(' ').filter((text) => text !== '')),
        );
        expect(new Set(held).size).toBe(held.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a page with more than a reader can take in', () => {
  const random = seededRandom(3);
  const randomEdge = (): Edge => {
    const from = random() * 600;
    return edge(random() < 0.5 ? 'h' : 'v', random() * 800, from, from + random() * 100);
  };

  it('is let go when a hundred thousand rules cross each other', () => {
    expect(findTables({ ...empty, edges: Array.from({ length: 100_000 }, randomEdge) })).toEqual([]);
  });

  it('is let go when it is millimetre paper', () => {
    const edges = Array.from({ length: 600 }, (_, at) => edge(at % 2 === 0 ? 'h' : 'v', at * 3, 0, 1800));
    expect(findTables({ ...empty, edges, words: [word(10, 10), word(500, 500)] })).toEqual([]);
  });

  it('is read when it is a spreadsheet of ten thousand cells', () => {
    const edges = Array.from({ length: 202 }, (_, at) => edge(at % 2 === 0 ? 'h' : 'v', (at >> 1) * 14, 0, 1400));
    const words = Array.from({ length: 10_000 }, (_, at) => word((at % 100) * 14 + 2, Math.floor(at / 100) * 14 + 2, String(at)));
    const [table] = findTables({ ...empty, width: 1400, height: 1400, edges, words });
    expect(table?.cells).toHaveLength(10_000);
    expect(table?.cells[5050]?.text).toBe('5050');
  });
});
