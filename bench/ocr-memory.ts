import { mkdir, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { processesIn } from '../test/support/processes.ts';
import { scannedPdf } from '../test/support/scanned-pdf.ts';
import { openWorkspace } from '../test/support/workspace.ts';
import { madeScan } from './made-scans.ts';
import type { Section } from './section.ts';

const pagesEach = 20;
const sampleEvery = 250;
const parts = 5;

interface Sample {
  daemon: number;
  /** Of the largest process beside it. */
  worker: number;
  all: number;
}

/** Resident memory of the daemon and of its workers while they read many pages: it must not grow with what has been read. */
export async function ocrMemory({ pages, engine }: { pages: number; engine: string }): Promise<Section> {
  const place = await openWorkspace(
    `name: scans\nstages: [identify, text, { use: ocr, engine: ${engine}, dpi: 150 }]\nsinks: [{ use: json, folder: ../results }]\nworker_memory: 1GB\n`,
  );
  try {
    await mkdir(place.at('scans'));
    for (let first = 0; first < pages; first += pagesEach) {
      const sheets = Array.from({ length: Math.min(pagesEach, pages - first) }, (_, index) => madeScan({ dpi: 150, lines: 12, seed: first + index }));
      await writeFile(place.at('scans', `${first}.pdf`), scannedPdf(sheets));
    }
    const command = place.start(['batch', 'scans', '--quiet', '--concurrency', '2']);
    const samples: Sample[] = [];
    const over = new AbortController();
    const ending = command.ended.finally(() => over.abort());
    while (!over.signal.aborted) {
      samples.push(sample(place.folder, command.pid));
      await setTimeout(sampleEvery);
    }
    const { code, stdout, stderr } = await ending;
    if (code !== 0) throw new Error(stdout + stderr);
    return sectionOf(
      pages,
      engine,
      samples.filter(({ daemon }) => daemon > 0),
    );
  } finally {
    await place.close();
  }
}

function sample(folder: string, daemon: number): Sample {
  const workers = processesIn(folder)
    .filter((pid) => pid !== daemon)
    .map(resident);
  return { daemon: resident(daemon), worker: Math.max(0, ...workers), all: resident(daemon) + workers.reduce((sum, bytes) => sum + bytes, 0) };
}

function resident(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function sectionOf(pages: number, engine: string, samples: readonly Sample[]): Section {
  const rows = Array.from({ length: parts }, (_, part) => {
    const own = samples.slice(Math.floor((part * samples.length) / parts), Math.floor(((part + 1) * samples.length) / parts));
    const highest = (of: keyof Sample): string => (Math.max(...own.map((one) => one[of])) / 1e6).toFixed(0);
    return [`${part + 1}`, highest('daemon'), highest('worker'), highest('all')];
  });
  return {
    title: `Memory over ${pages.toLocaleString('en')} scanned pages`,
    text: `Made scans of 12 lines, two workers, \`engine: ${engine}\`; highest resident size in MB in each fifth of the run, looked at every ${sampleEvery} ms. Target: flat, a worker under 512 MB.`,
    head: ['fifth', 'daemon', 'largest worker', 'all processes together'],
    rows,
  };
}
