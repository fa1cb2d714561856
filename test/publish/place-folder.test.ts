import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeFolder, takeAway } from '../../src/publish/place-folder.ts';
import { fresh, old, places, readFiles, writeFiles } from '../support/result-folders.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { canTrace, traced } from '../support/traced-placing.ts';

describe.each(['one file system', 'two'] as const)('placing a folder (%s)', (systems) => {
  // A table that is no more stood beside the new ones.
  it('replaces the one of an earlier run as a whole, and leaves nothing beside it', async ({ skip }) => {
    const { results, target, scratch } = places(systems) ?? skip('there is no second file system');
    writeFiles(target, old);
    expect(await placeFolder(scratch(), target)).toBe(true);
    expect(readFiles(target)).toEqual(fresh);
    expect(readdirSync(results)).toEqual(['a.pdf.tables']);
  });

  it('makes the folders above it', async ({ skip }) => {
    const { results, scratch } = places(systems) ?? skip('there is no second file system');
    await placeFolder(scratch(), join(results, 'deep', 'down', 'a.tables'));
    expect(readFiles(join(results, 'deep', 'down', 'a.tables'))).toEqual(fresh);
  });
});

describe('placing a folder', () => {
  it('syncs the files before they are seen, and the folder above once they are', { timeout: 30_000 }, async ({ skip }) => {
    if (!canTrace()) skip('strace is not there, or may not trace');
    const folder = tempFolder();
    const scratch = writeFiles(join(folder, 'scratch'), { 'table-1.csv': 'new' });
    const target = writeFiles(join(folder, 'a.tables'), { 'table-1.csv': 'old' });
    const [fresh, aside] = [join(folder, '.a.tables.new'), join(folder, '.a.tables.old')];
    const steps = await traced(scratch, target);
    expect(steps.filter((step) => !step.startsWith('remove'))).toEqual([
      `sync ${join(scratch, 'table-1.csv')}`,
      `sync ${scratch}`,
      `move ${scratch} → ${fresh}`,
      `move ${target} → ${aside}`,
      `move ${fresh} → ${target}`,
      `sync ${folder}`,
    ]);
    expect(steps.at(-1)).toBe(`remove ${aside}`);
  });

  it('that is empty leaves no folder, and takes the old one away', async () => {
    const folder = tempFolder();
    const target = writeFiles(join(folder, 'a.tables'), old);
    const scratch = writeFiles(join(tempFolder(), 'scratch'), {});
    expect(await placeFolder(scratch, target)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
    expect(await placeFolder(scratch, join(folder, 'none', 'b.tables'))).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('taking a result away', () => {
  it('removes a file as well as a folder, and minds nothing that is not there', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'a.pdf'), 'x');
    writeFiles(join(folder, 'b.tables'), old);
    for (const name of ['a.pdf', 'b.tables', 'none', 'deep/none']) await takeAway(join(folder, name));
    expect(readdirSync(folder)).toEqual([]);
  });
});
