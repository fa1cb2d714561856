import { findRulings } from '../../image/rulings.ts';
import type { SourceFile } from '../../model/document.ts';
import type { Edge } from '../../model/drawing.ts';
import { pageRaster } from '../../raster/page-raster.ts';
import { levelPoint } from './levelled.ts';

/** Pixels for 72 points: two for the thinnest rules that are printed. */
const dpi = 150;

/** The rules that are seen in the picture of a page, in points, as they would be were the page, turned clockwise by `skew` degrees, straight. */
export async function scannedRules(file: SourceFile, mediaType: string, page: number, skew: number): Promise<Edge[]> {
  const raster = await pageRaster(file, mediaType, page, { dpi, grey: true });
  const point = raster.dpi / 72;
  return findRulings(raster, skew).map(({ way, start, end, thickness }): Edge => {
    const [x0, y0] = levelPoint(start[0] / point, start[1] / point, skew);
    const [x1, y1] = levelPoint(end[0] / point, end[1] / point, skew);
    const place = way === 'h' ? { at: (y0 + y1) / 2, from: x0, to: x1 } : { at: (x0 + x1) / 2, from: y0, to: y1 };
    return { way, ...place, thickness: thickness / point };
  });
}
