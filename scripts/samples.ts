import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import { agreement, invoice, invoiceWithData, receipt } from './business-samples.ts';

/** Always the same bytes, so that a second run is seen to be a second run. */
const made = new Date('2026-01-05T09:00:00Z');

/** Makes a handful of documents of different kinds in a folder; returns their names. */
export async function makeSamples(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  for (const [name, draw] of Object.entries(samples)) await writePdf(join(folder, name), draw);
  await writeFile(join(folder, 'receipt.png'), receipt());
  await writeFile(join(folder, 'not-really.pdf'), 'This file only claims to be a PDF.\n');
  return [...Object.keys(samples), 'receipt.png', 'not-really.pdf'];
}

const samples: Record<string, (pdf: PDFKit.PDFDocument) => void> = {
  'invoice-17.pdf': (pdf) => invoice(pdf),
  'invoice-18-with-data.pdf': (pdf) => invoiceWithData(pdf, made),
  'agreement.pdf': agreement,
  'article-two-columns.pdf': article,
  'letter.pdf': letter,
  'mill-report.pdf': report,
  'minutes-3-pages.pdf': minutes,
};

async function writePdf(path: string, draw: (pdf: PDFKit.PDFDocument) => void): Promise<void> {
  const pdf = new PDFDocument({ size: 'A4', margin: 56, info: { Title: 'Sample', Author: 'Millrace', CreationDate: made, ModDate: made } });
  const stream = pdf.pipe(createWriteStream(path));
  draw(pdf);
  pdf.end();
  await finished(stream);
}

/** Tables of several kinds, and what only looks like one. */
function report(pdf: PDFKit.PDFDocument): void {
  pdf.fontSize(18).text('Mill Report').moveDown(0.5).fontSize(10);
  pdf.text(`${prose} `.repeat(2));
  pdf.fontSize(10).text('Table 1. Flour ground in the first half of the year, in sacks', 56, 190);
  grid(pdf, 56, 210, [130, 88, 88, 88, 88], flour);
  pdf.fontSize(10).text('Table 2. Work on the mill race', 56, 380);
  works.forEach((row, r) => row.forEach((cell, c) => pdf.text(cell, [56, 250, 340, 430][c] ?? 0, 402 + r * 16, { lineBreak: false })));
  for (const y of [398, 414, 482]) pdf.moveTo(56, y).lineTo(500, y).lineWidth(0.6).stroke();
  pdf.text(`${prose} `.repeat(3), 56, 510, { columns: 2, columnGap: 24, height: 120 });
  pdf.text('In the next report', 56, 670);
  chapters.forEach(([name = '', page = ''], r) => {
    pdf.text(`${name} ${'.'.repeat(90 - 2 * name.length)}`, 56, 690 + r * 16, { lineBreak: false });
    pdf.text(page, 500, 690 + r * 16, { lineBreak: false });
  });
}

const flour = [
  ['Kind', 'Spring', '', 'Summer', ''],
  ['', 'white', 'whole', 'white', 'whole'],
  ['Wheat', '412', '96', '380', '88'],
  ['Rye', '120', '71', '97', '64'],
  ['Spelt', '38', '22', '41', '19'],
  ['Total', '570', '189', '518', '171'],
];

const works = [
  ['Place', 'Days', 'Hands', 'Cost'],
  ['Upper sluice', '3', '4', '212.00'],
  ['Weir', '11', '6', '1,740.50'],
  ['Tail race', '2', '2', '96.00'],
  ['Wheel pit', '5', '3', '388.25'],
];

const chapters = [
  ['The new sluice', '2'],
  ['Stones and their dressing', '4'],
  ['What the brook carried', '7'],
  ['Accounts', '11'],
];

/** The first two rows are headings: a text with nothing right of it, or below it on the left, has that room as well. */
function grid(pdf: PDFKit.PDFDocument, left: number, top: number, widths: readonly number[], rows: readonly (readonly string[])[]): void {
  const height = 22;
  const xs = widths.reduce<number[]>((all, width) => [...all, (all.at(-1) ?? left) + width], [left]);
  const line = (x0: number, y0: number, x1: number, y1: number): void => void pdf.moveTo(x0, y0).lineTo(x1, y1).lineWidth(0.6).stroke();
  const [start = 0, body = 0] = xs;
  const end = xs.at(-1) ?? 0;
  for (let r = 0; r <= rows.length; r++) line(r === 1 ? body : start, top + r * height, end, top + r * height);
  xs.forEach((x, c) => line(x, top + (c === 2 || c === 4 ? height : 0), x, top + rows.length * height));
  rows.forEach((row, r) => row.forEach((cell, c) => pdf.text(cell, (xs[c] ?? 0) + 6, top + r * height + 6, { lineBreak: false })));
}

function article(pdf: PDFKit.PDFDocument): void {
  pdf.fontSize(16).text('On the Harnessing of Streams', { align: 'center' }).moveDown().fontSize(10);
  pdf.text(`${prose} `.repeat(9), { columns: 2, columnGap: 24, align: 'justify' });
}

function letter(pdf: PDFKit.PDFDocument): void {
  pdf.fontSize(11).text('Dear miller,').moveDown().text(`${prose} `.repeat(3)).moveDown().text('Yours faithfully,').text('The brook');
}

function minutes(pdf: PDFKit.PDFDocument): void {
  for (let page = 1; page <= 3; page++) {
    if (page > 1) pdf.addPage();
    pdf.fontSize(9).text('Minutes of the Mill Board', { align: 'right' }).moveDown(2).fontSize(11);
    pdf.text(`Item ${page}. ${prose} `.repeat(4));
    pdf.fontSize(9).text(`Page ${page}`, 56, 770, { align: 'center', lineBreak: false });
  }
}

const prose =
  'A channel carries the water to the wheel, and the wheel turns the stones. When the stones are busy the gate is lowered, so that no more water comes than the mill can use, and what is not yet needed waits in the pond.';

// The ones that come with the checkout.
if (import.meta.main) await makeSamples(join(import.meta.dirname, '..', 'samples'));
