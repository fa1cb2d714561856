import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/model/clock.ts';
import { packPatch } from '../../src/model/packing.ts';
import type { RenderWork, Workers } from '../../src/model/workers.ts';
import { createWorkers } from '../../src/workers/host.ts';
import { outputsOf, stageWork } from '../support/chaos-pool.ts';

let folder: string;
let workers: Workers;

// The entry as the daemon starts it, with the stages and sinks of the catalogue.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'millrace-child-'));
  workers = createWorkers({ processes: 1, node: process.execPath, emit: () => undefined, clock: systemClock });
  await workers.ready();
});
afterAll(async () => {
  await workers.close();
  await rm(folder, { recursive: true });
});

describe('the entry of a worker', () => {
  it('loads a stage by its name and keeps the code of its error', async () => {
    const path = join(folder, 'note.txt');
    await writeFile(path, 'no PDF at all');
    const work = stageWork('identify', { path, pages: [0], config: { max_bytes: 1000, max_pages: 10 } });
    await expect(outputsOf(workers, work)).rejects.toMatchObject({ code: 'document.unsupported-type' });
  });

  it('loads a sink by its name and renders the fold of what the stages said', async () => {
    const work: RenderWork = {
      kind: 'render',
      sink: 'json',
      form: 'file',
      file: { path: '/nowhere/a.pdf', filename: 'a.pdf', sha256: 'a', bytes: 1, passwords: [] },
      pipeline: { name: 'p', fingerprint: 'f' },
      config: { include: [] },
      inputs: [
        { page: 0, bytes: packPatch({ mediaType: 'application/pdf', metadata: { page_count: 1 } }) },
        { page: 1, bytes: packPatch({ text: 'read' }) },
      ],
      target: join(folder, 'result.json'),
    };
    await outputsOf(workers, work);
    expect(JSON.parse(await readFile(work.target, 'utf8'))).toMatchObject({ format: 'millrace.result/1', pages: [{ page: 1, text: 'read' }] });
  });

  // A name becomes part of a path that is imported.
  it.each(['../stages/identify', 'identify/../text', 'Identify', '', 'node:fs', 'a%2fb'])('imports nothing for the name "%s"', async (stage) => {
    await expect(outputsOf(workers, stageWork(stage))).rejects.toMatchObject({
      code: 'internal.unexpected',
      message: `"${stage}" is no name of a stage or sink`,
    });
  });

  it('fails a task, not itself, when there is no such stage', async () => {
    await expect(outputsOf(workers, stageWork('not-there'))).rejects.toMatchObject({ code: 'internal.unexpected' });
    await expect(workers.ready()).resolves.toBeUndefined();
  });
});
