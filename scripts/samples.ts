import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';

/** Always the same bytes, so that a second run is seen to be a second run. */
const made = new Date('2026-01-05T09:00:00Z');

/** Makes a handful of documents of different kinds in a folder; returns their names. */
export async function makeSamples(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  for (const [name, draw] of Object.entries(samples)) await writePdf(join(folder, name), draw);
  await writeFile(join(folder, 'not-really.pdf'), 'This file only claims to be a PDF.\n');
  return [...Object.keys(samples), 'not-really.pdf'];
}

const samples: Record<string, (pdf: PDFKit.PDFDocument) => void> = {
  'invoice-17.pdf': invoice,
  'article-two-columns.pdf': article,
  'letter.pdf': letter,
  'minutes-3-pages.pdf': minutes,
};

async function writePdf(path: string, draw: (pdf: PDFKit.PDFDocument) => void): Promise<void> {
  const pdf = new PDFDocument({ size: 'A4', margin: 56, info: { Title: 'Sample', Author: 'Millrace', CreationDate: made, ModDate: made } });
  const stream = pdf.pipe(createWriteStream(path));
  draw(pdf);
  pdf.end();
  await finished(stream);
}

function invoice(pdf: PDFKit.PDFDocument): void {
  pdf.fontSize(20).text('Invoice 17').moveDown(0.5).fontSize(10);
  pdf.text('Mill Supplies Ltd, 4 Weir Lane, Watertown').text('Date: 2026-03-01').text('Due: 2026-03-31').moveDown();
  const rows = [
    ['Item', 'Qty', 'Price', 'Amount'],
    ['Bolt, oak', '4', '2.50', '10.00'],
    ['Paddle', '6', '15.00', '90.00'],
    ['Total', '', '', '100.00'],
  ];
  rows.forEach((row, r) => row.forEach((cell, c) => pdf.text(cell, 56 + c * 120, 190 + r * 20, { lineBreak: false })));
  for (let r = 0; r <= rows.length; r++)
    pdf
      .moveTo(50, 184 + r * 20)
      .lineTo(530, 184 + r * 20)
      .stroke();
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
