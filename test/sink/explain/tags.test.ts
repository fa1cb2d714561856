import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSheet } from '../../../src/image/canvas.ts';
import { sharedArea } from '../../../src/sink/explain/frame.ts';
import type { Area, Frame } from '../../../src/sink/explain/frame.ts';
import { writeTags } from '../../../src/sink/explain/tags.ts';

/** A frame that remembers what was written where. */
function frame(width = 1_000, height = 1_400): { frame: Frame; places: Area[] } {
  const { pen } = openSheet(10, 10);
  const places: Area[] = [];
  const fillRect = pen.fillRect.bind(pen);
  pen.fillRect = (x: number, y: number, w: number, h: number) => {
    places.push({ x, y, width: w, height: h });
    fillRect(x, y, w, h);
  };
  return { frame: { pen, x: 16, y: 80, width, height, scale: 1 }, places };
}

const tag = (text: string, area: Area) => ({ text, area, colour: '#000', strong: false });

describe('labels', () => {
  it('of several findings at one place stand beside each other, not on top', () => {
    const { frame: on, places } = frame();
    const area = { x: 200, y: 300, width: 400, height: 200 };
    writeTags(
      on,
      ['T1 lattice 0.93', '2 prose', '3 a frame', '4 list'].map((text) => tag(text, area)),
    );
    expect(places).toHaveLength(4);
    for (const [i, a] of places.entries()) for (const b of places.slice(i + 1)) expect(sharedArea(a, b)).toBe(0);
  });

  it('stay on the page wherever their areas are', () => {
    const number = fc.integer({ min: -50, max: 1_500 });
    const area = fc.record({ x: number, y: number, width: fc.nat(1_500), height: fc.nat(1_500) });
    fc.assert(
      fc.property(fc.array(area, { maxLength: 12 }), (areas) => {
        const { frame: on, places } = frame();
        writeTags(
          on,
          areas.map((at, i) => tag(`${i} rule`, at)),
        );
        for (const { x, y, width, height } of places) {
          expect(x).toBeGreaterThanOrEqual(on.x);
          expect(y).toBeGreaterThanOrEqual(on.y);
          expect(x + width).toBeLessThanOrEqual(on.x + on.width);
          expect(y + height).toBeLessThanOrEqual(on.y + on.height);
        }
      }),
      { numRuns: 50 },
    );
  });
});
