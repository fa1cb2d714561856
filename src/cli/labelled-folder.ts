import { readdirSync } from 'node:fs';
import { MillraceError } from '../model/errors.ts';
import { counted } from '../report/counted.ts';
import { oneLine } from '../report/progress-line.ts';

/** Documents that a label needs: fewer cannot be held out in turn. */
const leastExamples = 3;

/** A sub-folder, and what its documents are. */
export interface Labelled {
  folder: string;
  label: string;
}

/** The sub-folders of a folder with the labels that they stand for. Errors: `usage.invalid` when that is nothing to learn from. */
export function labelledFolders(path: string, given: string): Labelled[] {
  const folders = foldersIn(path, given);
  const labelled = folders.map((folder) => ({ folder, label: labelOf(folder) }));
  const labels = new Set(labelled.map(({ label }) => label));
  if (labels.size === 0) throw new MillraceError('usage.invalid', `${given} has no sub-folders; each is the label of the documents in it`);
  if (labels.size === 1)
    throw new MillraceError('usage.invalid', `${given} has one label only, ${[...labels].join()}; at least two are needed to tell them apart`);
  return labelled;
}

/** Said of labels that are too rare. */
export function assertEnough(counts: ReadonlyMap<string, number>): void {
  const few = [...counts].filter(([, count]) => count < leastExamples);
  if (few.length === 0) return;
  const said = few.map(([label, count]) => `${label} has ${counted(count, 'document')} that could be read`).join(', ');
  throw new MillraceError('usage.invalid', `${said}; a label needs at least ${String(leastExamples)}, and 20 or more make it reliable`);
}

function foldersIn(path: string, given: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new MillraceError('usage.invalid', `${given} is not there`, error);
    if (code === 'ENOTDIR') throw new MillraceError('usage.invalid', `${given} is no folder`, error);
    throw error;
  }
}

/** Names of folders come from outside; labels are made of the letters that names of document types are made of. */
function labelOf(folder: string): string {
  const plain = folder
    .normalize('NFKD')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 64);
  if (/^[a-z]/.test(plain)) return plain;
  throw new MillraceError('usage.invalid', `The folder "${oneLine(folder, 100)}" cannot be a label: its name must begin with a letter from a to z`);
}
