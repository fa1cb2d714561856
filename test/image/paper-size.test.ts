import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsOf, resolutionOf } from '../../src/image/paper-size.ts';

const square = (dpi: number) => ({ across: dpi, down: dpi });

describe('the resolution of a picture', () => {
  it('is what its file states, also when the two directions differ, as of a fax', () => {
    expect(resolutionOf(1728, 1100, { across: 204, down: 98 })).toEqual({ across: 204, down: 98 });
    expect(pointsOf({ width: 1728, height: 1100, resolution: { across: 204, down: 98 } })).toEqual({ width: 609.88, height: 808.16 });
  });

  it.each([
    ['a photo of a camera that writes 72', 4000, 3000, 72, 362.81],
    ['a scan without any', 2480, 3508, undefined, 300.01],
    ['a sheet of 96 dpi', 794, 1123, 96, 96.04],
    ['a screenshot', 1920, 1080, 96, 164.2],
    ['a small picture', 200, 80, undefined, 72],
    ['one that states nonsense', 2480, 3508, 1_000_000, 300.01],
  ])('is such that %s fills a sheet of A4, or less', (_, width, height, stated, dpi) => {
    const found = resolutionOf(width, height, stated === undefined ? undefined : square(stated));
    expect(found.across).toBeCloseTo(dpi, 1);
    expect(found.down).toBe(found.across);
  });

  it('gives every picture a page of a size between nothing and A4, when none is stated', () => {
    const side = fc.integer({ min: 1, max: 30_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const page = pointsOf({ width, height, resolution: resolutionOf(width, height, undefined) });
        expect(Math.max(page.width, page.height)).toBeLessThan(842);
        expect(Math.min(page.width, page.height)).toBeLessThan(596);
      }),
    );
  });
});
