import { setImmediate } from 'node:timers/promises';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { toGrey } from '../image/raster.ts';
import type { Raster } from '../image/raster.ts';
import type { Sheet } from './compose.ts';
import type { PdfPage } from './page.ts';
import { hearWarnings } from './warnings.ts';
import type { ReaderWarnings } from './warnings.ts';

/** Draws a page of a document that was opened for rendering, as displayed, on a canvas. */
export async function drawPage(
  document: PDFDocumentProxy,
  page: PdfPage,
  { width, height, dpi, grey }: Sheet,
): Promise<{ raster: Raster; warnings: ReaderWarnings }> {
  const factory = document.canvasFactory as CanvasFactory;
  const entry = factory.create(Math.max(1, Math.round((width * dpi) / 72)), Math.max(1, Math.round((height * dpi) / 72)));
  const { canvas } = entry;
  const { warnings } = await hearWarnings(
    () => page.render({ canvas: canvas as never, viewport: page.getViewport({ scale: dpi / 72 }), background: 'white' }).promise,
  );
  const raster: Raster = { width: canvas.width, height: canvas.height, channels: 4, data: canvas.data(), dpi };
  const drawn = { raster: grey ? toGrey(raster) : raster, warnings };
  factory.destroy(entry);
  // The memory of canvases is freed between two turns of the event loop, and nothing else here waits for one.
  await setImmediate();
  return drawn;
}

/** What pdf.js makes canvases with, so that they are of the copy of the library that it draws with. */
interface CanvasFactory {
  create(width: number, height: number): { canvas: { width: number; height: number; data(): Uint8Array } };
  destroy(entry: unknown): void;
}
