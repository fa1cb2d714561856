import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { Command } from '../test/support/command.ts';
import { madePdf } from '../test/support/made-pdf.ts';
import { peakResident } from '../test/support/processes.ts';
import { openWorkspace } from '../test/support/workspace.ts';
import type { Workspace } from '../test/support/workspace.ts';
import type { Section } from './section.ts';

/** Very many tiny files are there at the start: how soon the first result stands, and how much memory the daemon needs while it works on them for `seconds`. */
export async function waiting({ count, seconds }: { count: number; seconds: number }): Promise<Section> {
  const place = await openWorkspace();
  try {
    await fill(place, 'watch', count);
    console.error(`${count} files made`);
    const rows = [
      await measure(place, 'run', ['run', '--json', '--port', '0', '--state', 'run-state'], 'results', seconds),
      await measure(place, 'batch', ['batch', 'watch', '--quiet', '--out', 'batch-results', '--state', 'batch-state'], 'batch-results', seconds),
    ];
    return {
      title: `${count.toLocaleString('en')} files waiting`,
      text: `Tiny PDFs of one page; the daemon works on them for ${seconds} s, then it is stopped. Targets: first result within 5 s, daemon under 150 MB.`,
      head: ['', 'first result s', `results after ${seconds} s`, 'results/s', 'daemon peak MB'],
      rows,
    };
  } finally {
    await place.close();
  }
}

async function fill(place: Workspace, folder: string, count: number): Promise<void> {
  for (let from = 0; from < count; from += 1_000) {
    await Promise.all(
      Array.from({ length: Math.min(1_000, count - from) }, (_, i) =>
        writeFile(place.at(folder, `${from + i}.pdf`), madePdf([[`number ${from + i}`]])),
      ),
    );
  }
}

async function measure(place: Workspace, name: string, args: string[], results: string, seconds: number): Promise<string[]> {
  await mkdir(place.at(results));
  const watcher = watch(place.at(results));
  const started = performance.now();
  const command: Command = place.start(args);
  await Promise.race([once(watcher, 'change'), command.ended.then(({ stderr }) => Promise.reject(new Error(stderr)))]);
  const first = (performance.now() - started) / 1000;
  watcher.close();
  await setTimeout(seconds * 1000 - first * 1000);
  const done = (await place.files(results)).length;
  const peak = peakResident(command.pid);
  command.kill('SIGTERM');
  await command.ended;
  return [name, first.toFixed(2), String(done), (done / (seconds - first)).toFixed(1), (peak / 1e6).toFixed(0)];
}
