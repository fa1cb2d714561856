import { access, constants, realpath, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Clock } from '../model/clock.ts';
import { MillraceError } from '../model/errors.ts';
import type { Emit } from '../model/events.ts';
import type { Arrival } from '../model/ledger.ts';
import { sieve } from './ignored.ts';
import type { Wanted } from './ignored.ts';
import { scan } from './scan.ts';

export interface BatchTerms {
  pipeline: string;
  batch: string;
  wanted: Wanted;
  clock: Clock;
  emit: Emit;
}

/**
 * The files of a batch, one by one as they are taken. A file that is named itself comes whatever its name; of a folder come the files that are wanted.
 * All paths are looked at before the first file comes; `source.scanned` is emitted after the last. Errors: `usage.invalid` when one does not exist or cannot be read.
 */
export async function batchArrivals(paths: readonly string[], terms: BatchTerms): Promise<AsyncIterable<Arrival>> {
  const given = await Promise.all([...new Set(paths.map((path) => resolve(path)))].map(lookAt));
  return walk(given, terms);
}

interface Given {
  path: string;
  folder: boolean;
  /** What the user called it, even when that is a link. */
  name: string;
}

async function lookAt(path: string): Promise<Given> {
  try {
    const folder = (await stat(path)).isDirectory();
    if (folder) await access(path, constants.R_OK | constants.X_OK);
    // A link that is named itself is meant: what stands behind it is read, under the link's name.
    return { path: await realpath(path), folder, name: basename(path) };
  } catch (error) {
    throw new MillraceError('usage.invalid', `${path} does not exist or cannot be read`, error);
  }
}

async function* walk(given: readonly Given[], { pipeline, batch, wanted, clock, emit }: BatchTerms): AsyncGenerator<Arrival, void, undefined> {
  const ignored = (path: string, reason: string, missed: boolean): void => emit({ type: 'file.ignored', pipeline, path, reason, missed });
  const started = clock.monotonic();
  let found = 0;
  for (const { path, folder, name } of given) {
    const files = folder ? scan(path, { sieve: sieve(wanted), ignored }) : [{ path, name }];
    for await (const file of files) {
      found++;
      yield { pipeline, batch, ...file };
    }
  }
  emit({ type: 'source.scanned', pipeline, found, duration: clock.monotonic() - started });
}
