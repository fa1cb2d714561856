import { expect, test } from 'vitest';
import { tesseractJs } from '../../../src/stages/ocr/engines/tesseract-js.ts';
import { readRaster } from '../../../src/stages/ocr/read-raster.ts';
import { seededRandom } from '../../support/random.ts';
import { scannedPage } from '../../support/scanned-page.ts';
import type { Scan } from '../../support/scanned-page.ts';
import { wordAgreement } from '../../support/word-agreement.ts';

const pages = 48;

/** Every kind of trouble with every resolution and every quarter turn. */
function scanOf(index: number): Scan {
  const random = seededRandom(index);
  const quarters = [0, 0, 0, 90, 180, 270];
  return {
    dpi: [150, 200, 300][index % 3] ?? 150,
    angle: (quarters[Math.floor(index / 3) % quarters.length] ?? 0) + (random() * 6 - 3) * (index % 2),
    ink: random() * (index % 4 === 1 ? 150 : 60),
    shadow: index % 3 === 2 ? random() * 0.6 : 0,
    noise: random() * 15,
  };
}

test('pages of known text come back from scans of all kinds: half of them with 97 words of 100 or more, none with less than 90', async () => {
  const found: number[] = [];
  for (let index = 0; index < pages; index++) {
    const { raster, words } = scannedPage(index, scanOf(index));
    found.push(wordAgreement(words, (await readRaster(raster, tesseractJs, ['eng'])).lines));
  }
  found.sort((a, b) => a - b);
  expect(found[0]).toBeGreaterThanOrEqual(0.9);
  expect(found[pages / 2]).toBeGreaterThanOrEqual(0.97);
});
