import { MillraceError, asMillraceError } from '../model/errors.ts';
import { isGone } from './signature.ts';

/** Names what went wrong with a file that wants in: some of it passes, some does not, and a full disk is nobody's fault. */
export function sourceError(thrown: unknown, path: string): MillraceError {
  const known = asMillraceError(thrown);
  if (known.code !== 'internal.unexpected' && known.code !== 'permission.denied') return known;
  const code = String((thrown as NodeJS.ErrnoException).code);
  if (isGone(thrown)) return new MillraceError('source.vanished', `${path} is gone`, thrown);
  if (notAFile.has(code)) return notRegular(path, thrown);
  return new MillraceError('source.unreadable', `${path} cannot be read (${code})`, thrown);
}

/** Of a link opened without following it, of a socket, of a folder. */
const notAFile: ReadonlySet<string> = new Set(['ELOOP', 'ENXIO', 'EISDIR']);

export function notRegular(path: string, cause?: unknown): MillraceError {
  return new MillraceError('source.not-a-file', `${path} is no regular file`, cause);
}
