import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPlans } from '../../src/pipeline/load-all.ts';
import { pipelineFile } from '../support/pipeline-file.ts';
import { sampleCatalog } from '../support/sample-catalog.ts';
import { tempFolder } from '../support/temp-folder.ts';

const options = { catalog: sampleCatalog, env: {} };

test('pipelines that keep apart are loaded together, in the order given', () => {
  const loaded = load(pipeline('b', 'in-b', 'out-b'), pipeline('a', 'in-a', 'out-a'));
  expect(loaded).toMatchObject({ plans: [{ name: 'b' }, { name: 'a' }] });
});

test.each([
  ['two of one name', pipeline('a', 'in-a', 'out-a'), pipeline('a', 'in-b', 'out-b'), ['b.yaml:1:7 duplicate-name']],
  ['one inbox for two', pipeline('a', 'in', 'out-a'), pipeline('b', 'in', 'out-b'), ['b.yaml:3:10 overlapping-folders']],
  ['an inbox inside of another', pipeline('a', 'in', 'out-a'), pipeline('b', 'in/b', 'out-b'), ['b.yaml:3:10 overlapping-folders']],
  ['one results folder for two', pipeline('a', 'in-a', 'out'), pipeline('b', 'in-b', 'out'), ['b.yaml:7:13 overlapping-folders']],
  [
    "an archive in another's inbox",
    pipeline('a', 'in-a', 'out-a'),
    pipeline('b', 'in-b', 'out-b', '  archive: ../in-a/archive\n'),
    ['b.yaml:4:12 overlapping-folders'],
  ],
  [
    "another's archive in the inbox",
    pipeline('a', 'in-a', 'out-a', '  archive: ../in-b/archive\n'),
    pipeline('b', 'in-b', 'out-b'),
    ['b.yaml:3:10 overlapping-folders'],
  ],
])('%s: refused at the later of the two', (_title, a, b, expected) => {
  expect(problems(load(a, b))).toEqual(expected);
});

test('mistakes of all files are reported together, those between them included', () => {
  const broken = pipeline('c', 'in-c', 'out-c').replace('identify', 'identfy');
  expect(problems(load(pipeline('a', 'in-a', 'out-a'), pipeline('a', 'in-b', 'out-b'), broken))).toEqual([
    'b.yaml:1:7 duplicate-name',
    'c.yaml:4:10 unknown-stage',
  ]);
});

function pipeline(name: string, inbox: string, results: string, more = ''): string {
  return `name: ${name}\nsource:\n  watch: ../${inbox}\n${more}stages: [identify]\nsinks:\n  - use: json\n    folder: ../${results}\n`;
}

function load(...yamls: string[]): ReturnType<typeof loadPlans> {
  const folder = tempFolder();
  const files = yamls.map((yaml, i) => pipelineFile(yaml, folder, `${'abc'[i] ?? ''}.yaml`));
  return loadPlans(files, options);
}

function problems(loaded: ReturnType<typeof loadPlans>): string[] {
  if ('plans' in loaded) return [];
  return loaded.problems.map(({ file, line, column, code }) => `${file.slice(join(file, '..').length + 1)}:${line}:${column} ${code}`);
}
