import { existsSync } from 'node:fs';
import { firstValueFrom, timer } from 'rxjs';
import { expect } from 'vitest';
import { test } from '../support/in-workspace.ts';
import { readLedger } from '../support/ledger-copy.ts';
import { makeDocuments } from '../support/made-documents.ts';
import { goneWithin } from '../support/processes.ts';
import { seededRandom } from '../support/random.ts';

// Catches a claim that loses its file or takes it twice when the daemon dies between the row, the move, the result and the archive.
test('a daemon that is killed while it takes files in leaves each of them with one end, and none behind', async ({ place }) => {
  const names = await makeDocuments(place.at('watch'), { seed: 11, count: 41, long: [40, 60] });
  const random = seededRandom(11);
  const seen = new Map<string, number>();
  for (let kill = 1; kill <= 4; kill++) {
    const daemon = place.start(['run', '--json', '--port', '0']);
    await daemon.event('daemon.started');
    await firstValueFrom(timer(random() * 700));
    daemon.kill('SIGKILL');
    await daemon.ended;
    for (const { event, filename = '' } of daemon.entries) if (event === 'job.completed') seen.set(filename, (seen.get(filename) ?? 0) + 1);
    expect(await goneWithin(place.folder, 2_000)).toBeDefined();
    expect((await readLedger(place.at('.millrace')))?.integrity).toBe('ok');
  }
  const before = await readLedger(place.at('.millrace'));
  const copyWaits = [names[0] ?? '', names.at(-1) ?? ''].some((name) => existsSync(place.at('watch', name)));
  const open = names.length - 1 - (before?.jobs.filter(({ status }) => status === 'completed' || status === 'failed').length ?? 0);
  const last = place.start(['run', '--json', '--port', '0']);
  await last.event('daemon.started');
  if (open > 0) await last.nth(({ event }) => event === 'job.completed' || event === 'job.failed', open);
  if (copyWaits) await last.event('job.duplicate');
  last.kill('SIGTERM');
  expect((await last.ended).code).toBe(0);

  const ledger = await readLedger(place.at('.millrace'));
  const ended = (status: string): number => ledger?.jobs.filter((job) => job.status === status).length ?? 0;
  expect(ended('completed') + ended('failed')).toBe(ledger?.jobs.length);
  expect(ledger?.jobs.length).toBe(names.length - 1);
  expect(await place.files('watch')).toEqual([]);
  expect(await place.files('.millrace/work')).toEqual([]);
  expect(await place.files('results')).toHaveLength(ended('completed'));
  // The copy of the first one is archived like any other original.
  expect(await place.files('archive')).toHaveLength(ended('completed') + 1);
  expect(await place.files('failed')).toHaveLength(2 * ended('failed'));
  expect([...seen.values()].filter((times) => times > 1)).toEqual([]);
});
