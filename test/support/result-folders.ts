import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from './temp-folder.ts';
import { twoFileSystems } from './traced-placing.ts';

export type Files = Readonly<Record<string, string>>;

export const old: Files = { 'table-1.csv': 'old', 'table-7.csv': 'stale' };
export const fresh: Files = { 'table-1.csv': 'new', 'table-2.csv': 'x'.repeat(10_000) };

/** Makes a folder of files, and returns its path. */
export function writeFiles(folder: string, files: Files): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** The files of a folder, or undefined when there is none. */
export function readFiles(folder: string): Files | undefined {
  if (!existsSync(folder)) return undefined;
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

/** A folder of results, and a scratch folder with what is to be put there, on one file system or on two. */
export function places(systems: 'one file system' | 'two'): { results: string; target: string; scratch: () => string } | undefined {
  const folders = systems === 'two' ? twoFileSystems() : [tempFolder(), tempFolder()];
  if (folders === undefined) return undefined;
  const [results = '', work = ''] = folders;
  return { results, target: join(results, 'a.pdf.tables'), scratch: () => writeFiles(join(work, 'scratch'), fresh) };
}
