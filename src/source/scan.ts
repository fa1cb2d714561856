import type { Dirent } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sieve } from './ignored.ts';

export interface FoundFile {
  /** Absolute. */
  path: string;
  /** Path below the scanned folder, with `/`. */
  name: string;
}

export interface ScanTerms {
  sieve: Sieve;
  /** A file or folder that is left out, and why; `missed` when it may well be, or hold, a document that somebody waits for: a folder below that cannot be read, a name that cannot be said. */
  ignored(path: string, reason: string, missed: boolean): void;
  /** Path of the folder below the one that names count from. */
  prefix?: string;
}

/** Entries that are asked for at once: enough to keep up with a large folder, few enough to cost no memory. */
const entriesAtOnce = 256;

/**
 * Walks a folder and hands out its files one by one, as fast as they are taken. A folder's files come before its subfolders; only the paths of
 * folders still to be read are kept, and only one folder is open at a time. Links are not followed, so no loop can arise.
 *
 * Names are bytes, and a path is text: a name that is no UTF-8 cannot be opened by its path, so it is reported as ignored, with its bytes escaped.
 * Errors: whatever reading the folder itself brings.
 */
export async function* scan(folder: string, terms: ScanTerms): AsyncGenerator<FoundFile, void, undefined> {
  const waiting: FoundFile[] = [{ path: folder, name: terms.prefix ?? '' }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const deeper: FoundFile[] = [];
    try {
      yield* scanOne(next, terms, deeper);
    } catch (error) {
      if (next.path === folder) throw error;
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT') terms.ignored(next.path, `the folder cannot be read: ${message}`, true);
    }
    waiting.push(...deeper.reverse());
  }
}

async function* scanOne(folder: FoundFile, terms: ScanTerms, deeper: FoundFile[]): AsyncGenerator<FoundFile, void, undefined> {
  // Node types no buffer encoding here, yet knows it: it is the one way to see names that are no UTF-8.
  const entries = await opendir(folder.path, { encoding: 'buffer' as BufferEncoding, bufferSize: entriesAtOnce });
  for await (const entry of entries as AsyncIterable<Dirent<string | Buffer>>) {
    const found = look(folder, entry, terms);
    if (found === undefined) continue;
    if (entry.isDirectory()) deeper.push(found);
    else yield found;
  }
}

function look(folder: FoundFile, entry: Dirent<string | Buffer>, { sieve, ...terms }: ScanTerms): FoundFile | undefined {
  const bytes = typeof entry.name === 'string' ? Buffer.from(entry.name) : entry.name;
  const text = utf8(bytes);
  if (text === undefined) {
    terms.ignored(join(folder.path, escaped(bytes)), 'its name is not valid UTF-8; rename it', true);
    return undefined;
  }
  const found = { path: join(folder.path, text), name: folder.name === '' ? text : `${folder.name}/${text}` };
  const unwanted = entry.isDirectory() ? sieve.folder(found.name) : sieve.file(found.name);
  if (unwanted !== undefined) terms.ignored(found.path, unwanted, false);
  else if (!entry.isFile() && !entry.isDirectory()) terms.ignored(found.path, notRegular, true);
  else return found;
  return undefined;
}

/** Links are not followed: what they lead to may lie anywhere. */
export const notRegular = 'it is no regular file, such as a link; name it itself to have it read';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function utf8(bytes: Buffer): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

const escaped = (bytes: Buffer): string =>
  Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`)).join('');
