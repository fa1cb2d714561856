import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { getDocument, PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { allowLargeImages, largestImage } from './image-limits.ts';
import { inflateHere } from './inflate.ts';
import { SameThreadPort } from './port.ts';
import { listenToReader } from './warnings.ts';

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string): string => join(packageFolder, name) + sep;

/**
 * Starts pdf.js on `bytes`, which it takes over (the array is empty afterwards), with everything that it needs from its
 * own package: without the character maps a CJK page has no text and says so only in a warning.
 * Images of more than `mostPixels` are left out undecoded, with a warning.
 */
export function loadDocument(bytes: Uint8Array, mostPixels: number): PDFDocumentLoadingTask {
  listenToReader();
  return getDocument({
    worker: (parser ??= startParser()),
    data: bytes,
    verbosity: VerbosityLevel.WARNINGS,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    enableXfa: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    stopAtErrors: false,
    maxImageSize: mostPixels,
    // Where the file says less than the image has: JPEG 2000 is then decoded at a lower resolution.
    canvasMaxAreaInBytes: 4 * largestImage,
  });
}

let parser: PDFWorker | undefined;

/** Both halves of pdf.js run in this thread, once for all documents. The half that parses has no types, and is reached where it registers itself. */
function startParser(): PDFWorker {
  inflateHere();
  allowLargeImages();
  const port = new SameThreadPort();
  const { pdfjsWorker } = globalThis as unknown as { pdfjsWorker: { WorkerMessageHandler: { initializeFromPort(port: SameThreadPort): void } } };
  pdfjsWorker.WorkerMessageHandler.initializeFromPort(port);
  return new PDFWorker({ port: port as unknown as null, verbosity: VerbosityLevel.WARNINGS });
}
