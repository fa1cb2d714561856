import fc from 'fast-check';
import { stringify } from 'yaml';
import { expect, test } from 'vitest';
import type { Plan, PlannedStage } from '../../src/model/plan.ts';
import { canonicalJson } from '../../src/pipeline/canonical.ts';
import { checkpointKeys } from '../../src/pipeline/checkpoint-key.ts';
import { pipelineFile, planOf } from '../support/pipeline-file.ts';
import { sampleCatalog } from '../support/sample-catalog.ts';
import { tempFolder } from '../support/temp-folder.ts';

const content = 'a'.repeat(64);
const stages = [
  { use: 'identify', max_pages: 100 },
  { use: 'text' },
  { use: 'ocr', languages: ['eng', 'deu'], dpi: 200, mode: 'best' },
  { use: 'tables', threshold: 0.4 },
  { use: 'fields', types: ['a.yaml', 'b.yaml'] },
  { use: 'notes', label: 'x' },
];
const written = {
  name: 'a',
  in_flight: 3,
  source: { watch: '../in', settle: '1s' },
  stages,
  sinks: [{ use: 'json', folder: '../out', include: ['lines'] }],
};

/** The same value with the keys of every mapping in another order. */
const shuffled = (value: unknown): fc.Arbitrary<unknown> => {
  if (Array.isArray(value)) return fc.tuple(...value.map(shuffled));
  if (typeof value !== 'object' || value === null) return fc.constant(value);
  const entries = Object.entries(value).map(([key, inner]) => shuffled(inner).map((one) => [key, one] as const));
  return fc.tuple(...entries).chain((all) => fc.shuffledSubarray(all, { minLength: all.length }).map((some) => Object.fromEntries(some)));
};

test('the order of keys, comments, blank lines, quotes and indentation change neither fingerprint nor checkpoint keys', () => {
  const folder = tempFolder();
  const plan = planOf(pipelineFile(stringify(written), folder));
  const layout = fc.record({
    indent: fc.integer({ min: 1, max: 6 }),
    defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'),
    gap: fc.constantFrom('', '\n', '# a comment\n', '\n  # ${NOWHERE}\n\n'),
  });
  fc.assert(
    fc.property(shuffled(written), layout, (value, { indent, defaultStringType, gap }) => {
      const yaml = stringify(value, { indent, defaultStringType, defaultKeyType: 'PLAIN' }).replaceAll('\n', `\n${gap}`);
      const again = planOf(pipelineFile(gap.trimStart() + yaml, folder));
      expect(again).toEqual(plan);
      expect(checkpointKeys(again, content)).toEqual(checkpointKeys(plan, content));
    }),
    { numRuns: 100 },
  );
});

test('defaults that are written out are the defaults', () => {
  const bare = planOf(pipelineFile('name: a\nstages: [identify, ocr]\n'));
  const full = planOf(
    pipelineFile(
      'name: a\nstages: [{ use: identify, max_pages: 5000 }, { use: ocr, languages: [eng], dpi: 300, deskew: true, mode: fast }]\nsinks: [{ use: json, include: [] }]\n',
    ),
  );
  expect(full.fingerprint).toBe(bare.fingerprint);
  expect(checkpointKeys(full, content)).toEqual(checkpointKeys(bare, content));
});

test.each([
  ['folders', { source: { watch: '../other', archive: '../kept' }, sinks: [{ use: 'json', folder: '/elsewhere', include: ['lines'] }] }],
  ['limits', { in_flight: 9, worker_memory: '1GB', stages: stages.map((stage) => ({ ...stage, timeout: '9s', concurrency: 1 })) }],
  ['retries', { max_retries: 0, retry_delay: '2s', retry_delay_max: '3s' }],
  ['the source', { source: { include: ['*.tif'], settle: '9s', originals: 'keep' } }],
])('%s change when and where, not what: the fingerprint and all keys stay', (_title, change) => {
  const plan = planOf(pipelineFile(stringify(written)));
  const changed = planOf(pipelineFile(stringify({ ...written, ...change })));
  expect(changed.fingerprint).toBe(plan.fingerprint);
  expect(checkpointKeys(changed, content)).toEqual(checkpointKeys(plan, content));
});

