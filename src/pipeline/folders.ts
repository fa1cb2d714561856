import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { SourceOptions } from '../model/catalog.ts';
import type { PlannedSource } from '../model/plan.ts';
import type { SinkAt } from './compile.ts';
import type { Mistake } from './mistake.ts';
import type { Path } from './places.ts';

/** Absolute paths of a source, with its defaults beside the watched folder. `base` is the folder of the pipeline file. */
export function plannedSource(source: SourceOptions, base: string): PlannedSource {
  const watch = resolve(base, source.watch);
  const beside = dirname(watch);
  const archive = resolve(base, source.archive ?? join(beside, 'archive'));
  const failed = resolve(base, source.failed ?? join(beside, 'failed'));
  return { ...source, watch, archive, failed };
}

/** What is written inside the watched folder would come in again; what is watched inside a results folder would mix with them. */
export function checkFolders(source: PlannedSource, sinks: readonly SinkAt[], base: string): Mistake[] {
  const { watch, originals, archive, failed } = source;
  return [
    ...(originals === 'archive' ? [{ path: ['source', 'archive'], what: 'archive', folder: archive }] : []),
    { path: ['source', 'failed'], what: 'folder for failed documents', folder: failed },
    ...sinks.map(({ index, sink }) => ({ path: ['sinks', index, 'folder'], what: 'results folder', folder: sink.folder })),
  ].flatMap(({ path, what, folder }) => {
    const how = overlap(folder, watch);
    return how === undefined
      ? []
      : [overlapping(path, ['source', 'watch'], `The ${what} ${shown(folder, base)} ${how} the watched folder ${shown(watch, base)}`)];
  });
}

/** Two sinks that write the same names into one folder overwrite each other. */
export function checkTargets(sinks: readonly SinkAt[], base: string): Mistake[] {
  return sinks.flatMap(({ index, sink: { folder, extension } }, i) => {
    const other = sinks.slice(0, i).find(({ sink }) => sink.extension === extension && overlap(sink.folder, folder) === 'is');
    if (other === undefined) return [];
    const message = `Entry ${other.index + 1} of "sinks" writes ${extension} files into ${shown(folder, base)} as well`;
    return [overlapping(['sinks', index, 'folder'], ['sinks', other.index, 'folder'], message)];
  });
}

export function overlapping(path: Path, or: Path, message: string): Mistake {
  return { path, or, at: 'value', code: 'overlapping-folders', message };
}

/** How the first folder lies to the second, after all symbolic links; undefined when they have nothing in common. */
export function overlap(one: string, other: string): 'is' | 'lies inside' | 'holds' | undefined {
  const [a, b] = [real(one), real(other)];
  if (a === b) return 'is';
  if (within(a, b)) return 'lies inside';
  return within(b, a) ? 'holds' : undefined;
}

export function shown(folder: string, base: string): string {
  return relative(base, folder) || '.';
}

/** A folder that does not exist yet will be made below what does. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // Whatever keeps it from being resolved is reported when somebody writes to it.
    const parent = dirname(path);
    return parent === path ? path : join(real(parent), basename(path));
  }
}

function within(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
