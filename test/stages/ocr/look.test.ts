import { describe, expect, it } from 'vitest';
import { lookAt } from '../../../src/stages/ocr/look.ts';
import { prepare, scaleFor } from '../../../src/stages/ocr/prepare.ts';
import { seededRandom } from '../../support/random.ts';
import { drawnRaster } from '../../support/drawn-raster.ts';
import { cleanScan, scannedPage } from '../../support/scanned-page.ts';

describe('what a page looks like', () => {
  // Skew that is off by more makes lines run into each other over the width of a page.
  it.each([-14, -7.3, -3, -1.2, -0.3, 0, 0.4, 0.85, 2.6, 5, 9.7, 14.5])('finds a skew of %f degrees to a tenth', (angle) => {
    expect(Math.abs(lookAt(scannedPage(1, { ...cleanScan, dpi: 150, angle, noise: 8 }).raster).skew - angle)).toBeLessThan(0.1);
  });

  it.each([
    [0, 0],
    [90, 90],
    [180, 0],
    [270, 90],
  ])('sees that the lines of a page turned by %i degrees need a turn of %i', (angle, turn) => {
    const look = lookAt(scannedPage(2, { ...cleanScan, angle: angle + 1.5 }).raster);
    expect([look.turn, Math.round(look.skew * 10) / 10]).toEqual([turn, 1.5]);
  });

  it('measures the height of capitals, whatever the resolution', () => {
    // Capitals of this type are 0.72 of its size.
    for (const dpi of [100, 200, 300]) {
      const { size } = lookAt(drawnRaster(Array<string>(20).fill('CAPITALS OF TWELVE POINTS'), { dpi, size: 12, width: 350, height: 400 }));
      expect(Math.abs(size - (0.72 * 12 * dpi) / 72)).toBeLessThanOrEqual(0.15 * size);
    }
  });

  it('takes a receipt for one block and a page of text for what may have columns', () => {
    const receipt = ['SUPPER MARKET', 'MILK 2 1.20 2.40', 'BREAD 1 3.10 3.10', 'TOTAL 5.50', 'THANK YOU'];
    expect(lookAt(drawnRaster(receipt)).segmentation).toBe('block');
    expect(lookAt(scannedPage(3, cleanScan).raster).segmentation).toBe('page');
  });

  it('finds nothing on an empty page and on noise, and leaves both as they are', () => {
    const empty = drawnRaster([], { dpi: 72 });
    const random = seededRandom(5);
    const noise = { ...empty, data: Uint8Array.from(empty.data, () => 240 + 12 * random()) };
    for (const page of [empty, noise]) {
      const look = lookAt(page);
      expect([look.letters, look.size, look.turn, look.skew]).toEqual([[], 0, 0, 0]);
      expect(prepare(page, look, 0).raster).toMatchObject({ width: page.width, height: page.height });
    }
  });
});

describe('a page that is prepared', () => {
  it('has capitals of a size that can be read, small type enlarged and large type reduced', () => {
    for (const [dpi, size] of [
      [72, 9],
      [200, 40],
    ] as const) {
      const page = drawnRaster(Array<string>(8).fill('CAPITALS AND MORE'), { dpi, size, width: 400, height: 400 });
      const look = lookAt(page);
      const { raster } = prepare(page, look, 0);
      const capitals = lookAt(raster).size;
      expect(capitals).toBeGreaterThan(17);
      expect(capitals).toBeLessThan(50);
    }
  });

  // Specks of a large page were taken for small type, and the page enlarged beyond the memory of a worker.
  it('is not enlarged to more than a worker has the memory for', () => {
    expect(9_000_000 * scaleFor(8, 9_000_000) ** 2).toBeLessThan(25_000_001);
    expect([scaleFor(8, 1_000_000), scaleFor(8, 40_000_000)]).toEqual([3, 1]);
  });

  it('is upright and straight', () => {
    const page = scannedPage(4, { ...cleanScan, angle: 92 }).raster;
    const look = lookAt(page);
    expect(look.turn).toBe(90);
    const again = lookAt(prepare(page, look, 90).raster);
    expect([again.turn, Math.abs(again.skew) < 0.1]).toEqual([0, true]);
  });
});
