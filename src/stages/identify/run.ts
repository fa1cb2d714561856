import { closeSync, openSync, readSync } from 'node:fs';
import { extname } from 'node:path';
import type { DocumentPatch, SourceFile } from '../../model/document.ts';
import { MillraceError } from '../../model/errors.ts';
import type { Finding } from '../../model/finding.ts';
import type { ConfigOf, StageRun } from '../../model/stage.ts';
import { readMetadata } from '../../pdf/metadata.ts';
import { openPdf } from '../../pdf/open.ts';
import { contentType, sniffedBytes } from './content-type.ts';
import type { ContentType } from './content-type.ts';
import type { spec } from './spec.ts';

/**
 * Says what a document is. Throws `document.empty`, `document.too-large`, `document.unsupported-type`,
 * `document.too-many-pages`, or what opening the file throws.
 */
export const run: StageRun<ConfigOf<typeof spec>> = async ({ file, config }): Promise<DocumentPatch> => {
  if (file.bytes === 0) throw new MillraceError('document.empty', 'The file holds no bytes.');
  if (file.bytes > config.max_bytes) {
    throw new MillraceError('document.too-large', `The file has ${file.bytes} bytes; max_bytes is ${config.max_bytes}.`);
  }
  const type = contentType(readHead(file.path));
  if (type.mediaType !== 'application/pdf') throw new MillraceError('document.unsupported-type', `No stage reads this: it is ${type.name}.`);
  const pdf = await openPdf(file);
  const { metadata, encrypted } = await readMetadata(pdf);
  if (metadata.page_count > config.max_pages) {
    throw new MillraceError('document.too-many-pages', `The document has ${metadata.page_count} pages; max_pages is ${config.max_pages}.`);
  }
  const findings: Finding[] = [];
  const mismatch = extensionMismatch(file, type);
  if (mismatch !== undefined) findings.push(mismatch);
  if (encrypted) findings.push({ code: 'identify.encrypted', severity: 'info', message: 'The file is encrypted and could be opened.' });
  if (pdf.repaired)
    findings.push({
      code: 'identify.repaired',
      severity: 'warning',
      message: 'The index of the file is broken and was made anew; parts may be missing.',
    });
  return { mediaType: type.mediaType, metadata, ...(findings.length > 0 && { findings }) };
};

function readHead(path: string): Uint8Array {
  const handle = openFile(path);
  try {
    const head = Buffer.alloc(sniffedBytes);
    return head.subarray(0, readSync(handle, head, 0, sniffedBytes, 0));
  } finally {
    closeSync(handle);
  }
}

function openFile(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw gone
      ? new MillraceError('source.vanished', 'The file was gone before it could be read.', error)
      : new MillraceError('source.unreadable', 'The file could not be read.', error);
  }
}

function extensionMismatch(file: SourceFile, type: ContentType): Finding | undefined {
  const extension = extname(file.filename).slice(1).toLowerCase();
  if (type.extensions.includes(extension)) return undefined;
  const named = extension === '' ? 'has no extension' : `is named .${extension}`;
  return { code: 'identify.extension-mismatch', severity: 'info', message: `The file ${named}, but its content is ${type.name}.` };
}
