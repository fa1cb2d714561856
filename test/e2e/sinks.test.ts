import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { drawnPdf, put } from '../support/drawn-pdf.ts';
import { drawnRaster } from '../support/drawn-raster.ts';
import { test } from '../support/in-workspace.ts';
import { textOf } from '../support/read-document.ts';
import { scannedPdf } from '../support/scanned-pdf.ts';
import type { Workspace } from '../support/workspace.ts';

const sinks = ['json', 'markdown', 'csv', 'searchable-pdf'].map((name) => `  - use: ${name}\n    folder: ../results\n`).join('');
const pipeline = `name: documents\nsource:\n  watch: ../watch\nstages: [identify, text, ocr, tables, furniture]\nsinks:\n${sinks}`;

const rules = [0, 1, 2, 3]
  .map((row) => `80 ${700 - 20 * row} m 280 ${700 - 20 * row} l S`)
  .concat([80, 180, 280].map((x) => `${x} 700 m ${x} 640 l S`));
const priceList = drawnPdf([
  {
    content: `${rules.join('\n')}\n${put([
      [80, 740, 'What our mill has to sell in this season of the year:'],
      [85, 685, 'Item'],
      [185, 685, 'Price'],
      [85, 665, 'Flour'],
      [185, 665, '-12.50'],
      [85, 645, '=Bran'],
      [185, 645, '3'],
    ])}`,
  },
]);
const scan = scannedPdf([drawnRaster(['The stream drives the wheel', 'and the wheel drives the stone'], { dpi: 200, height: 200 })]);

async function documents(place: Workspace): Promise<void> {
  await mkdir(place.at('docs', 'sub'), { recursive: true });
  await writeFile(place.at('pipelines', 'documents.yaml'), pipeline);
  await writeFile(place.at('docs', 'prices.pdf'), priceList);
  await writeFile(place.at('docs', 'sub', 'scan.pdf'), scan);
}

describe('a pipeline with all sinks', () => {
  test('gives each document in every form, and the same bytes into another folder', { timeout: 120_000 }, async ({ place }) => {
    await documents(place);
    const { code } = await place.run('batch', 'docs', '--out', 'results');
    const files = (await place.files('results')).filter((name) => !name.startsWith('report.'));
    expect([code, files]).toEqual([
      0,
      [
        'prices.pdf.json',
        'prices.pdf.md',
        'prices.pdf.searchable.pdf',
        'prices.pdf.tables/table-1.csv',
        'sub/scan.pdf.json',
        'sub/scan.pdf.md',
        'sub/scan.pdf.searchable.pdf',
      ],
    ]);
    expect(await place.json('results', 'prices.pdf.json')).toMatchObject({
      tables: [
        {
          page: 1,
          rows: [
            ['Flour', '-12.50'],
            ['=Bran', '3'],
          ],
        },
      ],
    });
    expect(await place.read('results', 'prices.pdf.tables', 'table-1.csv')).toBe("Item,Price\r\nFlour,-12.50\r\n'=Bran,3\r\n");
    expect(await place.read('results', 'prices.pdf.md')).toBe(
      'What our mill has to sell in this season of the year:\n\n| Item | Price |\n| --- | --- |\n| Flour | -12.50 |\n| =Bran | 3 |\n',
    );
    expect((await readFile(place.at('results', 'prices.pdf.searchable.pdf'))).equals(priceList)).toBe(true);
    expect(await textOf(await readFile(place.at('results', 'sub', 'scan.pdf.searchable.pdf')))).toMatch(
      /stream drives the wheel\s+and the wheel drives the stone/,
    );
    const first = await Promise.all(files.map((name) => readFile(place.at('results', name))));
    await place.run('batch', 'docs', '--out', 'again');
    const again = await Promise.all(files.map((name) => readFile(place.at('again', name))));
    expect(files.filter((_, at) => !again[at]?.equals(first[at] ?? Buffer.alloc(0)))).toEqual([]);
    const before = await stat(place.at('results', 'prices.pdf.tables'));
    // What is done is not done again.
    await place.run('batch', 'docs', '--out', 'results');
    expect((await stat(place.at('results', 'prices.pdf.tables'))).ino).toBe(before.ino);
  });
});
