import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas, GlobalFonts, ImageData } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Raster } from './raster.ts';

/** Draws on a sheet, in pixels from its top left. */
export type Pen = SKRSContext2D;

export interface Sheet {
  pen: Pen;
  /** The same bytes for the same drawing. */
  png: () => Uint8Array;
}

/** An empty white sheet. */
export function openSheet(width: number, height: number): Sheet {
  bringFonts();
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, width, height);
  return { pen, png: () => canvas.encodeSync('png') };
}

/** Lays an opaque picture on a sheet with its top left at `x`, `y`; `paleness` 0 leaves it as it is, 1 makes it white. */
export function layPicture(pen: Pen, raster: Raster, x: number, y: number, paleness: number): void {
  pen.putImageData(new ImageData(pixelsOf(raster), raster.width, raster.height), x, y);
  pen.fillStyle = `rgba(255, 255, 255, ${paleness})`;
  pen.fillRect(x, y, raster.width, raster.height);
}

/** The font of labels, for `pen.font`; `size` in pixels. */
export function labelFont(size: number, bold = false): string {
  // What the font of the package does not have, such as names in Chinese, comes from the machine where it has one.
  return `${bold ? 'bold ' : ''}${size}px "${family}", sans-serif`;
}

const family = 'Millrace Labels';

/** A machine without fonts, as a container is, has none to write labels with: pdf.js brings one that is made for pages without their own. */
function bringFonts(): void {
  if (GlobalFonts.has(family)) return;
  const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'standard_fonts');
  for (const style of ['Regular', 'Bold']) GlobalFonts.registerFromPath(join(folder, `LiberationSans-${style}.ttf`), family);
}

function pixelsOf({ data, channels, width, height }: Raster): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let from = 0, to = 0; to < pixels.length; from += channels, to += 4) {
    pixels[to] = data[from]!;
    pixels[to + 1] = data[channels === 1 ? from : from + 1]!;
    pixels[to + 2] = data[channels === 1 ? from : from + 2]!;
    pixels[to + 3] = 255;
  }
  return pixels;
}
