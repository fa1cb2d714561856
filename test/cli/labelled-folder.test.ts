import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assertEnough, labelledFolders } from '../../src/cli/labelled-folder.ts';
import { tempFolder } from '../support/temp-folder.ts';

function folderWith(...names: string[]): string {
  const folder = tempFolder();
  for (const name of names) mkdirSync(join(folder, name));
  return folder;
}

const labels = (...names: string[]): string[] => labelledFolders(folderWith(...names), 'filed').map(({ label }) => label);

describe('labels', () => {
  test('are made of the letters that names of types are made of', () => {
    expect(labels('invoice', 'Delivery Notes (2026)', 'Verträge', 'REÇUS')).toEqual(['delivery_notes_2026', 'recus', 'vertrage', 'invoice']);
  });

  test('may be shared by folders', () => {
    expect(labels('Invoices', 'invoices', 'letters')).toEqual(['invoices', 'invoices', 'letters']);
  });

  test('are not made of hidden folders, nor of files', () => {
    const folder = folderWith('a', 'b', '.git');
    writeFileSync(join(folder, 'c'), '');
    expect(labelledFolders(folder, 'filed').map(({ folder: name }) => name)).toEqual(['a', 'b']);
  });

  // Catches names from outside that would become keys, paths or markup.
  test.each(['__proto__', 'x..y', '<script>', 'a'.repeat(200)])('of a folder named %s are plain', (name) => {
    for (const label of labels(name, 'other')) expect(label).toMatch(/^[a-z][a-z0-9_]{0,63}$/);
  });
});

describe('nothing to learn from is refused', () => {
  test.each([
    ['an empty folder', [], 'filed has no sub-folders'],
    ['one label', ['invoice'], 'filed has one label only, invoice'],
    ['folders of one label', ['Invoice', 'invoice'], 'filed has one label only, invoice'],
    ['a name without letters', ['2026', 'invoice'], 'The folder "2026" cannot be a label'],
  ])('%s', (_, names, message) => {
    expect(() => labels(...names)).toThrow(expect.objectContaining({ code: 'usage.invalid', message: expect.stringContaining(message) as string }));
  });

  test('a folder that is not there, or a file', () => {
    const folder = folderWith('a');
    writeFileSync(join(folder, 'file'), '');
    expect(() => labelledFolders(join(folder, 'b'), 'b')).toThrow('b is not there');
    expect(() => labelledFolders(join(folder, 'file'), 'file')).toThrow('file is no folder');
  });

  test('labels that are too rare, all of them at once', () => {
    const counts = new Map([
      ['a', 1],
      ['b', 0],
      ['c', 3],
    ]);
    expect(() => assertEnough(counts)).toThrow('a has 1 document that could be read, b has 0 documents that could be read; a label needs at least 3');
    expect(() => assertEnough(new Map([['c', 3]]))).not.toThrow();
  });
});
