import { readFileSync } from 'node:fs';
import type { Problem } from './problem.ts';
import { sourceText } from './source-text.ts';
import type { SourceText } from './source-text.ts';

/** The text of a pipeline file without its byte order mark, or why there is none. */
export function readPipeline(file: string): SourceText | Problem {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return sourceText(file, '').problem('unreadable', [0, 0], `The file cannot be read: ${reason(error)}`);
  }
  const source = sourceText(file, bytes.toString('utf8').replace(/^\uFEFF/, ''));
  const broken = Buffer.compare(Buffer.from(bytes.toString('utf8')), bytes) === 0 ? -1 : source.text.indexOf('\uFFFD');
  return broken < 0 ? source : source.problem('unreadable', [broken, broken + 1], 'The file is not UTF-8 text from here on');
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is none of this name';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  return message;
}
