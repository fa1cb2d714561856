import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { pdfOf } from '../test/support/made-documents.ts';
import { seededRandom } from '../test/support/random.ts';
import { openWorkspace } from '../test/support/workspace.ts';
import { median } from './median.ts';
import type { Section } from './section.ts';

const settle = 2_000;

const pipeline = `name: documents\nsource:\n  watch: ../watch\n  settle: ${settle}ms\nstages: [identify, text, furniture]\nsinks:\n  - use: json\n    folder: ../results\n`;

/** From the moment that a one-page PDF appears in the watch folder to the moment that its result stands, for documents that come one by one. */
export async function latency({ documents }: { documents: number }): Promise<Section> {
  const place = await openWorkspace(pipeline);
  try {
    await mkdir(place.at('results'));
    const daemon = place.start(['run', '--json', '--port', '0']);
    await daemon.event('daemon.started');
    const random = seededRandom(4);
    const times: number[] = [];
    for (let i = 0; i < documents; i++) {
      await writeFile(place.at(`${i}.pdf`), pdfOf(random, 1));
      const watcher = watch(place.at('results'));
      const stands = once(watcher, 'change');
      const dropped = performance.now();
      await rename(place.at(`${i}.pdf`), place.at('watch', `${i}.pdf`));
      await stands;
      times.push(performance.now() - dropped - settle);
      watcher.close();
    }
    daemon.kill('SIGTERM');
    await daemon.ended;
    return {
      title: 'From drop to result',
      text: `${documents} one-page text PDFs renamed into a watch folder one by one; time beyond the settle time of ${settle} ms. Target: ≤ 500 ms.`,
      head: ['median ms', 'longest ms'],
      rows: [[median(times).toFixed(0), Math.max(...times).toFixed(0)]],
    };
  } finally {
    await place.close();
  }
}
