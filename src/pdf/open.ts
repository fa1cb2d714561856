import { readFileSync } from 'node:fs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { SourceFile } from '../model/document.ts';
import { MillraceError } from '../model/errors.ts';
import { openDocuments } from '../model/workers.ts';
import { indexMarks } from './actual-text.ts';
import type { PageMarks } from './actual-text.ts';
import { scanContent } from './content-scan.ts';
import { loadDocument } from './engine.ts';
import { salvage } from './salvage.ts';
import { hearWarnings } from './warnings.ts';

export interface OpenPdf {
  document: PDFDocumentProxy;
  /** Whether text that nobody sees is possible on its pages. */
  mayHideText: boolean;
  /** The marked content of a page whose file replaces some of its text. */
  marksOf?: PageMarks;
  /** Its index was broken, or its end was missing. */
  repaired: boolean;
}

interface Kept {
  pdf: Promise<OpenPdf>;
  bytes: number;
}

/** By content and path; the one used last stands last. */
const kept = new Map<string, Kept>();

/** Bytes of files that are kept open together, besides the one in use. */
const keptBytes = 64 * 1024 * 1024;

/**
 * Opens a PDF, or hands it out once more when it is one of the few opened last: tasks on several documents come by turns, and
 * the structure of each is parsed once. Throws `document.damaged`, `document.password-required`,
 * `document.password-wrong`, `document.no-pages`, `source.vanished` or `source.unreadable`.
 */
export async function openPdf(file: SourceFile): Promise<OpenPdf> {
  const key = `${file.sha256} ${file.path}`;
  const known = kept.get(key) ?? { pdf: open(file), bytes: file.bytes };
  kept.delete(key);
  kept.set(key, known);
  await closeOldest();
  try {
    return await known.pdf;
  } catch (error) {
    kept.delete(key);
    throw error;
  }
}

async function closeOldest(): Promise<void> {
  for (const key of [...kept.keys()].slice(0, -1)) {
    const bytes = [...kept.values()].reduce((sum, one) => sum + one.bytes, 0);
    if (kept.size > openDocuments || bytes > keptBytes) await close(key);
  }
}

async function close(key: string): Promise<void> {
  const closing = kept.get(key);
  kept.delete(key);
  // One that could not be opened was told to whoever asked for it, and there is nothing to close.
  const pdf = await closing?.pdf.catch(() => undefined);
  await pdf?.document.loadingTask.destroy();
}

async function open(file: SourceFile): Promise<OpenPdf> {
  const bytes = readBytes(file.path);
  const { mayHideText, replacesText } = scanContent(bytes);
  const marksOf = replacesText ? indexMarks(Buffer.from(bytes)) : undefined;
  const opened = await load(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), file.passwords).catch((error: unknown) =>
    salvaged(file, error),
  );
  return { ...opened, mayHideText, ...(marksOf !== undefined && { marksOf }) };
}

type Loaded = Pick<OpenPdf, 'document' | 'repaired'>;

async function load(bytes: Uint8Array, passwords: readonly string[]): Promise<Loaded> {
  const task = loadDocument(bytes);
  const untried = [...passwords];
  task.onPassword = (answer: (password: string | Error) => void) => answer(untried.shift() ?? new Error('no password left'));
  try {
    const { value: document, warnings } = await hearWarnings(() => task.promise);
    await findPage(document);
    return { document, repaired: warnings.some((said) => said.startsWith('Indexing all PDF objects')) };
  } catch (error) {
    await task.destroy();
    throw refusal(error, passwords.length);
  }
}

/** Tries once more, with what a file that was cut off has lost. When that does not help, the first error tells more. */
async function salvaged(file: SourceFile, error: unknown): Promise<Loaded> {
  if (!(error instanceof MillraceError) || error.code !== 'document.damaged') throw error;
  const bytes = salvage(readBytes(file.path));
  if (bytes === undefined) throw error;
  const opened = await load(bytes, file.passwords).catch(() => {
    throw error;
  });
  return { ...opened, repaired: true };
}

/** Pages that are looked at before a document counts as having none. */
const mostLooks = 50;

async function findPage(document: PDFDocumentProxy): Promise<void> {
  let reason: unknown;
  for (let page = 1; page <= Math.min(document.numPages, mostLooks); page++) {
    try {
      await document.getPage(page);
      return;
    } catch (error) {
      reason = error;
    }
  }
  throw new MillraceError('document.no-pages', `The file states ${document.numPages} pages, but none can be found.`, reason);
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
