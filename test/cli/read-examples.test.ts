import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readExamples } from '../../src/cli/read-examples.ts';
import { quickFolder, tempFolder } from '../support/temp-folder.ts';

test('documents are taken label by label from all of its folders, however deep; blank ones and those beyond what a label needs are counted', () => {
  const results = tempFolder(quickFolder);
  const put = (folder: string, name: string, ...pages: string[]): void => {
    mkdirSync(join(results, folder), { recursive: true });
    writeFileSync(join(results, folder, `${name}.json`), JSON.stringify({ pages: pages.map((text) => ({ text })) }));
  };
  for (let i = 0; i < 310; i++) put('Mills', `${String(i)}.pdf`, `mill ${String(i)}`);
  put('boats/2026', 'a.pdf', 'sail', 'mast');
  put('Boats', 'b.pdf', '');
  const labelled = [
    { folder: 'Boats', label: 'boats' },
    { folder: 'Mills', label: 'mills' },
    { folder: 'boats', label: 'boats' },
    { folder: 'empty', label: 'empty' },
  ];
  const { examples, blank, surplus } = readExamples(results, labelled);
  expect([examples.length, blank, surplus]).toEqual([301, 1, 10]);
  expect(examples[0]).toEqual({
    label: 'boats',
    grams: new Map([
      ['sail', 1],
      ['mast', 1],
      ['sail mast', 1],
    ]),
  });
  expect(new Set(examples.slice(1).map(({ label }) => label))).toEqual(new Set(['mills']));
});
