import { attemptsAfter, templatePipeline, writeInvoices, writeTemplate } from '../test/support/changed-template.ts';
import { openWorkspace } from '../test/support/workspace.ts';
import type { Workspace } from '../test/support/workspace.ts';
import { bin, measuredRun } from './measured-run.ts';
import type { Measured } from './measured-run.ts';
import type { Section } from './section.ts';

/** The default pipeline over many documents, and again after one template of the `fields` stage has changed: what is read from the ledger is not done again. */
export async function again({ count }: { count: number }): Promise<Section> {
  const place = await openWorkspace(templatePipeline);
  try {
    await writeInvoices(place, count);
    await writeTemplate(place, 'Reference: (WW-\\d{3})');
    const first = await batch(place);
    const before = await attemptsAfter(place, 0);
    await writeTemplate(place, 'Reference: (WW-\\d+)');
    const second = await batch(place);
    const after = await attemptsAfter(place, before.last);
    const row = (name: string, { wall, peak }: Measured, { byStage }: typeof before): string[] => [
      name,
      wall.toFixed(0),
      (count / wall).toFixed(0),
      (peak / 1e6).toFixed(0),
      Object.entries(byStage)
        .map(([stage, attempts]) => `${stage} ${attempts}`)
        .join(', '),
    ];
    return {
      title: 'Again, with one template changed',
      text: `${count} one-page invoices through the default pipeline, two workers. Target: the second run does nothing but \`fields\` and the sinks.`,
      head: ['run', 'seconds', 'documents/s', 'daemon peak MB', 'attempts'],
      rows: [row('first', first, before), row('again', second, after)],
    };
  } finally {
    await place.close();
  }
}

async function batch(place: Workspace): Promise<Measured> {
  const run = await measuredRun(place.folder, [bin, 'batch', 'docs', '--quiet', '--concurrency', '2']);
  if (run.code !== 0) throw new Error(run.stdout);
  return run;
}
