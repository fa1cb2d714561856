import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { drawnRaster } from '../support/drawn-raster.ts';
import { test } from '../support/in-workspace.ts';
import { scannedPdf } from '../support/scanned-pdf.ts';
import { startChatService } from '../support/chat-service.ts';
import { seeing } from '../support/vision-service.ts';
import type { Answer, Asked, ChatService } from '../support/chat-service.ts';
import { filesBelow } from '../support/workspace.ts';
import type { Workspace } from '../support/workspace.ts';

const key = 'sk-test-0a1b2c3d4e5f';
const shown = ['Bolts and washers', 'Fourteen pieces'];

/** Answers instead of the model's, by their number from 1. */
let instead: Record<number, Answer>;
let service: ChatService;

beforeEach(async () => {
  vi.stubEnv('VISION_KEY', key);
  instead = {};
  const see = seeing(shown);
  service = await startChatService((asked: Asked) => instead[service.asked.length] ?? see(asked));
});
afterEach(() => service.close());

async function prepare(place: Workspace, pages: number): Promise<void> {
  await writeFile(place.at('scan.pdf'), scannedPdf(Array.from({ length: pages }, () => drawnRaster(shown, { dpi: 100, height: 200 }))));
  await writeFile(
    place.at('pipelines', 'documents.yaml'),
    `name: documents\nretry_delay: 10ms\nstages:\n  - identify\n  - text\n  - use: ocr\n    mode: force\n    engine: openai-compatible\n    base_url: ${service.address}\n    model: eyes\n    api_key: \${VISION_KEY}\n    concurrency: 1\n`,
  );
}

interface Result {
  status: string;
  pages: { method: string; text: string }[];
  findings: { code: string; page: number; message: string }[];
}

test('pages are read by a model behind a service; a service that is busy or failing is asked again, and nothing is lost', async ({ place }) => {
  await prepare(place, 3);
  instead = { 2: { status: 429, headers: { 'retry-after': '1' }, body: '' }, 3: { status: 500, body: 'oops' }, 4: 'break-off' };
  expect((await place.run('batch', 'scan.pdf', '--out', 'results')).code).toBe(0);
  const result = (await place.json('results', 'scan.pdf.json')) as Result;
  expect(result).toMatchObject({ status: 'success', pages: Array.from({ length: 3 }, () => ({ method: 'ocr', text: shown.join('\n') })) });
  expect(service.asked.every(({ headers }) => headers.authorization === `Bearer ${key}`)).toBe(true);
});

// Keys end in logs of builds, in tickets and in backups; whoever sees one of those must not see the key.
test('the key stands in nothing that is written or shown, not even when the service repeats it', async ({ place }) => {
  await prepare(place, 2);
  instead = { 1: { status: 401, body: JSON.stringify({ error: { message: `Incorrect API key provided: ${key}` } }) } };
  const ends = [await place.run('lint'), await place.run('batch', 'scan.pdf', '--out', 'results'), await place.run('jobs', '--json')];
  const { pages, findings } = (await place.json('results', 'scan.pdf.json')) as Result;
  expect(pages[1]?.text).toContain('Bolts');
  const failed = findings.filter(({ code }) => code === 'stage.failed');
  expect(failed).toMatchObject([{ page: 1, message: expect.stringContaining('Incorrect API key provided: [secret]') as string }]);
  ends.push(await place.run('why', 'scan.pdf'));
  expect(ends.map(({ stdout, stderr }) => stdout + stderr).join('\n')).not.toContain(key);
  for (const name of await filesBelow(place.folder)) expect([name, (await readFile(join(place.folder, name))).includes(key)]).toEqual([name, false]);
});
