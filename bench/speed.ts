import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pdfOf } from '../test/support/made-documents.ts';
import { seededRandom } from '../test/support/random.ts';
import { bin, measuredRun } from './measured-run.ts';
import type { Measured } from './measured-run.ts';
import { median } from './median.ts';
import type { Section } from './section.ts';

const bare = join(import.meta.dirname, 'bare-pdfjs.ts');

type Way = 'bare' | 'one' | 'two';

/**
 * Pages per second over the same PDFs: bare pdf.js in one process, millrace with one worker, with two. The order turns from round to round, the
 * figures are medians, and only ratios of one run mean anything. Processor time is told as well, since it is what a busy machine does not blur.
 */
export async function speed({ files, rounds }: { files: string | undefined; rounds: number }): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), 'millrace-speed-'));
  const documents = files === undefined ? await madeDocuments(join(folder, 'documents')) : resolve(files);
  const single = join(folder, 'single');
  await mkdir(single);
  await writeFile(join(single, 'one.pdf'), pdfOf(seededRandom(1), 1));
  const take = async (way: Way, input: string): Promise<Measured> => {
    await rm(join(folder, 'out'), { recursive: true, force: true });
    const args =
      way === 'bare'
        ? [bare, input]
        : [bin, 'batch', input, '--concurrency', way === 'one' ? '1' : '2', '--out', 'out', '--state', 'out/state', '--quiet', '--json'];
    return measuredRun(folder, args);
  };
  const starts: Record<Way, Measured[]> = { bare: [], one: [], two: [] };
  const runs: Record<Way, Measured[]> = { bare: [], one: [], two: [] };
  const ways: Way[] = ['bare', 'one', 'two'];
  const both: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const way of round % 2 === 0 ? ways : ways.toReversed()) {
      starts[way].push(await take(way, single));
      runs[way].push(await take(way, documents));
      console.error(`round ${round + 1}, ${way}: ${runs[way].at(-1)?.wall.toFixed(1)} s`);
    }
    both.push(Math.max(...(await Promise.all([take('bare', documents), take('bare', documents)])).map(({ wall }) => wall)));
  }
  await rm(folder, { recursive: true });
  const pages = Number(runs.bare[0]?.stdout ?? 0);
  const read = (JSON.parse(runs.one[0]?.stdout ?? '{}') as { pages?: number }).pages ?? 0;
  const ceiling = (2 * median(runs.bare.map(({ wall }) => wall))) / median(both);
  return {
    title: 'Speed',
    text: `${pages} pages by bare pdf.js, ${read} by millrace; ${files === undefined ? 'PDFs made by code' : 'real PDFs'}; medians of ${rounds} rounds. Two bare processes at once did ${ceiling.toFixed(2)} × the work of one: more than that no second worker can bring on this machine at this time.`,
    rows: rowsOf(pages, read, starts, runs),
    head,
  };
}

const head = ['', 'wall s', 'net of start-up s', 'pages/s (net)', 'CPU s (all)', 'CPU s (first process)', 'peak MB (first process)'];

function rowsOf(pages: number, read: number, starts: Record<Way, Measured[]>, runs: Record<Way, Measured[]>): string[][] {
  const wall = (way: Way): number => median(runs[way].map((run) => run.wall));
  const net = (way: Way): number => wall(way) - median(starts[way].map((run) => run.wall));
  const cpu = (way: Way, of: 'allCpu' | 'ownCpu'): number => median(runs[way].map((run) => run[of])) - median(starts[way].map((run) => run[of]));
  const row = (name: string, way: Way, count: number): string[] => [
    name,
    wall(way).toFixed(2),
    net(way).toFixed(2),
    (count / net(way)).toFixed(1),
    cpu(way, 'allCpu').toFixed(2),
    cpu(way, 'ownCpu').toFixed(2),
    (median(runs[way].map((run) => run.peak)) / 1e6).toFixed(0),
  ];
  const ratio = (name: string, target: string, [a, b]: [Way, Way]): string[] => [
    `${name} (${target})`,
    (wall(a) / wall(b)).toFixed(2),
    (net(a) / net(b)).toFixed(2),
    '',
    (cpu(a, 'allCpu') / cpu(b, 'allCpu')).toFixed(2),
    '',
    '',
  ];
  return [
    row('bare pdf.js', 'bare', pages),
    row('millrace, one worker', 'one', read),
    row('millrace, two workers', 'two', read),
    ratio('**one worker : bare**', 'target ≤ 1.15', ['one', 'bare']),
    ratio('**one worker : two**', 'target ≥ 1.8', ['one', 'two']),
  ];
}

/** 60 documents of 1 to 40 pages, about 500 words a page. */
async function madeDocuments(folder: string): Promise<string> {
  const random = seededRandom(2026);
  await mkdir(folder);
  for (let i = 0; i < 60; i++) await writeFile(join(folder, `${i}.pdf`), pdfOf(random, 1 + Math.floor(random() ** 2 * 40)));
  return folder;
}
