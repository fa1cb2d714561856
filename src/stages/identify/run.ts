import { closeSync, openSync, readSync } from 'node:fs';
import { extname } from 'node:path';
import { imageTypes } from '../../image/media-types.ts';
import type { DocumentPatch, SourceFile } from '../../model/document.ts';
import { MillraceError } from '../../model/errors.ts';
import type { Finding } from '../../model/finding.ts';
import type { ConfigOf, StageRun } from '../../model/stage.ts';
import { contentType, sniffedBytes } from './content-type.ts';
import type { ContentType } from './content-type.ts';
import type { Description } from './description.ts';
import type { spec } from './spec.ts';

type Config = ConfigOf<typeof spec>;

/**
 * Says what a document is. Throws `document.empty`, `document.too-large`, `document.unsupported-type`,
 * `document.too-many-pages`, `document.too-many-pixels`, or what opening the file throws.
 */
export const run: StageRun<Config> = async ({ file, config }): Promise<DocumentPatch> => {
  if (file.bytes === 0) throw new MillraceError('document.empty', 'The file holds no bytes.');
  if (file.bytes > config.max_bytes) {
    throw new MillraceError('document.too-large', `The file has ${file.bytes} bytes; max_bytes is ${config.max_bytes}.`);
  }
  const type = contentType(readHead(file.path));
  const { metadata, findings } = await describe(type, file, config);
  if (metadata.page_count > config.max_pages) {
    throw new MillraceError('document.too-many-pages', `The document has more pages than max_pages, which is ${config.max_pages}.`);
  }
  const mismatch = extensionMismatch(file, type);
  if (mismatch !== undefined) findings.unshift(mismatch);
  return { mediaType: type.mediaType, metadata, ...(findings.length > 0 && { findings }) };
};

/** What reads a kind of document is loaded when the first of its kind comes. */
async function describe(type: ContentType, file: SourceFile, config: Config): Promise<Description> {
  if (type.mediaType === 'application/pdf') return (await import('./pdf-document.ts')).describePdf(file);
  if (imageTypes.has(type.mediaType)) return (await import('./image-document.ts')).describeImage(file, type.mediaType, config);
  if (type.mediaType === 'text/xml') return (await import('./xml-document.ts')).describeXml(file);
  throw new MillraceError('document.unsupported-type', ['No stage reads this: it is ', type.name, '.', type.advice && ` ${type.advice}`].join(''));
}

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
