import { findTesseract } from '../../src/stages/ocr/engines/tesseract-program.ts';
import { test } from '../support/in-workspace.ts';
import { expectKilledScan } from './killed-scan.ts';

test('a scan of 60 pages that is killed five times is read once', async ({ place }) => {
  await expectKilledScan(place, { pages: 60, killAfter: [1, 4, 7, 2, 5], engine: 'tesseract.js' });
});

// The native program is a process of its own, which would read on when its worker is gone.
test.skipIf(findTesseract(undefined) === undefined)('so is one that the native program reads, and no program is left', async ({ place }) => {
  await expectKilledScan(place, { pages: 60, killAfter: [1, 4, 7, 2, 5], engine: 'tesseract' });
});
