import { mkdir, rm, writeFile } from 'node:fs/promises';
import { madePdf } from '../test/support/made-pdf.ts';
import { readLedger } from '../test/support/ledger-copy.ts';
import { openWorkspace } from '../test/support/workspace.ts';
import type { Workspace } from '../test/support/workspace.ts';
import { bin, measuredRun } from './measured-run.ts';
import type { Measured } from './measured-run.ts';
import { median } from './median.ts';
import type { Section } from './section.ts';

const identifyOnly = 'name: documents\nsource:\n  watch: ../watch\nstages: [identify]\nsinks:\n  - use: json\n    folder: ../results\n';

/** Documents a second with `identify` alone: what the flow itself costs. The admission rate is read from the times that the ledger holds. */
export async function rate({ count, rounds }: { count: number; rounds: number }): Promise<Section> {
  const place = await openWorkspace(identifyOnly);
  try {
    await mkdir(place.at('docs'));
    for (let i = 0; i < count; i++) await writeFile(place.at('docs', `${i}.pdf`), madePdf([[`number ${i}`]]));
    await mkdir(place.at('one'));
    await writeFile(place.at('one', 'one.pdf'), madePdf([['the only one']]));
    const starts: Measured[] = [];
    const runs: Measured[] = [];
    const admitted: number[] = [];
    const flow: number[] = [];
    for (let round = 0; round < rounds; round++) {
      starts.push(await batch(place, 'one'));
      runs.push(await batch(place, 'docs'));
      const ledger = await readLedger(place.at('state'));
      const created = ledger?.jobs.map(({ created_at }) => created_at) ?? [];
      const ended = ledger?.jobs.map(({ completed_at }) => completed_at ?? 0) ?? [];
      admitted.push((1000 * (count - 1)) / (Math.max(...created) - Math.min(...created)));
      flow.push((1000 * (count - 1)) / (Math.max(...ended) - Math.min(...ended)));
    }
    const cpu = (of: 'allCpu' | 'ownCpu'): number => (1000 * (median(runs.map((run) => run[of])) - median(starts.map((run) => run[of])))) / count;
    return {
      title: 'The flow alone',
      text: `${count} one-page documents in a batch with \`stages: [identify]\`, two workers, medians of ${rounds} rounds. Targets: ≥ 500 admitted a second, ≥ 100 a second through the flow.`,
      head: ['admitted/s', 'through the flow/s', 'CPU ms a document', 'of these the daemon', 'daemon peak MB'],
      rows: [
        [
          median(admitted).toFixed(0),
          median(flow).toFixed(0),
          cpu('allCpu').toFixed(1),
          cpu('ownCpu').toFixed(1),
          (median(runs.map(({ peak }) => peak)) / 1e6).toFixed(0),
        ],
      ],
    };
  } finally {
    await place.close();
  }
}

async function batch(place: Workspace, folder: string): Promise<Measured> {
  for (const name of ['results', 'state']) await rm(place.at(name), { recursive: true, force: true });
  const run = await measuredRun(place.folder, [bin, 'batch', folder, '--quiet', '--concurrency', '2', '--state', 'state']);
  if (run.code !== 0) throw new Error(run.stdout);
  return run;
}
