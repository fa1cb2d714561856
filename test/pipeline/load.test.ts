import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../src/catalog.ts';
import { loadPlan } from '../../src/pipeline/load.ts';
import { pipelineFile, planOf } from '../support/pipeline-file.ts';
import { sampleCatalog } from '../support/sample-catalog.ts';
import { tempFolder } from '../support/temp-folder.ts';

const bare = 'name: a\nstages: [identify, text]\n';

test('a name and bare stage names are a whole pipeline, with every default filled in and every path absolute', () => {
  const folder = tempFolder();
  expect(planOf(pipelineFile(bare, folder))).toEqual({
    name: 'a',
    file: join(folder, 'pipelines', 'a.yaml'),
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    source: {
      watch: join(folder, 'watch'),
      include: ['**/*.{pdf,png,jpg,jpeg,tif,tiff,webp,bmp,gif}'],
      ignore: [],
      settle: 2000,
      rescan: 60_000,
      originals: 'archive',
      archive: join(folder, 'archive'),
      failed: join(folder, 'failed'),
    },
    inFlight: 4,
    maxRetries: 3,
    retryDelay: 1000,
    retryDelayMax: 300_000,
    workerMemory: 768_000_000,
    passwords: [],
    stages: [
      { name: 'identify', version: 1, scope: 'page', reads: [], config: { max_pages: 5000 }, timeout: 60_000, concurrency: 1024, pagesPerTask: 10 },
      { name: 'text', version: 1, scope: 'page', reads: ['identify'], config: {}, timeout: 60_000, concurrency: 1024, pagesPerTask: 10 },
    ],
    sinks: [
      { name: 'json', version: 2, config: { include: [] }, folder: join(folder, 'results'), form: 'file', extension: '.json', readsSource: false },
    ],
  });
});

test('what the file says replaces the defaults, and the archive stands beside the folder that is watched', () => {
  const folder = tempFolder();
  const yaml = `
name: scans
source: { watch: /data/scans/in, include: ["**/*.tif"], settle: 1.5s, rescan: 5m, originals: delete }
in_flight: 9
max_retries: 0
retry_delay: 500ms
retry_delay_max: 1h
worker_memory: 1.5GiB
passwords: ["1234", "*"]
stages:
  - identify
  - use: ocr
    languages: [deu, eng]
    timeout: 2m
    concurrency: 2
sinks:
  - use: json
    folder: out
    include: [words]
`;
  expect(planOf(pipelineFile(yaml, folder))).toMatchObject({
    source: {
      watch: '/data/scans/in',
      settle: 1500,
      rescan: 300_000,
      originals: 'delete',
      archive: '/data/scans/archive',
      failed: '/data/scans/failed',
    },
    inFlight: 9,
    maxRetries: 0,
    retryDelay: 500,
    retryDelayMax: 3_600_000,
    workerMemory: 1_610_612_736,
    passwords: ['1234', '*'],
    stages: [
      { name: 'identify' },
      { name: 'ocr', reads: ['identify'], timeout: 120_000, concurrency: 2, config: { languages: ['deu', 'eng'], dpi: 300 } },
    ],
    sinks: [{ folder: join(folder, 'pipelines', 'out'), config: { include: ['words'] } }],
  });
});

test('a plan cannot be changed, not even deep inside', () => {
  const plan = planOf(pipelineFile(bare));
  expect(() => Object.assign(plan.stages[0]!.config, { max_pages: 1 })).toThrow(TypeError);
  expect(() => (plan.source.include as string[]).push('x')).toThrow(TypeError);
});

test('the pipeline that comes with the program is in order', () => {
  const loaded = loadPlan(join(import.meta.dirname, '../../pipelines/documents.yaml'), { catalog, env: {} });
  expect(loaded).toMatchObject({ plan: { name: 'documents' } });
});

test('Windows line ends and a byte order mark change nothing', () => {
  const folder = tempFolder();
  const plan = planOf(pipelineFile(bare, folder));
  expect(planOf(pipelineFile(`\uFEFF${bare.replaceAll('\n', '\r\n')}`, folder))).toEqual(plan);
});

