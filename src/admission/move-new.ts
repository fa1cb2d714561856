import { randomUUID } from 'node:crypto';
import { copyFile, link, open, rename, rm, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sync } from '../disk/durable.ts';
import { signatureAt } from './signature.ts';

/**
 * Moves a file to the first of these names in `folder` that nobody has, without ever overwriting: `rename` would, `link` cannot.
 * Where the same file stands under one of the names already, the move was begun before a crash and is ended. Returns the new path, or undefined when the file is gone.
 */
export async function moveNew(from: string, folder: string, names: Iterable<string>): Promise<string | undefined> {
  const moved = await signatureAt(from);
  for (const name of names) {
    const to = join(folder, name);
    if (moved === undefined) return undefined;
    if ((await signatureAt(to)) === moved || (await linked(from, to))) {
      await sync(folder);
      await unlink(from);
      return to;
    }
  }
  return undefined;
}

/** A name as it is, then told apart by `mark`, then also by a number; cut to fit the 255 bytes that a name may have, with what may be appended to it. */
export function* namesFor(name: string, mark: string): Generator<string, never, undefined> {
  yield fitted(name, '');
  yield fitted(name, `~${mark}`);
  for (let i = 2; ; i++) yield fitted(name, `~${mark}-${i}`);
}

const longestName = 240;

function fitted(name: string, mark: string): string {
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : '';
  const stem = [...name.slice(0, name.length - extension.length)];
  const spare = longestName - Buffer.byteLength(mark + extension);
  while (Buffer.byteLength(stem.join('')) > spare) stem.pop();
  return stem.join('') + mark + extension;
}

/** False when the name is taken. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code === 'ENOENT' || !noLink.has(String(code))) throw error;
    return await copied(from, to);
  }
}

/** Another file system, one without links, too many of them, or a file of somebody else's. */
const noLink: ReadonlySet<string> = new Set(['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/** The name is taken by an empty file first, which the finished copy then replaces. */
async function copied(from: string, to: string): Promise<boolean> {
  try {
    await (await open(to, 'wx')).close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  const scratch = join(dirname(to), `.${randomUUID()}.part`);
  try {
    await copyFile(from, scratch);
    await sync(scratch);
    await rename(scratch, to);
    return true;
  } catch (error) {
    await rm(scratch, { force: true });
    await rm(to, { force: true });
    throw error;
  }
}

/** Puts a file back where it came from, or beside it when that name has been taken since. */
export async function giveBack(from: string, path: string, mark: string): Promise<string | undefined> {
  return moveNew(from, dirname(path), namesFor(basename(path), mark));
}
