import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, applyToBox, inverse, turned } from '../../src/image/affine.ts';

const sides = fc.integer({ min: 1, max: 5000 });
const frames = fc.record({
  width: sides,
  height: sides,
  degrees: fc.double({ min: -360, max: 360, noNaN: true }),
  scale: fc.double({ min: 0.1, max: 4, noNaN: true }),
});

test('a point that goes to the turned picture and back is where it was', () => {
  fc.assert(
    fc.property(frames, sides, sides, ({ width, height, degrees, scale }, x, y) => {
      const { forward } = turned(width, height, degrees, scale);
      const [there, down] = apply(forward, x, y);
      const [backX, backY] = apply(inverse(forward), there, down);
      expect(Math.abs(backX - x)).toBeLessThan(1e-6);
      expect(Math.abs(backY - y)).toBeLessThan(1e-6);
    }),
  );
});

test('all of a picture lies in the frame that it is turned into', () => {
  fc.assert(
    fc.property(frames, ({ width, height, degrees, scale }) => {
      const frame = turned(width, height, degrees, scale);
      const [x0, y0, x1, y1] = applyToBox(frame.forward, [0, 0, width, height]);
      // A frame has whole pixels.
      expect(Math.min(x0, y0)).toBeGreaterThan(-0.001);
      expect(x1 - frame.width).toBeLessThanOrEqual(0.501);
      expect(y1 - frame.height).toBeLessThanOrEqual(0.501);
    }),
  );
});

test.each([
  [90, [30, 0]],
  [180, [20, 30]],
  [270, [0, 20]],
] as const)('turned clockwise by %i degrees, the top left corner of 20 × 30 pixels comes to %j', (degrees, corner) => {
  expect(apply(turned(20, 30, degrees, 1).forward, 0, 0)).toEqual(corner);
});
