import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goesOnlyForward, monotoneParts } from '../../../src/stages/text/drawn-order.ts';
import { orderSegments } from '../../../src/stages/text/reading-order.ts';
import type { Segment } from '../../../src/stages/text/segments.ts';
import { cutIntoOrder } from '../../../src/stages/text/xy-cut.ts';

let drawn = 0;

function segment(u0: number, top: number, width: number, size = 10): Segment {
  const run = {
    text: 'x'.repeat(Math.max(1, Math.round(width / 5))),
    x: u0,
    y: top + size,
    angle: 0,
    width,
    size,
    ascent: 0.8,
    descent: 0.2,
    rtl: false,
    monospaced: false,
    spaced: true,
  };
  const box = { u0, u1: u0 + width, top, bottom: top + size };
  return { ...box, runs: [{ ...box, run, order: drawn++ }], size, rtl: false };
}

const anySegment = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 6, max: 24 }))
  .map(([u0, top, width, size]) => segment(u0, top, width, size));
const anyPage = fc.array(anySegment, { maxLength: 60 });

describe.each([
  ['the XY-cut', cutIntoOrder],
  ['the reading order', orderSegments],
])('%s', (_, order) => {
  it('gives back every segment exactly once, whatever the page looks like', () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        expect([...order(page)].sort(byIdentity)).toEqual([...page].sort(byIdentity));
      }),
    );
  });

  it('is the same every time, and does not change what it was given', () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const before = [...page];
        expect(order(page)).toEqual(order(page));
        expect(page).toEqual(before);
      }),
    );
  });
});

describe('columns of prose', () => {
  const columns = fc.record({
    count: fc.integer({ min: 2, max: 3 }),
    lines: fc.integer({ min: 6, max: 25 }),
    gutter: fc.integer({ min: 14, max: 40 }),
    leading: fc.integer({ min: 11, max: 16 }),
    ragged: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 25, maxLength: 25 }),
  });

  it('are never read across, in whatever order the file draws their lines', () => {
    fc.assert(
      fc.property(columns, fc.integer(), ({ count, lines, gutter, leading, ragged }, seed) => {
        const width = 600 / count - gutter;
        const made = Array.from({ length: count }, (_, column) =>
          Array.from({ length: lines }, (_, line) =>
            segment(column * (width + gutter), 50 + line * leading, width - (ragged[(line * (column + 1)) % 25] ?? 0)),
          ),
        );
        const rowByRow = Array.from({ length: lines }, (_, line) => made.map((column) => column[line]).filter((one) => one !== undefined)).flat();
        const shuffled = [...rowByRow].sort((a, b) => hash(a, seed) - hash(b, seed));
        expect(cutIntoOrder(rowByRow)).toEqual(made.flat());
        expect(cutIntoOrder(shuffled)).toEqual(made.flat());
      }),
    );
  });
});

describe('a title over two columns', () => {
  it('stays between what stands above and below it', () => {
    const column = (u0: number, top: number): Segment[] => Array.from({ length: 6 }, (_, line) => segment(u0, top + 14 * line, 240));
    const [above, aboveRight, title, below, belowRight] = [column(0, 0), column(270, 0), segment(0, 100, 500), column(0, 130), column(270, 130)];
    const page = [...above, ...below, title, ...aboveRight, ...belowRight];
    expect(cutIntoOrder(page)).toEqual([...above, ...aboveRight, title, ...below, ...belowRight]);
  });
});

describe('the order in which a file draws', () => {
  const lines = (top: number, count = 8): Segment[] => Array.from({ length: count }, (_, line) => segment(0, top + 14 * line, 400));

  it('is kept through the small steps of a formula', () => {
    const formula = [segment(0, 220, 200), segment(210, 214, 90), segment(212, 226, 90)];
    const page = [...lines(100), ...formula, ...lines(260)];
    expect(monotoneParts(page)).toHaveLength(1);
    expect(orderSegments(page)).toEqual(page);
  });

  it('is not kept when every step goes up', () => {
    const upwards = lines(100).reverse();
    expect(orderSegments(upwards)).toEqual([...upwards].reverse());
    expect(goesOnlyForward(upwards)).toBe(false);
  });
});

function byIdentity(a: Segment, b: Segment): number {
  return (a.runs[0]?.order ?? 0) - (b.runs[0]?.order ?? 0);
}

function hash(one: Segment, seed: number): number {
  const mixed = Math.imul((one.runs[0]?.order ?? 0) + 1, 0x9e3779b1) ^ seed;
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 0;
}
