import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { SourceFile } from '../model/document.ts';
import type { Raster } from '../image/raster.ts';
import { openForRendering } from './open.ts';
import { withPage } from './page.ts';
import type { PdfPage } from './page.ts';
import { hearWarnings } from './warnings.ts';
import type { ReaderWarnings } from './warnings.ts';

export interface RenderedPage {
  /** With four channels, opaque. */
  raster: Raster;
  warnings: ReaderWarnings;
}

/**
 * Draws a page as displayed, on white, at `dpi` pixels for 72 points, or as many as `maxPixels` allows.
 * Throws what opening the file throws, and `document.damaged` when the page cannot be drawn.
 */
export async function renderPage(file: SourceFile, number: number, dpi: number, maxPixels: number): Promise<RenderedPage> {
  const pdf = await openForRendering(file);
  return withPage(pdf, number, (page) => draw(pdf.document, page, dpi, maxPixels));
}

async function draw(document: PDFDocumentProxy, page: PdfPage, wanted: number, maxPixels: number): Promise<RenderedPage> {
  const { width: points, height: pointsDown } = page.getViewport({ scale: 1 });
  const dpi = affordableDpi(points, pointsDown, wanted, maxPixels);
  const width = Math.max(1, Math.round((points * dpi) / 72));
  const height = Math.max(1, Math.round((pointsDown * dpi) / 72));
  const factory = document.canvasFactory as CanvasFactory;
  const { canvas } = factory.create(width, height);
  const { warnings } = await hearWarnings(
    () => page.render({ canvas: canvas as never, viewport: page.getViewport({ scale: dpi / 72 }), background: 'white' }).promise,
  );
  return { raster: { width, height, channels: 4, data: canvas.data(), dpi }, warnings };
}

/** What pdf.js makes canvases with, so that they are of the copy of the library that it draws with. */
interface CanvasFactory {
  create(width: number, height: number): { canvas: { data(): Uint8Array } };
}

/** Longest side in pixels that canvas and recognition both take. */
const longestSide = 32_000;

function affordableDpi(width: number, height: number, dpi: number, maxPixels: number): number {
  const scale = Math.min(dpi / 72, Math.sqrt(maxPixels / (width * height)), longestSide / Math.max(width, height));
  return scale * 72;
}
