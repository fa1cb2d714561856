import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { Raster } from '../../src/image/raster.ts';

/** Points of an A4 page. */
export const a4 = { width: 595, height: 842 };

export interface RasterTerms {
  dpi?: number;
  /** Points. */
  width?: number;
  height?: number;
  /** Height of the type in points. */
  size?: number;
}

const family = 'Drawn';
const margin = 56;

/** A grey picture of lines of black text on white, as a perfect scanner would see them; the same bytes for the same terms on every machine. */
export function drawnRaster(lines: readonly string[], { dpi = 150, width = a4.width, height = a4.height, size = 12 }: RasterTerms = {}): Raster {
  bringFont();
  const scale = dpi / 72;
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
  const pen = createCanvas(across, down).getContext('2d');
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, across, down);
  pen.fillStyle = 'black';
  pen.font = `${size * scale}px "${family}"`;
  lines.forEach((line, index) => pen.fillText(line, margin * scale, (margin + 1.5 * size * (index + 1)) * scale));
  const { data: rgba } = pen.getImageData(0, 0, across, down);
  const data = Uint8Array.from({ length: across * down }, (_, pixel) => rgba[4 * pixel] ?? 0);
  return { width: across, height: down, channels: 1, data, dpi };
}

/** A machine may have no fonts; pdf.js brings one. */
function bringFont(): void {
  if (GlobalFonts.has(family)) return;
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  GlobalFonts.registerFromPath(join(folder, 'standard_fonts', 'LiberationSans-Regular.ttf'), family);
}
