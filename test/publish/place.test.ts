import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { place } from '../../src/publish/place.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { canTrace, traced, twoFileSystems } from '../support/traced-placing.ts';

describe('placing a result', () => {
  it(
    'syncs the file, renames it, and syncs its folder, in this order (a power cut left an empty file under the final name)',
    { timeout: 30_000 },
    async ({ skip }) => {
      if (!canTrace()) skip('strace is not there, or may not trace');
      const folder = tempFolder();
      const [scratch, target] = [join(folder, 'scratch'), join(folder, 'out', 'deep', 'a.json')];
      writeFileSync(scratch, '{}');
      expect(await traced(scratch, target)).toEqual([
        `sync ${folder}`,
        `sync ${join(folder, 'out')}`,
        `sync ${scratch}`,
        `move ${scratch} → ${target}`,
        `sync ${dirname(target)}`,
      ]);
    },
  );

  it('from another file system never writes to the final name but by a rename', { timeout: 30_000 }, async ({ skip }) => {
    const folders = twoFileSystems();
    if (!canTrace() || folders === undefined) return skip('strace or a second file system is not there');
    const [scratch, target] = [join(folders[1], 'scratch'), join(folders[0], 'a.json')];
    writeFileSync(scratch, '{}');
    const beside = join(folders[0], '.a.json.tmp');
    expect(await traced(scratch, target)).toEqual([
      `sync ${scratch}`,
      `move ${scratch} → ${target}`,
      `sync ${beside}`,
      `move ${beside} → ${target}`,
      `remove ${scratch}`,
      `sync ${folders[0]}`,
    ]);
    expect([readdirSync(folders[0]), readdirSync(folders[1])]).toEqual([['a.json'], []]);
  });

  it('leaves nothing half done beside its place when the copy cannot be moved there', async ({ skip }) => {
    const folders = twoFileSystems();
    if (folders === undefined) return skip('there is no second file system');
    const [scratch, target] = [join(folders[1], 'scratch'), join(folders[0], 'a.json')];
    writeFileSync(scratch, '{}');
    mkdirSync(join(target, 'full'), { recursive: true });
    await expect(place(scratch, target)).rejects.toThrow();
    expect(readdirSync(folders[0])).toEqual(['a.json']);
    expect(readFileSync(scratch, 'utf8')).toBe('{}');
  });

  it.each(['one file system', 'two'])('shows readers the old result or the new one, and never a part (%s)', async (systems) => {
    const folders = systems === 'two' ? twoFileSystems() : [tempFolder(), tempFolder()];
    if (folders === undefined) return;
    const target = join(folders[0] ?? '', 'a.json');
    const sizes = [300_000, 700_000];
    writeFileSync(target, 'x'.repeat(sizes[0] ?? 0));
    const seen = new Set<number>();
    const reading = { done: false };
    const reader = (async () => {
      while (!reading.done) seen.add((await readFile(target)).length);
    })();
    for (let round = 1; round <= 20; round++) {
      const scratch = join(folders[1] ?? '', 'scratch');
      writeFileSync(scratch, 'y'.repeat(sizes[round % 2] ?? 0));
      await place(scratch, target);
    }
    reading.done = true;
    await reader;
    expect([...seen].filter((size) => !sizes.includes(size))).toEqual([]);
  });

  it('fails when there is nothing to place', async () => {
    const folder = tempFolder();
    await expect(place(join(folder, 'none'), join(folder, 'a.json'))).rejects.toThrow('ENOENT');
    expect(readdirSync(folder)).toEqual([]);
  });
});
