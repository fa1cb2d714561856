import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkpointKeys } from '../../src/pipeline/checkpoint-key.ts';
import { loadPlan } from '../../src/pipeline/load.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import type { NamedFiles, StageSpec } from '../../src/model/stage.ts';
import { sampleCatalog } from '../support/sample-catalog.ts';
import { tempFolder } from '../support/temp-folder.ts';

const kind: NamedFiles = {
  what: 'document type',
  schema: z.strictObject({
    name: z.string(),
    weight: z.number().max(10).default(1),
    like: z.string().optional(),
    rules: z
      .record(z.string().regex(/^[a-z]+$/, { error: 'must be made of small letters' }), z.strictObject({ phrases: z.array(z.string()) }))
      .default({}),
  }),
  shipped: 'shipped-nowhere',
  refers: 'like',
};
const first = stage('first', { kinds: kind, model: { what: 'model', schema: z.strictObject({ size: z.number() }) } });
const second = stage('second', { kinds: { ...kind, as: ['none', 'first'] } });
const catalog: Catalog = { ...sampleCatalog, stages: [...sampleCatalog.stages, first, second] };

test('what a file says stands in the config in place of its name, with the defaults of its schema, and is called as the file', () => {
  const folder = written({ 'types/bill.yaml': 'weight: 3\n', 'model.json': '{"size": 7}' });
  expect(configsOf(load(folder, '  - use: first\n    kinds: [types/bill.yaml]\n    model: model.json\n'))).toEqual([
    { kinds: [{ name: 'bill', weight: 3, rules: {} }], model: { size: 7 } },
  ]);
});

test('a folder stands for its files by name, tests and other files left out, and a later one replaces an earlier of the same name in its place', () => {
  const folder = written({
    'types/a.yaml': 'weight: 1\n',
    'types/b.yaml': 'weight: 1\n',
    'types/b.test.yaml': '[]',
    'types/README.md': '# a',
    'mine.yaml': 'name: a\nweight: 9\n',
  });
  const [config] = configsOf(load(folder, '  - use: first\n    kinds: [types, mine.yaml]\n'));
  expect(config?.kinds).toEqual([
    { name: 'a', weight: 9, rules: {} },
    { name: 'b', weight: 1, rules: {} },
  ]);
});

test('a stage that leaves the option out takes what an earlier stage has read', () => {
  const folder = written({ 'a.yaml': 'weight: 2\n' });
  const [one, other] = configsOf(load(folder, '  - use: first\n    kinds: [a.yaml]\n  - second\n'));
  expect(other?.kinds).toEqual(one?.kinds);
});

test('a changed file gives new checkpoint keys to the stages that read it, and to no other', () => {
  const folder = written({ 'a.yaml': 'weight: 2\n' });
  const yaml = '  - text\n  - use: first\n    kinds: [a.yaml]\n';
  const before = checkpointKeys(load(folder, yaml), 'content');
  writeFileSync(join(folder, 'a.yaml'), '# a comment is no change\nweight: 2\n');
  expect(checkpointKeys(load(folder, yaml), 'content')).toEqual(before);
  writeFileSync(join(folder, 'a.yaml'), 'weight: 3\n');
  const after = checkpointKeys(load(folder, yaml), 'content');
  expect([...after].filter(([name, key]) => before.get(name) !== key).map(([name]) => name)).toEqual(['first']);
});

describe('mistakes are shown where they stand', () => {
  test.each([
    ['a slip in a nested key', 'rules:\n  one:\n    phrasses: [x]\n', 'a.yaml:3:5 unknown-key "phrasses" is not an option of "one" phrases'],
    ['a slip at the top', 'wieght: 3\n', 'a.yaml:1:1 unknown-key "wieght" is not an option of a document type weight'],
    ['a number that is too large', 'name: a\nweight: 30\n', 'a.yaml:2:9 out-of-range "weight" must be at most 10 '],
    ['a key of the wrong form', 'rules:\n  ONE: { phrases: [x] }\n', 'a.yaml:2:3 bad-value "ONE" must be made of small letters '],
    ['no YAML', 'a: b: c\n', 'a.yaml:1:4 syntax A second ": " on the line; put the text in quotes '],
    [
      'a dollar, which is no variable here',
      'rules:\n  one: { phrases: ["^${x}$", 7] }\n',
      'a.yaml:2:30 wrong-type Entry 2 of "phrases" must be text, not 7 ',
    ],
  ])('%s', (_, text, expected) => {
    const folder = written({ 'a.yaml': text });
    expect(problemsOf(folder, '  - use: first\n    kinds: [a.yaml]\n')).toEqual([expected]);
  });

  test('a reference to another that is not there is a mistake of the pipeline, which knows all of them', () => {
    const folder = written({ 'a.yaml': 'like: b\n', 'b.yaml': 'like: c\n' });
    expect(problemsOf(folder, '  - use: first\n    kinds: [a.yaml, b.yaml]\n')).toEqual([
      'p.yaml:5:12 bad-value "like" of the document type "b" names "c", and there is no such document type here ',
    ]);
  });

  test('a name of nothing is a mistake of the pipeline', () => {
    const folder = written({ 'empty/README.md': '' });
    expect(problemsOf(folder, '  - use: first\n    kinds: [b.yaml, empty]\n')).toEqual([
      `p.yaml:5:13 unreadable "b.yaml" is no document type: there is no such file or folder in ${folder} `,
      'p.yaml:5:21 unreadable "empty" is a folder without a document type (a file that ends in .yaml) ',
    ]);
  });
});

function stage(name: string, files: Record<string, NamedFiles>): StageSpec {
  const config = z.strictObject({ kinds: z.array(z.string()).optional(), model: z.string().optional() });
  return { name, summary: 'A stage.', version: 1, scope: 'document', reads: [], config, files, timeout: 60_000, pagesPerTask: 1 };
}

function written(files: Record<string, string>): string {
  const folder = tempFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function loadIn(folder: string, stages: string) {
  const file = join(folder, 'p.yaml');
  writeFileSync(file, `name: a\nstages:\n  - identify\n${stages}`);
  return loadPlan(file, { catalog, env: {} });
}

function load(folder: string, stages: string) {
  const loaded = loadIn(folder, stages);
  if ('plan' in loaded) return loaded.plan;
  throw new Error(JSON.stringify(loaded.problems));
}

function configsOf({ stages }: ReturnType<typeof load>) {
  return stages.filter(({ name }) => name === 'first' || name === 'second').map(({ config }) => config as { kinds?: unknown; model?: unknown });
}

function problemsOf(folder: string, stages: string): string[] {
  const loaded = loadIn(folder, stages);
  if (!('problems' in loaded)) throw new Error('it has no mistakes');
  return loaded.problems.map(
    ({ file, line, column, code, message, suggestion = '' }) => `${relative(folder, file)}:${line}:${column} ${code} ${message} ${suggestion}`,
  );
}
