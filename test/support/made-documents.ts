import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { madePdf } from './made-pdf.ts';
import { seededRandom } from './random.ts';

export interface DocumentTerms {
  seed: number;
  count: number;
  /** Pages of the long ones, from and to. */
  long?: readonly [number, number];
}

/**
 * Makes a mixed heap of documents, the same for the same terms: most of 1 to 3 pages, one in twenty long, one in twenty broken, the last
 * one equal to the first, some in subfolders. Returns their names below the folder.
 */
export async function makeDocuments(folder: string, { seed, count, long = [40, 120] }: DocumentTerms): Promise<string[]> {
  const random = seededRandom(seed);
  const first = pdfOf(random, 2);
  const names: string[] = [];
  for (let i = 0; i < count; i++) {
    const bytes = i === 0 || i === count - 1 ? first : oneOf(i, random, long);
    const name = `${i % 9 === 4 ? `batch ${i % 3}/` : ''}${String(i).padStart(3, '0')}${i % 11 === 5 ? ' Rechnung (Entwurf) für Zoë' : ''}.pdf`;
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
    names.push(name);
  }
  return names;
}

function oneOf(i: number, random: () => number, [from, to]: readonly [number, number]): Buffer {
  if (i % 20 === 7) return pdfOf(random, from + Math.floor(random() * (to - from + 1)));
  if (i % 20 === 13) return brokenOf(Math.floor(i / 20), pdfOf(random, 2), i);
  return pdfOf(random, 1 + Math.floor(random() * 3));
}

/** Pages of prose-like lines; no two documents are alike. */
export function pdfOf(random: () => number, pages: number): Buffer {
  return madePdf(
    Array.from({ length: pages }, (_, page) => [
      `Page ${page + 1} of ${pages}`,
      ...Array.from({ length: 48 }, () => line(random)),
      `${Math.floor(random() * 2 ** 32)}`,
    ]),
  );
}

function brokenOf(kind: number, pdf: Buffer, i: number): Buffer {
  switch (kind % 5) {
    case 0:
      return Buffer.from(`Only the name of file ${i} says that it is a PDF.\n`);
    case 1:
      return pdf.subarray(0, Math.floor(pdf.length / 2));
    case 2:
      return Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5_000, i)]);
    case 3:
      return Buffer.from(pdf.toString('latin1').replace('/Type /Catalog', '/Type /Nothing'), 'latin1');
    default:
      return Buffer.concat([pdf.subarray(0, 400), Buffer.alloc(200, i), pdf.subarray(600)]);
  }
}

const line = (random: () => number): string => Array.from({ length: 11 }, () => words[Math.floor(random() * words.length)] ?? '').join(' ');

const words =
  'the channel carries water to wheel and turns stones when they are busy gate is lowered so that no more comes than mill can use what not yet needed waits in pond grain flour sack miller invoice amount total date 2026 17.50 delivery'.split(
    ' ',
  );
