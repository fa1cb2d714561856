import { decodeImagePage } from '../image/decode.ts';
import { imageTypes } from '../image/media-types.ts';
import { toGrey } from '../image/raster.ts';
import type { Raster } from '../image/raster.ts';
import type { SourceFile } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { renderPage } from '../pdf/render.ts';
import type { RenderOptions } from '../pdf/render.ts';

export interface PageRasterOptions {
  /** Pixels for 72 points; a page too large for it comes with fewer, and says so. */
  dpi: number;
  /** One channel instead of three or four. */
  grey?: boolean;
  /** Most pixels of the picture. */
  maxPixels?: number;
}

/** A page as pixels, and what of it could not be drawn. */
export interface PageRaster extends Raster {
  findings: readonly Finding[];
}

/** An A4 page of 600 dpi. */
const mostPixels = 36_000_000;

/**
 * A page of a document of any kind as displayed, on white. Throws what opening the file throws, and `document.damaged` when the page cannot be drawn.
 */
export async function pageRaster(file: SourceFile, mediaType: string, page: number, options: PageRasterOptions): Promise<PageRaster> {
  const { dpi, grey = false, maxPixels = mostPixels } = options;
  const { raster, findings } = imageTypes.has(mediaType)
    ? await imageRaster(file, mediaType, page, dpi, maxPixels)
    : await pdfRaster(file, page, { dpi, maxPixels, grey });
  return { ...(grey ? toGrey(raster) : raster), findings };
}

interface Found {
  raster: Raster;
  findings: Finding[];
}

async function pdfRaster(file: SourceFile, page: number, options: RenderOptions): Promise<Found> {
  const { raster, warnings } = await renderPage(file, page, options);
  const findings = warnings.slice(0, 1).map((message): Finding => ({ code: 'render.incomplete', severity: 'warning', page, message }));
  return { raster, findings };
}

async function imageRaster(file: SourceFile, mediaType: string, page: number, dpi: number, maxPixels: number): Promise<Found> {
  const { raster, damage } = await decodeImagePage(file, mediaType, page, dpi, maxPixels);
  const message = `Part of the picture could not be decoded: ${damage}`;
  return { raster, findings: damage === undefined ? [] : [{ code: 'image.damaged', severity: 'warning', page, message }] };
}
