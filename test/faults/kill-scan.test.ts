import { test } from '../support/in-workspace.ts';
import { expectKilledScan } from './killed-scan.ts';

// Catches OCR that is done again after a kill, which costs seconds a page; the long form is in kill-scan.slow.test.ts.
test('a scan of 8 pages that is killed in the middle goes on behind the pages that it has read', async ({ place }) => {
  await expectKilledScan(place, { pages: 8, killAfter: [2], engine: 'tesseract.js' });
});
