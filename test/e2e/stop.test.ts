import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { test } from '../support/in-workspace.ts';
import { readLedger } from '../support/ledger-copy.ts';
import { pdfOf } from '../support/made-documents.ts';
import { processesIn } from '../support/processes.ts';
import { seededRandom } from '../support/random.ts';
import type { Workspace } from '../support/workspace.ts';

async function longOnes(place: Workspace, folder: string, count: number, pages: number): Promise<void> {
  const random = seededRandom(7);
  await mkdir(place.at(folder), { recursive: true });
  for (let i = 0; i < count; i++) await writeFile(place.at(folder, `${i}.pdf`), pdfOf(random, pages));
}

/** Resolves when the first result appears: work is under way then. */
async function firstResult(place: Workspace): Promise<unknown> {
  await mkdir(place.at('results'));
  const watcher = watch(place.at('results'));
  return once(watcher, 'change').finally(() => watcher.close());
}

describe('Ctrl-C', () => {
  test('lets a batch end what is in work, and the same command goes on; what was cancelled meanwhile stays cancelled', async ({ place }) => {
    await longOnes(place, 'docs', 30, 25);
    const working = firstResult(place);
    const command = place.start(['batch', 'docs', '--concurrency', '1']);
    await working;
    command.kill('SIGINT');
    const { code, stderr } = await command.ended;
    expect([code, stderr]).toEqual([130, expect.stringMatching(/^Stopping: /m)]);
    const stopped = await readLedger(place.at('.millrace'));
    expect(stopped?.jobs.filter(({ status }) => status === 'processing')).toEqual([]);
    const waiting = JSON.parse((await place.run('jobs', '--status', 'pending', '--json')).stdout) as { jobs: { job_id: string }[] };
    expect(waiting.jobs.length).toBeGreaterThan(0);
    const cancelled = waiting.jobs[0]?.job_id ?? '';
    expect((await place.run('cancel', cancelled.slice(0, 8))).stdout).toMatch(/^1 job cancelled/);
    const again = await place.run('batch', 'docs', '--json', '--quiet');
    expect(again.code).toBe(0);
    expect(JSON.parse(again.stdout)).toMatchObject({ counts: { total: 30, completed: 29, cancelled: 1, failed: 0 }, retries: 0 });
  });

  // Catches workers that die by a signal that was meant for the daemon: a terminal, `timeout` and systemd send it to the whole process group.
  test('at a terminal reaches the whole process group, and what is in work ends all the same', async ({ place }) => {
    await longOnes(place, 'docs', 8, 40);
    const working = firstResult(place);
    const command = place.start(['batch', 'docs', '--concurrency', '2'], { group: true });
    await working;
    command.kill('SIGINT');
    expect((await command.ended).code).toBe(130);
    const ledger = await readLedger(place.at('.millrace'));
    expect(ledger?.attempts.filter(({ error_code }) => error_code !== null)).toEqual([]);
    expect(ledger?.jobs.filter(({ retries, status }) => retries > 0 || status === 'processing')).toEqual([]);
  });

  test('twice ends a batch at once; nothing is lost, and no process is left', async ({ place }) => {
    await longOnes(place, 'docs', 1, 600);
    await writeFile(place.at('docs', 'short.pdf'), pdfOf(seededRandom(8), 1));
    const working = firstResult(place);
    const command = place.start(['batch', 'docs', '--concurrency', '1']);
    await working;
    command.kill('SIGINT');
    await command.line(/^Stopping: /);
    command.kill('SIGINT');
    expect((await command.ended).code).toBe(130);
    const again = await place.run('batch', 'docs', '--json', '--quiet');
    expect(again.code).toBe(0);
    expect(JSON.parse(again.stdout)).toMatchObject({ counts: { completed: 2 }, pages: 601, retries: 0 });
    expect(processesIn(place.folder)).toEqual([]);
  });
});

describe('run', () => {
  test('drains at SIGTERM and exits 0: what is in work is finished, no process is left', async ({ place }) => {
    await longOnes(place, 'watch', 3, 60);
    const daemon = place.start(['run', '--json', '--port', '0', '--log', 'debug', '--concurrency', '1']);
    await daemon.event('task.started');
    daemon.kill('SIGTERM');
    expect((await daemon.ended).code).toBe(0);
    const ledger = await readLedger(place.at('.millrace'));
    expect(ledger?.jobs.filter(({ status, retries }) => status === 'processing' || retries > 0)).toEqual([]);
    expect(ledger?.jobs.filter(({ status }) => status === 'completed').length).toBe(await place.files('results').then(({ length }) => length));
    expect(processesIn(place.folder)).toEqual([]);
  });

  test('refuses a state folder that another one holds with 75, and takes it over from one that was killed', async ({ place }) => {
    const first = place.start(['run', '--json', '--port', '0']);
    await first.event('daemon.started');
    const second = await place.run('run', '--json', '--port', '0');
    expect([second.code, second.stderr]).toEqual([75, expect.stringMatching(/state\.locked/)]);
    await writeFile(place.at('letter.pdf'), pdfOf(seededRandom(1), 1));
    expect((await place.run('batch', 'letter.pdf')).code).toBe(75);
    first.kill('SIGKILL');
    await first.ended;
    const third = place.start(['run', '--json', '--port', '0']);
    await third.event('daemon.started');
  });
});
