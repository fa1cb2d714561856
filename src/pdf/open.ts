import { readFileSync } from 'node:fs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { SourceFile } from '../model/document.ts';
import { MillraceError } from '../model/errors.ts';
import { openDocuments } from '../model/workers.ts';
import { indexMarks } from './actual-text.ts';
import type { PageMarks } from './actual-text.ts';
import { scanContent } from './content-scan.ts';
import type { ContentScan } from './content-scan.ts';
import { loadDocument } from './engine.ts';
import { largestImage, noImages } from './image-limits.ts';
import { KeptDocuments } from './keep.ts';
import { indexImages } from './image-index.ts';
import type { PageImages } from './image-index.ts';
import { salvage } from './salvage.ts';
import { hearWarnings } from './warnings.ts';

export interface OpenPdf {
  document: PDFDocumentProxy;
  /** Whether text that nobody sees is possible on its pages. */
  mayHideText: boolean;
  /** All of its images are objects of their own, which can be read without drawing anything. */
  namesImages: boolean;
  /** Whether images are possible on a page. */
  mayShowImages: (page: PDFPageProxy) => boolean;
  /** The marked content of a page whose file replaces some of its text. */
  marksOf?: PageMarks;
  /** Its index was broken, or its end was missing. */
  repaired: boolean;
}

const readable = new KeptDocuments((file) => open(file, noImages), openDocuments);

/** One is enough: rendering costs far more than opening, and decoded images are large. */
const renderable = new KeptDocuments((file) => open(file, largestImage), 1);

/**
 * Opens a PDF for its text, or hands it out once more when it is one of the few opened last: tasks on several documents come by turns, and
 * the structure of each is parsed once. Throws `document.damaged`, `document.password-required`,
 * `document.password-wrong`, `document.no-pages`, `source.vanished` or `source.unreadable`.
 */
export function openPdf(file: SourceFile): Promise<OpenPdf> {
  return readable.open(file);
}

/** Opens a PDF with its images. Throws what `openPdf` throws. */
export function openForRendering(file: SourceFile): Promise<OpenPdf> {
  return renderable.open(file);
}

async function open(file: SourceFile, images: number): Promise<OpenPdf> {
  const bytes = readBytes(file.path);
  const { mayHideText, replacesText, images: found } = scanContent(bytes);
  const marksOf = replacesText ? indexMarks(Buffer.from(bytes)) : undefined;
  const opened = await load(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), file.passwords, images).catch((error: unknown) =>
    salvaged(file, images, error),
  );
  const mayShowImages = imagesOf(file, found, opened.document.numPages);
  return { ...opened, mayHideText, namesImages: found === 'named', mayShowImages, ...(marksOf !== undefined && { marksOf }) };
}

/** Pages of a document from which on it is worth looking which of them have images. */
const severalPages = 3;

/** The file is looked through when the first page is asked for. */
function imagesOf(file: SourceFile, found: ContentScan['images'], pages: number): OpenPdf['mayShowImages'] {
  if (found !== 'named' || pages < severalPages) return () => found !== 'none';
  let index: PageImages | undefined;
  return ({ ref }) => ref === null || (index ??= indexImages(readBytes(file.path)))(ref.num);
}

type Loaded = Pick<OpenPdf, 'document' | 'repaired'>;

async function load(bytes: Uint8Array, passwords: readonly string[], images: number): Promise<Loaded> {
  const task = loadDocument(bytes, images);
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
async function salvaged(file: SourceFile, images: number, error: unknown): Promise<Loaded> {
  if (!(error instanceof MillraceError) || error.code !== 'document.damaged') throw error;
  const bytes = salvage(readBytes(file.path));
  if (bytes === undefined) throw error;
  const opened = await load(bytes, file.passwords, images).catch(() => {
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
