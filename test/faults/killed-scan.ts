import { copyFile, rename, rm, writeFile } from 'node:fs/promises';
import { expect } from 'vitest';
import type { LogEntry } from '../support/command.ts';
import { drawnRaster } from '../support/drawn-raster.ts';
import { readLedger } from '../support/ledger-copy.ts';
import { goneWithin } from '../support/processes.ts';
import { scannedPdf } from '../support/scanned-pdf.ts';
import type { Workspace } from '../support/workspace.ts';

const pipeline = (engine: string): string => `name: documents
source: { watch: ../watch, settle: 200ms }
stages:
  - identify
  - text
  - { use: ocr, engine: ${engine}, dpi: 100 }
sinks: [{ use: json, folder: ../results }]
`;

export interface KilledScan {
  pages: number;
  /** The daemon is killed each time so many tasks of the ocr stage have ended. */
  killAfter: readonly number[];
  engine: 'tesseract' | 'tesseract.js';
}

/**
 * Reads one scan by a daemon that is killed again and again, and expects that no page that was in the ledger is read again, that nothing is left of what
 * the daemon had started, and that the result is the one of an undisturbed run.
 */
export async function expectKilledScan(place: Workspace, { pages, killAfter, engine }: KilledScan): Promise<void> {
  await writeFile(place.at('pipelines', 'documents.yaml'), pipeline(engine));
  const sheets = Array.from({ length: pages }, (_, index) => drawnRaster([`Sheet number ${index + 1}`, 'of a long scan'], { dpi: 100, height: 200 }));
  await writeFile(place.at('scan.pdf'), scannedPdf(sheets));
  await copyFile(place.at('scan.pdf'), place.at('arriving.pdf'));
  await rename(place.at('arriving.pdf'), place.at('watch', 'scan.pdf'));
  let read = new Set<number>();
  let attempts = 0;
  for (const count of killAfter) {
    const daemon = place.start(['run', '--json', '--log', 'debug', '--concurrency', '2']);
    await daemon.nth(isRead, count);
    daemon.kill('SIGKILL');
    await daemon.ended;
    expect(await goneWithin(place.folder, 2_000)).toBeDefined();
    const before = read;
    ({ read, attempts } = await expectNothingAgain(place, before, attempts));
    expect(read.size).toBeGreaterThan(before.size);
    expect(read.size).toBeLessThan(pages);
  }
  const daemon = place.start(['run', '--json']);
  await daemon.event('job.completed');
  daemon.kill('SIGTERM');
  await daemon.ended;
  expect((await expectNothingAgain(place, read, attempts)).read.size).toBe(pages);
  const result = await place.read('results', 'scan.pdf.json');
  await rm(place.at('results'), { recursive: true });
  expect((await place.run('batch', 'scan.pdf', '--state', 'other', '--quiet')).code).toBe(0);
  expect(result).toBe(await place.read('results', 'scan.pdf.json'));
}

function isRead({ event, stage }: LogEntry): boolean {
  return event === 'task.finished' && stage === 'ocr';
}

/** Pages that have been read so far, none of which the newer attempts were given. */
async function expectNothingAgain(place: Workspace, read: ReadonlySet<number>, known: number): Promise<{ read: Set<number>; attempts: number }> {
  const ledger = await readLedger(place.at('.millrace'));
  const attempts = ledger?.attempts ?? [];
  const given = attempts.slice(known).filter(({ stage }) => stage === 'ocr');
  expect(given.length).toBeGreaterThan(0);
  expect([...read].filter((page) => given.some(({ first, last }) => page >= first && page <= last))).toEqual([]);
  const saved = ledger?.checkpoints.filter(({ stage, page }) => stage === 'ocr' && page > 0).map(({ page }) => page);
  return { read: new Set(saved), attempts: attempts.length };
}
