import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTesseract } from '../src/stages/ocr/engines/tesseract-program.ts';
import { bin } from './measured-run.ts';
import { median } from './median.ts';
import { scanSet } from './scan-set.ts';
import type { ScanSet } from './scan-set.ts';
import type { Section } from './section.ts';
import { timedRun } from './timed-run.ts';
import type { Timed } from './timed-run.ts';

const bareJs = [process.execPath, join(import.meta.dirname, 'bare-tesseract-js.ts')];

/** As in a shell script that somebody would write: the words of each picture, one thread each. */
const bareNative = ['sh', '-c', 'for picture in "$0"/*.pgm; do OMP_THREAD_LIMIT=1 tesseract "$picture" stdout --oem 1 tsv >/dev/null 2>&1; done'];

/** Told to do no more than its task: no PDF/A, no smaller pictures. Its documents come one by one, its pages two at a time. */
const rival = [
  'sh',
  '-c',
  'for file in "$0"/*.pdf; do ocrmypdf -q --force-ocr --output-type pdf --optimize 0 -j 2 "$file" rival.pdf || echo "ocrmypdf fails on $file" >&2; done',
];

type Engine = 'tesseract.js' | 'tesseract';

interface Way {
  name: string;
  run(): Promise<Timed[]>;
}

/**
 * Pages a second over the same scans: engines used bare, millrace with one worker and with two, and ocrmypdf. The order turns from round to round, the figures
 * are medians, times are whole runs with all their start-up, and only ratios of one run mean anything.
 */
export async function ocr({ files, pages, rounds }: { files: string | undefined; pages: number; rounds: number }): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), 'millrace-ocr-'));
  try {
    const set = scanSet(folder, { files, pages });
    const ways = waysOf(folder, set);
    const runs = new Map(ways.map(({ name }): [string, Timed[]] => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const way of round % 2 === 0 ? ways : ways.toReversed()) {
        const timed = await way.run();
        const slowest = timed.reduce((one, other) => (other.wall > one.wall ? other : one));
        runs.get(way.name)?.push({ ...slowest, allCpu: timed.reduce((sum, { allCpu }) => sum + allCpu, 0) });
        console.error(`round ${round + 1}, ${way.name}: ${slowest.wall.toFixed(1)} s`);
      }
    }
    return {
      title: 'OCR',
      text: `${set.pages} pages in ${set.files.length} PDFs, ${files === undefined ? 'made by code' : 'real scans'}, ${set.dpi} dpi; medians of ${rounds} rounds, start-up included. millrace reads every page (\`mode: force\`), routes it and measures what was missed; it writes JSON, and searchable PDFs beside ocrmypdf.`,
      head: ['', 'wall s', 'pages/s', 'CPU s'],
      rows: rowsOf(set, runs),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function waysOf(folder: string, set: ScanSet): Way[] {
  const program = (name: string, ...commands: string[][]): Way => ({
    name,
    run: () => Promise.all(commands.map((command) => well(folder, command))),
  });
  const millrace = (name: string, engine: Engine, sink: string, workers: number): Way => ({
    name,
    run: async () => [await batch(folder, set, engine, sink, workers)],
  });
  const ofEngine = (engine: Engine, bare: string[]): Way[] => [
    program(`${engine} bare`, [...bare, set.pictures]),
    program(`${engine} bare, two processes`, ...set.halves.map((half) => [...bare, half])),
    millrace(`millrace, ${engine}, one worker`, engine, 'json', 1),
    millrace(`millrace, ${engine}, two workers`, engine, 'json', 2),
    millrace(`millrace to PDF, ${engine}, two workers`, engine, 'searchable-pdf', 2),
  ];
  return [
    ...ofEngine('tesseract.js', bareJs),
    ...(findTesseract(undefined) === undefined
      ? []
      : [...ofEngine('tesseract', bareNative), program('ocrmypdf, two processors', [...rival, set.documents])]),
  ];
}

async function batch(folder: string, set: ScanSet, engine: Engine, sink: string, workers: number): Promise<Timed> {
  const pipeline = join(folder, 'pipeline.yaml');
  const stages = ['identify', 'text', { use: 'ocr', mode: 'force', engine, dpi: set.dpi }];
  await writeFile(pipeline, JSON.stringify({ name: 'scans', source: { include: ['**/*.pdf'] }, stages, sinks: [{ use: sink, folder: 'out' }] }));
  await rm(join(folder, 'state'), { recursive: true, force: true });
  await rm(join(folder, 'out'), { recursive: true, force: true });
  return well(folder, [bin, 'batch', set.documents, '--pipeline', pipeline, '--concurrency', String(workers), '--state', 'state', '--quiet']);
}

/** Exit code of a batch in which some documents could not be read, as happens with real ones. */
const someFailed = 3;

async function well(folder: string, command: readonly string[]): Promise<Timed> {
  const timed = await timedRun(folder, command);
  if (timed.code !== 0 && timed.code !== someFailed) throw new Error(`${command.join(' ')} ended with ${timed.code ?? 'a signal'}: ${timed.stdout}`);
  return timed;
}

function rowsOf({ pages }: ScanSet, runs: ReadonlyMap<string, Timed[]>): string[][] {
  const of = (name: string, figure: 'wall' | 'allCpu'): number => median((runs.get(name) ?? []).map((run) => run[figure]));
  const ratio = (name: string, target: string, one: string, other: string): string[] =>
    runs.has(one) && runs.has(other)
      ? [`**${name}** (${target})`, (of(one, 'wall') / of(other, 'wall')).toFixed(2), '', (of(one, 'allCpu') / of(other, 'allCpu')).toFixed(2)]
      : [];
  const engine = (name: Engine): string[][] => [
    ratio(`${name}: one worker to bare`, 'target ≤ 1.2', `millrace, ${name}, one worker`, `${name} bare`),
    ratio(`${name}: one worker to two`, 'target ≥ 1.8', `millrace, ${name}, one worker`, `millrace, ${name}, two workers`),
    ratio(`${name}: one bare process to two`, 'the ceiling of the machine', `${name} bare`, `${name} bare, two processes`),
    ratio(`${name}: to PDF, to ocrmypdf`, 'target < 1', `millrace to PDF, ${name}, two workers`, 'ocrmypdf, two processors'),
  ];
  const figures = [...runs.keys()].map((name) => [
    name,
    of(name, 'wall').toFixed(1),
    (pages / of(name, 'wall')).toFixed(2),
    of(name, 'allCpu').toFixed(1),
  ]);
  return [...figures, ...engine('tesseract.js'), ...engine('tesseract')].filter((row) => row.length > 0);
}
