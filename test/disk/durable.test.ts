import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../src/disk/durable.ts';
import { tempFolder } from '../support/temp-folder.ts';

describe('makeFolder', () => {
  it('makes what is missing above it too, and is content with what is there', async () => {
    const path = join(tempFolder(), 'a', 'b', 'c');
    await Promise.all([makeFolder(path), makeFolder(path)]);
    await makeFolder(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  it('refuses a path where a file stands', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'a'));
    writeFileSync(join(folder, 'a', 'file'), '');
    await expect(makeFolder(join(folder, 'a', 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolder(join(folder, 'a', 'file', 'b'))).rejects.toThrow();
  });

  it('gives up where nothing can be made (the recursive mkdir of Node tries for ever)', async () => {
    await expect(makeFolder('/proc/no/such/folder')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
