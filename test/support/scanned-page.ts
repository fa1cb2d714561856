import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Raster } from '../../src/image/raster.ts';
import { seededRandom } from './random.ts';

/** How a page was scanned or photographed. */
export interface Scan {
  dpi: number;
  /** Clockwise degrees in which its lines run on the picture: quarters and skew. */
  angle: number;
  /** Grey level of the type, 0 to 255; 0 is black. */
  ink: number;
  /** How much darker the dark side is, 0 to 1. */
  shadow: number;
  /** Deviation of the grey of single pixels. */
  noise: number;
}

export const cleanScan: Scan = { dpi: 200, angle: 0, ink: 0, shadow: 0, noise: 0 };

export interface ScannedPage {
  raster: Raster;
  /** What is written on it, in reading order. */
  words: string[];
}

/** Points of an A5 page, and its margin. */
const sheet = { width: 420, height: 595, margin: 40 };

/**
 * A page of two paragraphs and a table with a white head on blue and grey cells, as a scanner or a camera gives it. The same seed writes the same words.
 */
export function scannedPage(seed: number, scan: Scan): ScannedPage {
  bringFonts();
  const random = seededRandom(seed);
  const words: string[] = [];
  const scale = scan.dpi / 72;
  const quarter = Math.round(scan.angle / 90) % 2 !== 0;
  const [across, down] = quarter ? [sheet.height, sheet.width] : [sheet.width, sheet.height];
  const [width, height] = [Math.round(across * scale), Math.round(down * scale)];
  const pen = createCanvas(width, height).getContext('2d');
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, width, height);
  pen.translate(width / 2, height / 2);
  pen.rotate((scan.angle * Math.PI) / 180);
  pen.scale(scale, scale);
  pen.translate(-sheet.width / 2, -sheet.height / 2);
  write(pen, random, `rgb(${scan.ink}, ${scan.ink}, ${scan.ink})`, words);
  const { data: rgba } = pen.getImageData(0, 0, width, height);
  const data = new Uint8Array(width * height);
  for (let at = 0; at < data.length; at++) {
    const luma = 0.299 * rgba[4 * at]! + 0.587 * rgba[4 * at + 1]! + 0.114 * rgba[4 * at + 2]!;
    const light = 1 - (scan.shadow * (at % width)) / width;
    const grain = scan.noise * (random() + random() + random() - 1.5) * 2;
    data[at] = Math.max(0, Math.min(255, luma * light + grain));
  }
  return { raster: { width, height, channels: 1, data, dpi: scan.dpi }, words };
}

function write(pen: SKRSContext2D, random: () => number, ink: string, words: string[]): void {
  let y = sheet.margin + 12;
  const paragraph = (lines: number, size: number, family: string): void => {
    pen.font = `${size}px "${family}"`;
    pen.fillStyle = ink;
    for (let i = 0; i < lines; i++, y += 1.35 * size) {
      const line: string[] = [];
      for (;;) {
        const next = [...line, pick(random)];
        if (pen.measureText(next.join(' ')).width > sheet.width - 2 * sheet.margin) break;
        line.splice(0, line.length, ...next);
      }
      pen.fillText(line.join(' '), sheet.margin, y);
      words.push(...line);
    }
  };
  paragraph(8, 10.5, 'Scanned Serif');
  y += 14;
  table(pen, random, ink, y, words);
  y += 7 * 18 + 20;
  paragraph(10, 10, 'Scanned Sans');
}

/** Four columns; a head of white on blue, every other row on grey. */
function table(pen: SKRSContext2D, random: () => number, ink: string, top: number, words: string[]): void {
  const row = 18;
  const column = (sheet.width - 2 * sheet.margin) / 4;
  for (let r = 0; r < 6; r++) {
    const y = top + r * row;
    pen.fillStyle = r === 0 ? '#24457a' : r % 2 === 0 ? '#d4d4d4' : 'white';
    pen.fillRect(sheet.margin, y, 4 * column, row);
    pen.font = `10px "Scanned ${r === 0 ? 'Bold' : 'Sans'}"`;
    pen.fillStyle = r === 0 ? 'white' : ink;
    for (let c = 0; c < 4; c++) {
      const word = r > 0 && c > 0 ? `${Math.floor(10 + random() * 9989)}.${Math.floor(10 + random() * 89)}` : pick(random);
      pen.fillText(word, sheet.margin + c * column + 6, y + 13);
      words.push(word);
    }
  }
  pen.strokeStyle = ink;
  pen.lineWidth = 0.7;
  for (let r = 0; r <= 6; r++) pen.strokeRect(sheet.margin, top + r * row, 4 * column, 0.01);
}

function pick(random: () => number): string {
  return vocabulary[Math.floor(random() * vocabulary.length)] ?? '';
}

const vocabulary = (
  'about account address agreement amount another because before between board bottom bridge building carried certain change children city clear ' +
  'company condition contract copper country course credit customer daughter delivery department different discount document during early earth ' +
  'electric engine enough evening every example family figure finger following forest forward garden general glass government great ground harbour history ' +
  'house hundred important interest invoice island journey kitchen language large letter library machine market material measure member ' +
  'method money morning mountain music nation nature north notice number office opinion order other payment people person picture pocket point position ' +
  'price problem produce public quality question railway reason receipt record report river school science second service signal simple small station ' +
  'stone street summer supply surface system table teacher through thought ticket together total trade travel under value village voice water weather window winter wood word world year'
).split(' ');

/** pdf.js brings the fonts that a machine may lack. */
function bringFonts(): void {
  if (GlobalFonts.has('Scanned Sans')) return;
  const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'standard_fonts');
  GlobalFonts.registerFromPath(join(folder, 'LiberationSans-Regular.ttf'), 'Scanned Sans');
  GlobalFonts.registerFromPath(join(folder, 'LiberationSans-Bold.ttf'), 'Scanned Bold');
  GlobalFonts.registerFromPath(join(folder, 'FoxitSerif.pfb'), 'Scanned Serif');
}
