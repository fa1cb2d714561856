import type { Raster } from '../image/raster.ts';
import type { SourceFile } from '../model/document.ts';
import { composePage } from './compose.ts';
import type { Sheet } from './compose.ts';
import { drawPage } from './draw.ts';
import { longestSide } from './image-limits.ts';
import { lostContent } from './lost-content.ts';
import { openForRendering, openPdf } from './open.ts';
import { readOperators } from './operators.ts';
import { holdPage, releasePage } from './held-page.ts';
import { withPage } from './page.ts';
import { placedImages } from './placed-images.ts';
import { testRendering } from './render-self-test.ts';

export interface RenderOptions {
  /** Pixels for 72 points. */
  dpi: number;
  /** Most pixels of the picture; a page too large for them comes at a lower resolution. */
  maxPixels: number;
  grey: boolean;
}

export interface RenderedPage {
  raster: Raster;
  /** What could not be drawn, in the reader's own words. */
  lost: string[];
}

/**
 * Draws a page as displayed, on white. Throws what opening the file throws, `document.damaged` when the page cannot be drawn, and `worker.self-test`.
 * A page of nothing but images is put together from them, and may then have their resolution instead of one that is the same within half a percent.
 */
export async function renderPage(file: SourceFile, number: number, options: RenderOptions): Promise<RenderedPage> {
  await testRendering();
  try {
    return (await composed(file, number, options)) ?? (await drawn(file, number, options));
  } finally {
    releasePage();
  }
}

/** Images are decoded here only when the document that was opened for its text, which has none, shows nothing else on this page. */
async function composed(file: SourceFile, number: number, options: RenderOptions): Promise<RenderedPage | undefined> {
  const pdf = await openPdf(file);
  const bare = await withPage(pdf, number, async (page) => {
    const { width, height } = page.getViewport({ scale: 1 });
    const operators = await readOperators(pdf, page);
    return placedImages(operators, page.getViewport({ scale: 1 })).alone ? { width, height } : undefined;
  });
  if (bare === undefined) return undefined;
  const { images, alone, warnings } = await holdPage(file, number);
  const raster = alone ? await composePage(images, sheetOf(bare, options)) : undefined;
  return raster && { raster, lost: lostContent(warnings) };
}

async function drawn(file: SourceFile, number: number, options: RenderOptions): Promise<RenderedPage> {
  const pdf = await openForRendering(file);
  releasePage();
  return withPage(pdf, number, async (page) => {
    const { raster, warnings } = await drawPage(pdf.document, page, sheetOf(page.getViewport({ scale: 1 }), options));
    return { raster, lost: lostContent(warnings) };
  });
}

/** The page in points, and the resolution that it can be afforded at. */
function sheetOf({ width, height }: { width: number; height: number }, { dpi, maxPixels, grey }: RenderOptions): Sheet {
  const scale = Math.min(dpi / 72, Math.sqrt(maxPixels / (width * height)), longestSide / Math.max(width, height));
  return { width, height, dpi: scale * 72, grey };
}