test('a password changes the key of the stage that opens the document, and no other (what one pipeline had opened, another published without the password)', () => {
  const plan = planOf(pipelineFile(stringify(written)));
  const changed = planOf(pipelineFile(stringify({ ...written, passwords: ['secret'] })));
  expect(changed.fingerprint).toBe(plan.fingerprint);
  expect(differing(plan, changed)).toEqual(['identify']);
});

// A key that stayed would give results of old options; one that changed too many would do OCR again for nothing.
test.each([
  ['identify', { max_pages: 101 }, ['identify', 'text', 'ocr', 'tables', 'fields', 'notes']],
  ['ocr', { dpi: 201 }, ['ocr', 'tables', 'fields']],
  ['ocr', { languages: ['deu', 'eng'] }, ['ocr', 'tables', 'fields']],
  ['tables', { threshold: 0.5 }, ['tables', 'fields']],
  ['fields', { types: [] }, ['fields']],
  ['notes', { label: 'y' }, ['notes']],
])('another option of %s (%o) changes its own checkpoint key, exactly those downstream, and the fingerprint', (use, option, expected) => {
  const plan = planOf(pipelineFile(stringify(written)));
  const changed = planOf(
    pipelineFile(stringify({ ...written, stages: stages.map((stage) => (stage.use === use ? { ...stage, ...option } : stage)) })),
  );
  expect(differing(plan, changed)).toEqual(expected);
  expect(changed.fingerprint).not.toBe(plan.fingerprint);
});

test('another version of a stage changes its key and those downstream, as does leaving out a stage that is read', () => {
  const plan = planOf(pipelineFile(stringify(written)));
  const newer = { ...sampleCatalog, stages: sampleCatalog.stages.map((spec) => (spec.name === 'tables' ? { ...spec, version: 2 } : spec)) };
  expect(differing(plan, planOf(plan.file, { catalog: newer }))).toEqual(['tables', 'fields']);
  const without = planOf(pipelineFile(stringify({ ...written, stages: stages.filter(({ use }) => use !== 'ocr') })));
  expect(differing(plan, without)).toEqual(['ocr', 'tables', 'fields']);
});

test('in any pipeline, changing one option changes exactly the keys of the stages that depend on it', () => {
  fc.assert(
    fc.property(anyStages, fc.nat(), (drawn, pick) => {
      const at = pick % drawn.length;
      const changed = drawn.map((stage, i) => (i === at ? { ...stage, config: { ...stage.config, option: 'other' } } : stage));
      const downstream = new Set<string>();
      for (const [i, { name, reads }] of drawn.entries()) if (i === at || reads.some((read) => downstream.has(read))) downstream.add(name);
      expect(differing({ stages: drawn, passwords: [] }, { stages: changed, passwords: [] })).toEqual(
        drawn.map(({ name }) => name).filter((name) => downstream.has(name)),
      );
    }),
  );
});

test('another content has other keys throughout, and no two stages share one', () => {
  const plan = planOf(pipelineFile(stringify(written)));
  const keys = [content, 'b'.repeat(64)].flatMap((sha256) => [...checkpointKeys(plan, sha256).values()]);
  expect(new Set(keys).size).toBe(2 * stages.length);
});

test('equal JSON values have one canonical text, and the text is that value', () => {
  fc.assert(
    fc.property(
      fc.jsonValue().chain((value) => shuffled(value).map((other) => [value, other])),
      ([value, other]) => {
        expect(canonicalJson(other)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      },
    ),
  );
});

test('canonical text leaves out undefined and refuses what JSON would silently change', () => {
  expect(canonicalJson({ b: 1, a: undefined })).toBe('{"b":1}');
  for (const value of [NaN, Infinity, [undefined], 1n, new Date(0), new Map()]) expect(() => canonicalJson(value)).toThrow('canonical form');
});

const anyStages = fc.integer({ min: 1, max: 8 }).chain((count) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, i) =>
      fc.subarray(Array.from({ length: i }, (_, earlier) => `s${earlier}`)).map((reads): PlannedStage => ({
        name: `s${i}`,
        version: 1,
        scope: 'page',
        reads,
        config: { option: i },
        timeout: 1,
        concurrency: 1,
        pagesPerTask: 1,
      })),
    ),
  ),
);

function differing(one: Pick<Plan, 'stages' | 'passwords'>, other: Pick<Plan, 'stages' | 'passwords'>): string[] {
  const [before, after] = [checkpointKeys(one, content), checkpointKeys(other, content)];
  return [...before.keys()].filter((name) => before.get(name) !== after.get(name));
}
