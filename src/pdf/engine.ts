import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { listenToReader } from './warnings.ts';

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string): string => join(packageFolder, name) + sep;

/**
 * Starts pdf.js on `bytes`, which it takes over (the array is empty afterwards), with everything that it needs from its
 * own package: without the character maps a CJK page has no text and says so only in a warning.
 * No images are decoded (`maxImageSize`): text needs none of them, and no image bomb can go off.
 */
export function loadDocument(bytes: Uint8Array): PDFDocumentLoadingTask {
  listenToReader();
  return getDocument({
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
    maxImageSize: 1,
  });
}
