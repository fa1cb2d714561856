import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { MillraceError } from '../model/errors.ts';
import type { OpenPdf } from './open.ts';

export type PdfPage = PDFPageProxy;

/** Lends a page, by its number from 1, to `work`, and lets go of what it cost. Throws `document.damaged` when it cannot be read. */
export async function withPage<T>({ document }: OpenPdf, number: number, work: (page: PdfPage) => Promise<T>): Promise<T> {
  try {
    const page = await document.getPage(number);
    try {
      return await work(page);
    } finally {
      page.cleanup();
    }
  } catch (error) {
    if (error instanceof MillraceError) throw error;
    throw new MillraceError('document.damaged', `Page ${number} cannot be read: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}
