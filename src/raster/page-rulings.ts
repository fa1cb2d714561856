import { findRulings } from '../image/rulings.ts';
import type { SourceFile } from '../model/document.ts';
import type { Edge } from '../model/drawing.ts';
import { pageRaster } from './page-raster.ts';

/**
 * The rules that can be seen on a page of a document of any kind, for pages whose rules are pixels. `skew` is by how many degrees the page is turned clockwise; the place of a rule that
 * runs aslant is that of its middle. Throws what `pageRaster` throws.
 */
export async function pageRulings(file: SourceFile, mediaType: string, page: number, skew = 0): Promise<Edge[]> {
  const raster = await pageRaster(file, mediaType, page, { dpi: enough, grey: true });
  const points = 72 / raster.dpi;
  return findRulings(raster, skew).map(({ way, start, end, thickness }): Edge => {
    const [along, across] = way === 'h' ? [0, 1] : [1, 0];
    // The middle of a pixel, its far side at the end.
    const at = ((start[across]! + end[across]!) / 2 + 0.5) * points;
    return { way, at, from: start[along]! * points, to: (end[along]! + 1) * points, thickness: thickness * points };
  });
}

/** Pixels for 72 points: a hairline still darkens a pixel. */
const enough = 200;
