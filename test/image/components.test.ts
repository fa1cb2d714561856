import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findComponents } from '../../src/image/components.ts';
import type { Component } from '../../src/image/components.ts';
import type { InkMask } from '../../src/image/ink-mask.ts';

const masks = fc
  .record({ width: fc.integer({ min: 1, max: 14 }), height: fc.integer({ min: 1, max: 14 }) })
  .chain(({ width, height }) =>
    fc
      .array(fc.integer({ min: 0, max: 1 }), { minLength: width * height, maxLength: width * height })
      .map((bits): InkMask => ({ width, height, data: Uint8Array.from(bits) })),
  );

test('components are what filling from pixel to pixel finds', () => {
  fc.assert(
    fc.property(masks, (mask) => {
      expect(sorted(findComponents(mask))).toEqual(sorted(filled(mask)));
    }),
  );
});

test('the arms of a U are one component, though they meet in the last row', () => {
  const data = Uint8Array.from([1, 0, 1, 1, 0, 1, 1, 1, 1]);
  expect(findComponents({ width: 3, height: 3, data })).toEqual([{ left: 0, top: 0, right: 2, bottom: 2, ink: 7 }]);
});

function sorted(components: Component[]): string[] {
  return components.map((component) => JSON.stringify(component)).sort();
}

function filled({ width, height, data }: InkMask): Component[] {
  const left = Uint8Array.from(data);
  const found: Component[] = [];
  for (let start = left.indexOf(1); start >= 0; start = left.indexOf(1)) {
    const places = fill(left, width, height, start);
    const [xs, ys] = [places.map((at) => at % width), places.map((at) => Math.floor(at / width))];
    found.push({ left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys), ink: places.length });
  }
  return found;
}

/** Takes out everything that touches the start. */
function fill(left: Uint8Array, width: number, height: number, start: number): number[] {
  const places = [start];
  left[start] = 0;
  for (const at of places) {
    const [x, y] = [at % width, Math.floor(at / width)];
    for (let near = 0; near < 9; near++) {
      const [i, j] = [x - 1 + (near % 3), y - 1 + Math.floor(near / 3)];
      if (i < 0 || j < 0 || i >= width || j >= height || left[j * width + i] === 0) continue;
      left[j * width + i] = 0;
      places.push(j * width + i);
    }
  }
  return places;
}
