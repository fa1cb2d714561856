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

export interface EmbeddedFiles {
  /** In the order of their names, which are labels. */
  files: EmbeddedFile[];
  /** Names of those that are encrypted by a password that is not known, broken, or too large. */
  unreadable: string[];
}

/** The files that a PDF carries. One that cannot be read does not cost the others. */
export async function readAttachments({ document }: OpenPdf): Promise<EmbeddedFiles> {
  const found = [...((await document.getAttachments()) ?? [])].slice(0, mostFiles);
  const [files, unreadable]: [EmbeddedFile[], string[]] = [[], []];
  let left = mostBytes;
  for (const [id, stated] of found) {
    const filename = nameOf(stated.filename);
    // Why it cannot be read makes no difference to who looks for it: it is named among the unreadable.
    const content: unknown = await document.getAttachmentContent(id).catch(() => undefined);
    if (!(content instanceof Uint8Array) || content.byteLength > left) unreadable.push(filename);
    else {
      left -= content.byteLength;
      files.push({ filename, media_type: typeOf(content), bytes: content.byteLength, sha256: digest(content), content });
    }
  }
  files.sort((a, b) => compare(a.filename, b.filename) || compare(a.sha256, b.sha256));
  return { files, unreadable: unreadable.sort(compare) };
}

function nameOf(stated: unknown): string {
  const name = cleanText(stated).split(/[/\\]/).at(-1) ?? '';
  return name === '' ? 'attachment' : name;
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
