import { EncryptedPDFError, ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib';

export interface LoadedPdf {
  pdf: PDFDocument;
  /** What was written of it would be readable without its password. */
  encrypted: boolean;
}

/** Reads a PDF of so many pages so that it can be written again; undefined when the library does not make that of it. */
export async function loadPdf(bytes: Uint8Array, passwords: readonly string[], pages: number): Promise<LoadedPdf | undefined> {
  const loaded = await load(bytes, passwords);
  return loaded !== undefined && countPages(loaded.pdf) === pages ? loaded : undefined;
}

async function load(bytes: Uint8Array, passwords: readonly string[]): Promise<LoadedPdf | undefined> {
  try {
    return { pdf: await PDFDocument.load(bytes, { ...options, forIncrementalUpdate: true }), encrypted: false };
  } catch (error) {
    const pdf = error instanceof EncryptedPDFError ? await unlocked(bytes, ['', ...passwords]) : undefined;
    return pdf && { pdf, encrypted: true };
  }
}

/** Nothing of the time of writing gets into the file. */
const options = { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest };

/** Many files are encrypted with the empty password, only to say what readers may do with them. */
async function unlocked(bytes: Uint8Array, passwords: readonly string[]): Promise<PDFDocument | undefined> {
  for (const password of passwords) {
    try {
      return await PDFDocument.load(bytes, { ...options, password });
    } catch {
      // The next one may be right; that none is leaves the file to be drawn.
    }
  }
  return undefined;
}

/** A page tree that is broken is noticed only when it is walked. */
function countPages(pdf: PDFDocument): number {
  try {
    return pdf.getPages().length;
  } catch {
    return 0;
  }
}
