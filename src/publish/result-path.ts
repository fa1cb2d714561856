import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Most file systems take names of 255 bytes; some bytes are left for the name of the temporary file. */
const longestName = 240;

/** Where the result of a document goes: `<folder>/<path below the source>/<file name><extension>`. The name is a label from outside and never leads out of the folder. */
export function resultPath(folder: string, name: string, extension: string): string {
  const segments = name
    .replaceAll('\0', '')
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  const last = segments.pop() ?? 'document';
  return join(folder, ...segments.map((segment) => fitted(segment, '')), fitted(last, extension));
}

/** A name that is too long is cut, and told apart from others cut to the same by a piece of its hash. */
function fitted(name: string, extension: string): string {
  if (Buffer.byteLength(name + extension) <= longestName) return name + extension;
  const mark = `~${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
  let kept = name;
  while (Buffer.byteLength(kept + mark + extension) > longestName) kept = [...kept].slice(0, -1).join('');
  return kept + mark + extension;
}
