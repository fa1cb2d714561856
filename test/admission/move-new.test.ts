import { existsSync, linkSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveNew, namesFor } from '../../src/admission/move-new.ts';
import { tempFolder } from '../support/temp-folder.ts';

const otherDisk = existsSync('/dev/shm') && statSync('/dev/shm').dev !== statSync('/tmp').dev ? '/dev/shm' : undefined;

const disks = [
  { where: 'the same file system', disk: '/tmp' },
  ...(otherDisk === undefined ? [] : [{ where: 'another file system', disk: otherDisk }]),
];

describe.each(disks)('a move on $where', ({ disk }) => {
  it('takes the first free name, and overwrites nothing', async () => {
    const [from, to] = [tempFolder(disk), tempFolder()];
    for (const content of ['one', 'two', 'three', 'four']) {
      writeFileSync(join(from, 'a.pdf'), content);
      await moveNew(join(from, 'a.pdf'), to, namesFor('a.pdf', 'mark'));
    }
    expect(readdirSync(from)).toEqual([]);
    const moved = readdirSync(to).map((name) => [name, readFileSync(join(to, name), 'utf8')]);
    expect(moved).toEqual([
      ['a.pdf', 'one'],
      ['a~mark-2.pdf', 'three'],
      ['a~mark-3.pdf', 'four'],
      ['a~mark.pdf', 'two'],
    ]);
  });
});

describe('a move', () => {
  it('that was interrupted between its two steps is ended, not made twice', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'from'), 'one');
    linkSync(join(folder, 'from'), join(folder, 'a.pdf'));
    expect(await moveNew(join(folder, 'from'), folder, namesFor('a.pdf', 'mark'))).toBe(join(folder, 'a.pdf'));
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });

  it('of a file that is gone says so', async () => {
    expect(await moveNew(join(tempFolder(), 'a.pdf'), tempFolder(), namesFor('a.pdf', 'mark'))).toBeUndefined();
  });
});

it('names are different, fit into a folder with what is put beside them, and keep their extension', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 250 }), (stem) => {
      const names = namesFor(`${stem}.pdf`, '0123abcd');
      const first = Array.from({ length: 4 }, () => names.next().value);
      expect(new Set(first).size).toBe(4);
      for (const name of first) {
        expect(Buffer.byteLength(`${name}.error.json`)).toBeLessThanOrEqual(255);
        expect(name.endsWith('.pdf')).toBe(true);
      }
    }),
  );
});
