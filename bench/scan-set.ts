import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { encodePgm } from '../src/image/encode-pgm.ts';
import { scannedPdf } from '../test/support/scanned-pdf.ts';
import { madeScan } from './made-scans.ts';

/** The same pages twice: as PDFs, and as pictures for those who read nothing else. */
export interface ScanSet {
  /** Folder of the PDFs. */
  documents: string;
  /** Their paths. */
  files: string[];
  /** Folder of the pictures, all of them. */
  pictures: string;
  /** The same pictures, in two halves. */
  halves: [string, string];
  pages: number;
  dpi: number;
}

const dpi = 200;
const pagesEach = 4;

/** Makes scans by code, or takes the PDFs of a folder (whose pages `pdftoppm` draws). */
export function scanSet(folder: string, { files, pages }: { files: string | undefined; pages: number }): ScanSet {
  const [documents, pictures, first, second] = ['documents', 'pictures', 'first', 'second'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  for (const path of [documents, pictures, first, second]) mkdirSync(path);
  if (files === undefined) makeScans(documents, pictures, pages);
  else takeScans(resolve(files), documents, pictures);
  const names = readdirSync(pictures);
  names.forEach((name, index) => execFileSync('ln', [join(pictures, name), join(index % 2 === 0 ? first : second, name)]));
  return {
    documents,
    files: readdirSync(documents).map((name) => join(documents, name)),
    pictures,
    halves: [first, second],
    pages: names.length,
    dpi,
  };
}

function makeScans(documents: string, pictures: string, pages: number): void {
  for (let first = 0; first < pages; first += pagesEach) {
    const sheets = Array.from({ length: Math.min(pagesEach, pages - first) }, (_, index) => madeScan({ dpi, lines: 45, seed: first + index }));
    sheets.forEach((sheet, index) => writeFileSync(join(pictures, `${first + index}.pgm`), encodePgm(sheet)));
    writeFileSync(join(documents, `${first}.pdf`), scannedPdf(sheets));
  }
}

function takeScans(from: string, documents: string, pictures: string): void {
  for (const name of readdirSync(from).filter((file) => /\.pdf$/i.test(file))) {
    try {
      execFileSync('pdftoppm', ['-r', String(dpi), '-gray', join(from, name), join(pictures, name)], { stdio: 'ignore' });
      execFileSync('cp', [join(from, name), join(documents, name)]);
    } catch {
      console.error(`${name} is left out: pdftoppm cannot read it`);
    }
  }
}
