import { createHash } from 'node:crypto';
import { appendFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { concatMap, from, lastValueFrom, zip, interval } from 'rxjs';
import { test } from '../support/in-workspace.ts';
import { readLedger } from '../support/ledger-copy.ts';
import { madePdf } from '../support/made-pdf.ts';
import type { Command } from '../support/command.ts';
import type { Workspace } from '../support/workspace.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const pdf = (text: string): Buffer => madePdf([[text]]);

const start = async (place: Workspace): Promise<Command> => {
  const daemon = place.start(['run', '--json', '--port', '0']);
  await daemon.event('daemon.started');
  return daemon;
};

const stop = async (daemon: Command): Promise<void> => {
  daemon.kill('SIGTERM');
  expect((await daemon.ended).code).toBe(0);
};

/** The content of every result, sorted. */
async function contents(place: Workspace): Promise<string[]> {
  const results = await Promise.all((await place.files('results')).map((name) => place.json('results', name)));
  return results.map((result) => (result as { source: { sha256: string } }).source.sha256).sort();
}

describe('a watched folder', () => {
  test('takes files that are written slowly, renamed into place, or moved in as a folder, each content exactly once', async ({ place }) => {
    const pipeline = await place.read('pipelines', 'documents.yaml');
    await writeFile(place.at('pipelines', 'documents.yaml'), pipeline.replace('settle: 200ms', 'settle: 1s'));
    const daemon = await start(place);

    const slow = pdf('written piece by piece');
    const pieces = Array.from({ length: 16 }, (_, i) => slow.subarray((slow.length * i) >> 4, (slow.length * (i + 1)) >> 4));
    // The pauses are the fault that is played: a writer that takes longer than the settle time, but never pauses for as long.
    const writing = lastValueFrom(zip(from(pieces), interval(100)).pipe(concatMap(([piece]) => appendFile(place.at('watch', 'slow.pdf'), piece))));

    await writeFile(place.at('watch', 'renamed.pdf.part'), pdf('renamed'));
    await rename(place.at('watch', 'renamed.pdf.part'), place.at('watch', 'renamed.pdf'));

    await mkdir(place.at('moved', 'deep'), { recursive: true });
    const moved = Array.from({ length: 20 }, (_, i) => pdf(`moved ${i}`));
    await Promise.all(moved.map((bytes, i) => writeFile(place.at('moved', i % 2 === 0 ? 'deep' : '.', `${i}.pdf`), bytes)));
    await rename(place.at('moved'), place.at('watch', 'moved'));

    await writing;
    await daemon.event('job.completed', 22);
    await stop(daemon);
    expect(await contents(place)).toEqual([slow, pdf('renamed'), ...moved].map(sha256).sort());
    expect(await place.files('watch')).toEqual([]);
    expect(await place.files('archive')).toHaveLength(22);
    expect(daemon.entries.filter(({ event }) => event === 'job.admitted')).toHaveLength(22);
    expect(await place.files('results')).toContain('moved/deep/0.pdf.json');
  });

  test('takes 500 files that arrived while the daemon was down, equal ones once', async ({ place }) => {
    const all = Array.from({ length: 500 }, (_, i) => pdf(`number ${i < 490 ? i : i - 490}`));
    await Promise.all(all.map((bytes, i) => writeFile(place.at('watch', `${i}.pdf`), bytes)));
    const daemon = await start(place);
    await daemon.event('job.completed', 490);
    await daemon.event('job.duplicate', 10);
    await stop(daemon);
    expect(await contents(place)).toEqual([...new Set(all.map(sha256))].sort());
    const ledger = await readLedger(place.at('.millrace'));
    expect(ledger?.jobs).toHaveLength(490);
    expect(ledger?.arrivals.filter(({ duplicate }) => duplicate === 1)).toHaveLength(10);
    expect(await place.files('watch')).toEqual([]);
    expect(await place.files('.millrace/work')).toEqual([]);
  });

  test('lays a document that cannot be read into failed/, with the reason beside it; retried after a repair of the pipeline it is archived', async ({
    place,
  }) => {
    const pipeline = await place.read('pipelines', 'documents.yaml');
    await writeFile(place.at('pipelines', 'documents.yaml'), pipeline.replace('[identify,', '[{ use: identify, max_pages: 1 },'));
    const two = madePdf([['one'], ['two']]);
    await writeFile(place.at('watch', 'two pages.pdf'), two);
    const daemon = await start(place);
    await daemon.event('job.failed');
    await stop(daemon);
    const [original = '', reason = ''] = await place.files('failed');
    expect(original).toMatch(/^\d{4}-\d\d-\d\d\/two pages\.pdf$/);
    expect(reason).toBe(`${original}.error.json`);
    expect(await place.json('failed', reason)).toMatchObject({
      filename: 'two pages.pdf',
      error: { code: 'document.too-many-pages', help: expect.stringContaining('max_pages') as string },
    });
    expect(await place.files('results')).toEqual([]);

    await writeFile(place.at('pipelines', 'documents.yaml'), pipeline);
    expect((await place.run('retry', '--failed')).code).toBe(0);
    const next = await start(place);
    await next.event('job.completed');
    await stop(next);
    expect(await contents(place)).toEqual([sha256(two)]);
    expect(await place.files('failed')).toEqual([]);
    expect(await place.files('archive')).toHaveLength(1);
  });
});
