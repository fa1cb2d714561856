import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { test } from '../support/in-workspace.ts';
import { readLedger } from '../support/ledger-copy.ts';
import { pdfOf } from '../support/made-documents.ts';
import { seededRandom } from '../support/random.ts';
import type { Workspace } from '../support/workspace.ts';

// Catches a half-written result that counts as done, a document that is given up because of the disk, and a wait that never ends.
test('with a full disk results wait, none is half there, no try is counted; with room again all are written', async ({ place, skip }) => {
  await mkdir(place.at('results'));
  try {
    mount('-t', 'tmpfs', '-o', 'size=32k', 'tmpfs', place.at('results'));
  } catch {
    skip('no file system may be mounted here');
  }
  try {
    await fillAndMakeRoom(place);
  } finally {
    execFileSync('umount', ['-l', place.at('results')]);
  }
});

async function fillAndMakeRoom(place: Workspace): Promise<void> {
  const random = seededRandom(5);
  for (let i = 0; i < 6; i++) await writeFile(place.at('watch', `${i}.pdf`), pdfOf(random, 3));
  const daemon = place.start(['run', '--json', '--port', '0']);
  await daemon.nth(({ event, error }) => event === 'job.retrying' && (error as { code: string }).code === 'disk.full', 2);
  for (const name of await place.files('results')) {
    if (name.endsWith('.json')) expect(await place.json('results', name)).toMatchObject({ format: 'millrace.result/1' });
  }
  mount('-o', 'remount,size=8m', place.at('results'));
  await daemon.event('job.completed', 6);
  daemon.kill('SIGTERM');
  expect((await daemon.ended).code).toBe(0);
  expect(await place.files('results')).toEqual(Array.from({ length: 6 }, (_, i) => `${i}.pdf.json`));
  expect((await readLedger(place.at('.millrace')))?.jobs.filter(({ retries }) => retries > 0)).toEqual([]);
}

function mount(...args: string[]): void {
  execFileSync('mount', args, { stdio: 'ignore' });
}
