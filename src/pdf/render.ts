import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { toGrey } from '../image/raster.ts';
import type { Raster } from '../image/raster.ts';
import type { SourceFile } from '../model/document.ts';
import { composePage } from './compose.ts';
import type { Sheet } from './compose.ts';
import { longestSide } from './image-limits.ts';
import { openForRendering, openPdf } from './open.ts';
import { readOperators } from './operators.ts';
import { holdPage, releasePage } from './page-images.ts';
import { withPage } from './page.ts';
import type { PdfPage } from './page.ts';
import { placedImages } from './placed-images.ts';
import { hearWarnings } from './warnings.ts';
import type { ReaderWarnings } from './warnings.ts';

export interface RenderOptions {
  /** Pixels for 72 points. */
  dpi: number;
  /** Most pixels of the picture; a page too large for them comes at a lower resolution. */
  maxPixels: number;
  grey: boolean;
}

export interface RenderedPage {
  raster: Raster;
  warnings: ReaderWarnings;
}

/**
 * Draws a page as displayed, on white. Throws what opening the file throws, and `document.damaged` when the page cannot be drawn.
 * A page of nothing but images is put together from them, and may then have their resolution instead of one that is the same within half a percent.
 */
export async function renderPage(file: SourceFile, number: number, options: RenderOptions): Promise<RenderedPage> {
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
  return raster && { raster, warnings };
}

async function drawn(file: SourceFile, number: number, options: RenderOptions): Promise<RenderedPage> {
  const pdf = await openForRendering(file);
  releasePage();
  return withPage(pdf, number, (page) => draw(pdf.document, page, options));
}

async function draw(document: PDFDocumentProxy, page: PdfPage, options: RenderOptions): Promise<RenderedPage> {
  const { width, height, dpi } = sheetOf(page.getViewport({ scale: 1 }), options);
  const factory = document.canvasFactory as CanvasFactory;
  const { canvas } = factory.create(Math.max(1, Math.round((width * dpi) / 72)), Math.max(1, Math.round((height * dpi) / 72)));
  const { warnings } = await hearWarnings(
    () => page.render({ canvas: canvas as never, viewport: page.getViewport({ scale: dpi / 72 }), background: 'white' }).promise,
  );
  const raster: Raster = { width: canvas.width, height: canvas.height, channels: 4, data: canvas.data(), dpi };
  return { raster: options.grey ? toGrey(raster) : raster, warnings };
}

/** What pdf.js makes canvases with, so that they are of the copy of the library that it draws with. */
interface CanvasFactory {
  create(width: number, height: number): { canvas: { width: number; height: number; data(): Uint8Array } };
}

/** The page in points, and the resolution that it can be afforded at. */
function sheetOf({ width, height }: { width: number; height: number }, { dpi, maxPixels, grey }: RenderOptions): Sheet {
  const scale = Math.min(dpi / 72, Math.sqrt(maxPixels / (width * height)), longestSide / Math.max(width, height));
  return { width, height, dpi: scale * 72, grey };
}
