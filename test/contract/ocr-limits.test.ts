import { watch, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/model/clock.ts';
import { packPatch } from '../../src/model/packing.ts';
import type { StageWork, Workers } from '../../src/model/workers.ts';
import { configDigest } from '../../src/pipeline/config-digest.ts';
import { spec } from '../../src/stages/ocr/spec.ts';
import { createWorkers } from '../../src/workers/host.ts';
import { outputsOf, roomy } from '../support/chaos-pool.ts';
import { drawnRaster } from '../support/drawn-raster.ts';
import { fakeTesseract } from '../support/fake-tesseract.ts';
import { goneWithin, processesIn } from '../support/processes.ts';
import { scannedPdf } from '../support/scanned-pdf.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { startChatService } from '../support/chat-service.ts';

/** Milliseconds: long enough for the engine to be asked, however busy the machine. */
const limit = 4_000;

let workers: Workers;
beforeAll(async () => {
  workers = createWorkers({ processes: 1, node: process.execPath, emit: () => undefined, clock: systemClock });
  await workers.ready();
});
afterAll(() => workers.close());

// What an engine waits for is not in its hands: a program that hangs, a service that never answers.
describe('an engine that never comes back is ended at the limit of the task, and the worker after it works', () => {
  it('when it is a program, with the program', async () => {
    const folder = tempFolder();
    const program = fakeTesseract({ reads: `cd ${folder}; : >begun; exec sleep 600` });
    const begun = once(watch(folder), 'change');
    const ended = expect(outputsOf(workers, workOn({ engine: 'tesseract', program }), { ...roomy, timeout: limit })).rejects.toMatchObject({
      code: 'worker.timeout',
    });
    await begun;
    expect(processesIn(folder)).toHaveLength(1);
    await ended;
    expect(await goneWithin(folder, 2_000)).toBeDefined();
    expect(await outputsOf(workers, workOn({ mode: 'skip', pages: '9' }))).toHaveLength(1);
  });

  it('when it is a service', async () => {
    const service = await startChatService(() => 'silent');
    const work = workOn({ engine: 'openai-compatible', base_url: service.address, model: 'eyes' });
    await expect(outputsOf(workers, work, { ...roomy, timeout: limit })).rejects.toMatchObject({ code: 'worker.timeout' });
    expect(service.asked).toHaveLength(1);
    await service.close();
  });
});

function workOn(options: object): StageWork {
  const folder = tempFolder();
  const path = join(folder, 'scan.pdf');
  const bytes = scannedPdf([drawnRaster(['some words'], { dpi: 100, height: 200 })]);
  writeFileSync(path, bytes);
  const file = { path, filename: 'scan.pdf', sha256: folder, bytes: bytes.length, passwords: [] };
  const inputs = [
    { page: 0, bytes: packPatch({ mediaType: 'application/pdf', metadata: { page_count: 1 } }) },
    { page: 1, bytes: packPatch({ method: 'blank', width: 595, height: 200, text: '', lines: [] }) },
  ];
  const config = spec.config.parse({ mode: 'force', dpi: 100, ...options });
  return { kind: 'stage', stage: 'ocr', file, config, digest: configDigest(config), inputs, pages: [1] };
}
