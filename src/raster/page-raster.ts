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
  if (raster.dpi < dpi * lowered) findings.push(loweredResolution(page, dpi, raster));
  return { ...(grey ? toGrey(raster) : raster), findings };
}

/** Share of the wanted resolution: own pixels of a scan may be half a percent off. */
const lowered = 0.99;

function loweredResolution(page: number, dpi: number, { width, height, dpi: given }: Raster): Finding {
  const message = `The page is so large that it was drawn at ${Math.round(given)} instead of ${Math.round(dpi)} dpi, which makes ${width} × ${height} pixels.`;
  return { code: 'render.resolution', severity: 'info', page, message };
}

interface Found {
  raster: Raster;
  findings: Finding[];
}

async function pdfRaster(file: SourceFile, page: number, options: RenderOptions): Promise<Found> {
  const { raster, lost } = await renderPage(file, page, options);
  const message = `Part of the page could not be drawn: ${lost.slice(0, 3).join(' ').slice(0, 500)}`;
  return { raster, findings: lost.length === 0 ? [] : [{ code: 'render.incomplete', severity: 'warning', page, message }] };
}

async function imageRaster(file: SourceFile, mediaType: string, page: number, dpi: number, maxPixels: number): Promise<Found> {
  const { raster, damage } = await decodeImagePage(file, mediaType, page, dpi, maxPixels);
  const message = `Part of the picture could not be decoded: ${damage}`;
  return { raster, findings: damage === undefined ? [] : [{ code: 'image.damaged', severity: 'warning', page, message }] };
}
