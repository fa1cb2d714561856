import { writeFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { test } from '../support/in-workspace.ts';
import { readLedger } from '../support/ledger-copy.ts';
import { pdfOf } from '../support/made-documents.ts';
import { processesIn } from '../support/processes.ts';
import { seededRandom } from '../support/random.ts';

// Catches a stop that waits for ever, one that counts against the document, and one that loses what was read.
test('a document that cannot end within the time of a drain goes back as it was, and the next start goes on behind its last page', async ({
  place,
}) => {
  const pipeline = await place.read('pipelines', 'documents.yaml');
  await writeFile(place.at('pipelines', 'documents.yaml'), pipeline.replace('[identify,', '[{ use: identify, max_pages: 20000 },'));
  await writeFile(place.at('watch', 'endless.pdf'), pdfOf(seededRandom(6), 9_000));
  const daemon = place.start(['run', '--json', '--port', '0', '--log', 'debug', '--concurrency', '1']);
  await daemon.nth(({ event, stage }) => event === 'task.started' && stage === 'text', 1);
  const stopped = performance.now();
  daemon.kill('SIGTERM');
  expect((await daemon.ended).code).toBe(0);
  expect(performance.now() - stopped).toBeLessThan(30_000);
  expect(processesIn(place.folder)).toEqual([]);
  const ledger = await readLedger(place.at('.millrace'));
  expect(ledger?.jobs).toMatchObject([{ status: 'pending', retries: 0, error_code: null }]);
  const pages = ledger?.checkpoints.filter(({ stage }) => stage === 'text').length ?? 0;
  expect(pages).toBeGreaterThan(0);

  const next = place.start(['run', '--json', '--port', '0', '--log', 'debug', '--concurrency', '1']);
  expect(await next.nth(({ event, stage }) => event === 'stage.reused' && stage === 'text', 1)).toMatchObject({ pages });
  expect(await next.nth(({ event, stage }) => event === 'task.started' && stage === 'text', 1)).toMatchObject({ first: pages + 1 });
});
