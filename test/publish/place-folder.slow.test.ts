import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { placeFolder, takeAway } from '../../src/publish/place-folder.ts';
import { fresh, old, places, readFiles, writeFiles } from '../support/result-folders.ts';
import { canTrace, fatalCalls, placeAndDie } from '../support/traced-placing.ts';

// A death between two renames must show no reader a part of a result, and leave nothing that the next run does not mend.
it.for(['one file system', 'two'] as const)(
  'a folder that is being placed when its process is killed, at any call, is the old one, none or the new one; doing it again repairs (%s)',
  { timeout: 120_000 },
  async (systems, { skip }) => {
    const { results, target, scratch } = places(systems) ?? skip('there is no second file system');
    if (!canTrace()) skip('strace is not there, or may not trace');
    const whole = [undefined, old, fresh].map((files) => JSON.stringify(files));
    const deaths: string[] = [];
    for (const call of fatalCalls) {
      for (let nth = 1; ; nth++) {
        await takeAway(target);
        writeFiles(target, old);
        if (!(await placeAndDie(scratch(), target, call, nth))) break;
        deaths.push(`${call} ${nth}`);
        expect(whole, deaths.at(-1)).toContain(JSON.stringify(readFiles(target)));
        await placeFolder(scratch(), target);
        expect([readFiles(target), readdirSync(results)], deaths.at(-1)).toEqual([fresh, ['a.pdf.tables']]);
      }
    }
    expect(deaths).toEqual(expect.arrayContaining(['fsync 1', 'fsync 4', 'rename 1', 'rename 3']));
  },
);
