import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NamedFiles } from '../model/stage.ts';
import type { StageEntry } from './check.ts';
import type { Mistake } from './mistake.ts';
import { readNamedFile } from './named-file.ts';
import type { Path } from './places.ts';
import type { Problem } from './problem.ts';

/** Stages whose config says what files hold instead of what they are called. */
export interface WithFiles {
  stages: StageEntry[];
  /** Options that name nothing. */
  mistakes: Mistake[];
  /** What is wrong inside of the files. */
  problems: Problem[];
}

/** `pipelines/` of this package, from the sources as from the built package. */
const ours = fileURLToPath(new URL('../../pipelines', import.meta.url));

/** Reads the files that options of stages name. `base` is the folder of the pipeline file. */
export function readNamedFiles(entries: readonly StageEntry[], base: string): WithFiles {
  const found: WithFiles = { stages: [], mistakes: [], problems: [] };
  for (const entry of entries) found.stages.push(withFiles(entry, base, found));
  return found;
}

function withFiles(entry: StageEntry, base: string, found: WithFiles): StageEntry {
  const { index, spec, config } = entry;
  if (config === undefined || spec.files === undefined) return entry;
  const read = Object.entries(spec.files).map(([option, files]): [string, unknown] => {
    const value = config[option] ?? defaultOf(option, files, found.stages);
    if (!isNames(value)) return [option, value];
    const path = ['stages', index, option];
    if (typeof value === 'string') return [option, readAll([value], path, files, base, found)[0]];
    const all = replacing(readAll(value, path, files, base, found));
    found.mistakes.push(
      ...strayReferences(all, files).map((message): Mistake => ({ path, or: ['stages', index, 'use'], at: 'value', code: 'bad-value', message })),
    );
    return [option, all];
  });
  return { ...entry, config: { ...config, ...Object.fromEntries(read.filter(([, value]) => value !== undefined)) } };
}

/** What an earlier stage has read needs no second reading. */
function defaultOf(option: string, { as = [], shipped }: NamedFiles, before: readonly StageEntry[]): unknown {
  const [other] = as.map((name) => before.find(({ spec }) => spec.name === name)?.config?.[option]).filter((value) => value !== undefined);
  return other ?? (shipped === undefined ? undefined : ['shipped']);
}

function isNames(value: unknown): value is string | string[] {
  return typeof value === 'string' || (Array.isArray(value) && value.every((name) => typeof name === 'string'));
}

function readAll(names: readonly string[], option: Path, files: NamedFiles, base: string, found: WithFiles): unknown[] {
  return names.flatMap((name, i) => {
    const paths = pathsOf(name, files, base);
    if (typeof paths === 'string') {
      found.mistakes.push({ path: [...option, i], or: option, at: 'value', code: 'unreadable', message: `"${name}" ${paths}` });
      return [];
    }
    return paths.flatMap((file) => {
      const { value, problems } = readNamedFile(file, files);
      found.problems.push(...problems);
      return value === undefined ? [] : [value];
    });
  });
}

/** The files that a name stands for, or, as the end of a sentence, why there are none. */
function pathsOf(name: string, { what, shipped }: NamedFiles, base: string): string[] | string {
  const path = name === 'shipped' && shipped !== undefined ? join(ours, shipped) : resolve(base, name);
  try {
    const inside = readdirSync(path).filter((file) => /\.(ya?ml|json)$/.test(file) && !/\.test\.ya?ml$/.test(file));
    return inside.length > 0 ? inside.sort().map((file) => join(path, file)) : `is a folder without a ${what} (a file that ends in .yaml)`;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return [path];
    if (code === 'ENOENT') return `is no ${what}: there is no such file or folder in ${dirname(path)}`;
    return `cannot be read: ${message}`;
  }
}

/** Of two that have the same name the later one counts, in the place of the earlier: so shipped ones can be replaced one by one. */
function replacing(values: readonly unknown[]): unknown[] {
  return [...new Map(values.map((value, i) => [nameOf(value) ?? i, value])).values()];
}

/** References to what is not among them; one that was left out for its mistakes is missing for that reason, and named all the same. */
function strayReferences(values: readonly unknown[], { what, refers }: NamedFiles): string[] {
  if (refers === undefined) return [];
  const names = new Set(values.map(nameOf));
  return values.flatMap((value) => {
    const other = (value as Record<string, string | undefined>)[refers];
    if (other === undefined || names.has(other)) return [];
    return [`"${refers}" of the ${what} "${String(nameOf(value))}" names "${other}", and there is no such ${what} here`];
  });
}

function nameOf(value: unknown): unknown {
  return (value as { name?: unknown }).name;
}
