import { createHash } from 'node:crypto';
import type { Attachment } from '../model/field.ts';
import { cleanText } from './metadata.ts';
import type { OpenPdf } from './open.ts';

export interface EmbeddedFile extends Attachment {
  content: Uint8Array;
}

/** Files inside one document that are looked at; a portfolio may hold thousands. */
const mostFiles = 500;
/** Bytes of all of them together. */
const mostBytes = 100_000_000;

/** The files that a PDF carries, in the order of their names. Their names are labels. */
export async function readAttachments({ document }: OpenPdf): Promise<EmbeddedFile[]> {
  const found = [...((await document.getAttachments()) ?? [])].slice(0, mostFiles);
  const files: EmbeddedFile[] = [];
  let left = mostBytes;
  for (const [id, { filename }] of found) {
    const content: unknown = await document.getAttachmentContent(id);
    if (!(content instanceof Uint8Array) || content.byteLength > left) continue;
    left -= content.byteLength;
    const name = cleanText(filename).split(/[/\\]/).at(-1) ?? '';
    files.push({
      filename: name === '' ? 'attachment' : name,
      media_type: typeOf(content),
      bytes: content.byteLength,
      sha256: digest(content),
      content,
    });
  }
  return files.sort((a, b) => compare(a.filename, b.filename) || compare(a.sha256, b.sha256));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const digest = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** By content; the name plays no part. */
function typeOf(content: Uint8Array): string {
  const head = Buffer.from(content.subarray(0, 100)).toString('latin1');
  if (/^(?:\xef\xbb\xbf)?\s*<\?xml/.test(head)) return 'text/xml';
  if (head.startsWith('%PDF-')) return 'application/pdf';
  if (head.startsWith('\x89PNG')) return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('PK\x03\x04')) return 'application/zip';
  return 'application/octet-stream';
}
