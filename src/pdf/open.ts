import { readFileSync } from 'node:fs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { SourceFile } from '../model/document.ts';
import { MillraceError } from '../model/errors.ts';
import { indexMarks } from './actual-text.ts';
import type { PageMarks } from './actual-text.ts';
import { scanContent } from './content-scan.ts';
import { loadDocument } from './engine.ts';
import { hearWarnings } from './warnings.ts';
import type { ReaderWarnings } from './warnings.ts';

export interface OpenPdf {
  document: PDFDocumentProxy;
  /** Whether text that nobody sees is possible on its pages. */
  mayHideText: boolean;
  /** The marked content of a page whose file replaces some of its text. */
  marksOf?: PageMarks;
  /** What the reader said when it opened the file: what it had to repair. */
  warnings: ReaderWarnings;
}

let last: { key: string; pdf: Promise<OpenPdf> } | undefined;

/**
 * Opens a PDF, or hands out the one opened last when it is the same, so that tasks that follow each other on one document
 * parse its structure once. Opening another closes it. Throws `document.damaged`, `document.password-required`,
 * `document.password-wrong`, `document.no-pages`, `source.vanished` or `source.unreadable`.
 */
export async function openPdf(file: SourceFile): Promise<OpenPdf> {
  const key = `${file.sha256} ${file.path}`;
  if (last?.key !== key) {
    await closePdf();
    last = { key, pdf: open(file) };
  }
  return last.pdf;
}

/** Lets go of the document opened last and everything that the reader keeps of it. */
export async function closePdf(): Promise<void> {
  const closing = last;
  last = undefined;
  const pdf = await closing?.pdf.catch(() => undefined);
  await pdf?.document.loadingTask.destroy();
}

async function open(file: SourceFile): Promise<OpenPdf> {
  const bytes = readBytes(file.path);
  const { mayHideText, replacesText } = scanContent(bytes);
  const marksOf = replacesText ? indexMarks(Buffer.from(bytes)) : undefined;
  const task = loadDocument(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const untried = [...file.passwords];
  task.onPassword = (answer: (password: string | Error) => void) => answer(untried.shift() ?? new Error('no password left'));
  try {
    const { value: document, warnings } = await hearWarnings(() => task.promise);
    if (document.numPages < 1) throw new MillraceError('document.no-pages', 'The document has no page.');
    return { document, mayHideText, warnings, ...(marksOf !== undefined && { marksOf }) };
  } catch (error) {
    await task.destroy();
    throw refusal(error, file.passwords.length);
  }
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw gone
      ? new MillraceError('source.vanished', 'The file was gone before it could be read.', error)
      : new MillraceError('source.unreadable', 'The file could not be read.', error);
  }
}

function refusal(error: unknown, passwords: number): MillraceError {
  if (error instanceof MillraceError) return error;
  if (error instanceof Error && error.name === 'PasswordException') {
    return passwords === 0
      ? new MillraceError('document.password-required', 'The file is encrypted and no password is known.', error)
      : new MillraceError('document.password-wrong', `The file is encrypted and none of ${passwords} passwords opens it.`, error);
  }
  const said = error instanceof Error ? error.message : String(error);
  return new MillraceError('document.damaged', `The file cannot be read as a PDF: ${said}`, error);
}