test('an anchor can be used again', () => {
  const plan = planOf(pipelineFile('name: a\nstages:\n  - use: identify\n    timeout: &long 10m\n  - use: text\n    timeout: *long\n'));
  expect(plan.stages.map(({ timeout }) => timeout)).toEqual([600_000, 600_000]);
});

test('the folder and patterns of a command line take the place of those in the file, and do not change the fingerprint', () => {
  const file = pipelineFile(bare);
  const plan = planOf(file, { overrides: { folder: '/elsewhere', include: ['*.tif'] } });
  expect(plan).toMatchObject({ sinks: [{ folder: '/elsewhere' }], source: { include: ['*.tif'] }, fingerprint: planOf(file).fingerprint });
});

test('a folder of the command line that makes two sinks overwrite each other is refused', () => {
  const file = pipelineFile(`${bare}sinks:\n  - json\n  - use: json\n    folder: ../more\n`);
  expect(planOf(file).sinks).toHaveLength(2);
  expect(loadPlan(file, { catalog: sampleCatalog, env: {}, overrides: { folder: '/out' } })).toMatchObject({
    problems: [{ line: 6, code: 'overlapping-folders' }],
  });
});

// A link would otherwise let results come in again as documents, for ever.
test('folders that overlap only through a symbolic link are refused, also below what does not exist yet', () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'watch'));
  symlinkSync(join(folder, 'watch'), join(folder, 'link'));
  const file = pipelineFile(`${bare}sinks:\n  - use: json\n    folder: ../link/not/yet\n`, folder);
  expect(loadPlan(file, { catalog: sampleCatalog, env: {} })).toMatchObject({ problems: [{ line: 5, column: 13, code: 'overlapping-folders' }] });
});

test('folders whose names only begin alike do not overlap', () => {
  expect(planOf(pipelineFile(`${bare}sinks:\n  - use: json\n    folder: ../watch-results\n`)).sinks).toHaveLength(1);
});

test('an archive that is not used may stand anywhere', () => {
  expect(planOf(pipelineFile(`${bare}source: { originals: keep, archive: ../watch/archive }\n`)).source.originals).toBe('keep');
});

describe('variables', () => {
  const env = { HASH: 'a #b: "c" \'d\' [e', NUMBER: '7', WORD: 'no', NESTED: '${NUMBER}', EMPTY: '' };
  const label = (written: string): unknown => {
    const plan = planOf(pipelineFile(`name: a\nstages:\n  - identify\n  - use: notes\n    label: ${written}\n`), { env });
    return plan.stages[1]?.config['label'];
  };

  // Filling in before parsing would cut the value at the "#" (benthos#147) or break the file.
  test.each([
    ['plain', '${HASH}', env.HASH],
    ['in double quotes', '"<${HASH}>"', `<${env.HASH}>`],
    ['in single quotes', "'${HASH}'", env.HASH],
    ['in a block of lines', '|-\n      one ${HASH}\n      two', `one ${env.HASH}\ntwo`],
    ['followed by a comment', '${WORD} # ${NOWHERE}', 'no'],
    ['with a default that holds a hash', '"${NOWHERE:-a #b}"', 'a #b'],
    ['set to nothing, with a default', '${EMPTY:-x}', 'x'],
    ['set to nothing, without one', '"${EMPTY}"', ''],
    ['with an empty default', '"${NOWHERE:-}"', ''],
    ['twice', '${WORD}/${NUMBER}', 'no/7'],
    ['that holds a variable', '${NESTED}', '${NUMBER}'],
    ['that looks like a number where text is asked for', '${NUMBER}', '7'],
  ])('%s keep every character of their value', (_title, written, expected) => expect(label(written)).toBe(expected));

  test('take the type that the option asks for', () => {
    const yaml =
      'name: a\nin_flight: ${NUMBER}\nstages:\n  - identify\n  - use: ocr\n    deskew: ${NOWHERE:-false}\n  - use: tables\n    threshold: ${NOWHERE:-0.25}\n';
    expect(planOf(pipelineFile(yaml), { env })).toMatchObject({
      inFlight: 7,
      stages: [{}, { config: { deskew: false } }, { config: { threshold: 0.25 } }],
    });
  });
});
