import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Arrival } from '../../src/model/ledger.ts';
import { batchArrivals } from '../../src/source/tree.ts';
import { eventLog } from '../support/event-log.ts';
import { manualClock } from '../support/manual-clock.ts';
import { tempFolder } from '../support/temp-folder.ts';

const log = eventLog();
const terms = { pipeline: 'p', batch: 'b', wanted: { include: ['**/*.pdf'], ignore: [] }, clock: manualClock(), emit: log.emit };

async function all(...paths: string[]): Promise<Arrival[]> {
  const arrivals: Arrival[] = [];
  for await (const arrival of await batchArrivals(paths, terms)) arrivals.push(arrival);
  return arrivals;
}

function filled(...names: string[]): (name: string) => string {
  const folder = realpathSync(tempFolder());
  mkdirSync(join(folder, 'sub'));
  for (const name of names) writeFileSync(join(folder, name), 'x');
  return (name) => join(folder, name);
}

describe('the files of a batch', () => {
  it('are those of a folder that are wanted, named below it', async () => {
    const at = filled('a.pdf', 'sub/b.pdf', 'sub/c.txt');
    expect(await all(at('.'))).toEqual([
      { pipeline: 'p', batch: 'b', path: at('a.pdf'), name: 'a.pdf' },
      { pipeline: 'p', batch: 'b', path: at('sub/b.pdf'), name: 'sub/b.pdf' },
    ]);
    expect(log.all('source.scanned').at(-1)?.found).toBe(2);
  });

  it('are also those that are named themselves, whatever their name', async () => {
    const at = filled('notes.txt', '.hidden', 'sub/a.pdf.part');
    expect((await all(at('notes.txt'), at('.hidden'), at('sub/a.pdf.part'))).map(({ name }) => name)).toEqual(['notes.txt', '.hidden', 'a.pdf.part']);
  });

  it('come once for each path that is given, however often that is', async () => {
    const at = filled('a.pdf');
    expect((await all(at('a.pdf'), at('a.pdf'), at('sub/../a.pdf'), at('.'))).map(({ path }) => path)).toEqual([at('a.pdf'), at('a.pdf')]);
  });

  it('are read where they are when a link is named, under its name', async () => {
    const at = filled('a.pdf');
    symlinkSync(at('a.pdf'), at('link.pdf'));
    expect(await all(at('link.pdf'))).toMatchObject([{ path: at('a.pdf'), name: 'link.pdf' }]);
  });

  it('do not begin to come when one path does not exist', async () => {
    const at = filled('a.pdf');
    await expect(batchArrivals([at('a.pdf'), at('gone.pdf')], terms)).rejects.toMatchObject({ code: 'usage.invalid', exit: 2 });
  });
});
