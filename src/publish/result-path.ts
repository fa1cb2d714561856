import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PlannedSink } from '../model/plan.ts';

/** Most file systems take names of 255 bytes; some bytes are left for the name of the temporary file. */
const longestName = 240;

/**
 * Where the result of a document goes: `<folder>/<path below the source>/<file name><extension>`. The name is a label from outside and never leads out of the folder,
 * nor into one that is another document's result: folders that end like those of the pipeline's sinks get a `~`.
 */
export function resultPath({ folder, extension }: Target, name: string, sinks: readonly Target[]): string {
  const owned = sinks.filter(({ form }) => form === 'folder').map((sink) => sink.extension);
  const segments = name
    .replaceAll('\0', '')
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  const last = segments.pop() ?? 'document';
  return join(folder, ...segments.map((segment) => fitted(segment, isOwned(segment, owned) ? '~' : '')), fitted(last, extension));
}

export type Target = Pick<PlannedSink, 'folder' | 'form' | 'extension'>;

/** Whoever had a `~` gets another one, so that different folders stay different. */
function isOwned(segment: string, extensions: readonly string[]): boolean {
  return extensions.some((extension) => segment.replace(/~+$/, '').endsWith(extension));
}

/** A name that is too long is cut, and told apart from others cut to the same by a piece of its hash. */
function fitted(name: string, extension: string): string {
  if (Buffer.byteLength(name + extension) <= longestName) return name + extension;
  const mark = `~${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
  let kept = name;
  while (Buffer.byteLength(kept + mark + extension) > longestName) kept = [...kept].slice(0, -1).join('');
  return kept + mark + extension;
}
