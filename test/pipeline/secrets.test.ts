import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Catalog } from '../../src/model/catalog.ts';
import type { StageSpec } from '../../src/model/stage.ts';
import { checkpointKeys } from '../../src/pipeline/checkpoint-key.ts';
import { loadPlan } from '../../src/pipeline/load.ts';
import { formatProblem } from '../../src/pipeline/problem.ts';
import { pipelineFile, planOf } from '../support/pipeline-file.ts';
import { sampleCatalog } from '../support/sample-catalog.ts';

const key = 'sk-very-private-0123456789';
const asking = z.strictObject({
  model: z.enum(['small', 'large']).default('small').describe('Which.'),
  api_key: z.string().min(8).optional().describe('Key of the service.').meta({ secret: true }),
});
const ask = {
  name: 'ask',
  summary: 'Asks.',
  version: 1,
  scope: 'page',
  reads: [],
  config: asking,
  timeout: 1_000,
  pagesPerTask: 1,
} satisfies StageSpec;
const catalog: Catalog = { ...sampleCatalog, stages: [...sampleCatalog.stages, ask] };
const yaml = (options: string) => `name: a\nstages:\n  - identify\n  - { use: ask, ${options} }\n`;
const plan = (value: string, options = 'api_key: "${KEY}"') => planOf(pipelineFile(yaml(options)), { catalog, env: { KEY: value } });

// Each of these is written to disk or shown to somebody.
test('a secret stands neither in the config that keys and rows are made of, nor in a plan that is printed or serialised', () => {
  const loaded = plan(key);
  expect(loaded.stages[1]?.config).toEqual({ model: 'small' });
  expect(JSON.stringify(loaded) + inspect(loaded, { depth: 9 })).not.toContain(key);
  expect(loaded.stages[1]?.secrets?.reveal()).toEqual({ api_key: key });
});

// A key that is renewed every month would otherwise have every page read again.
test('another secret, or none, changes neither the fingerprint nor a checkpoint key', () => {
  const [one, other, none] = [plan(key), plan('another-private-key'), plan('', '')];
  for (const changed of [other, none]) {
    expect(changed.fingerprint).toBe(one.fingerprint);
    expect(checkpointKeys(changed, 'c')).toEqual(checkpointKeys(one, 'c'));
  }
  expect(none.stages[1]).not.toHaveProperty('secrets');
});

test('a secret that stands in the file itself is refused, and the line is shown without it', () => {
  const shown = problemsOf(`api_key: ${key}`);
  expect(shown).toContain('a.yaml:4:26: error[literal-secret] "api_key" is secret; take it from the environment, as in ${API_KEY}');
  expect(shown).not.toContain(key);
});

test.each([
  ['another mistake on its line', `api_key: ${key}, model: huge`],
  ['a misspelt option on its line', `api_key: ${key}, modle: large`],
  ['a mistake in the secret itself', 'api_key: 20261121'],
  ['a secret from the environment that is refused', 'api_key: "${SHORT}"'],
])('%s does not bring the secret to the screen', (_title, options) => {
  const shown = problemsOf(options);
  expect(shown).toContain('error[');
  for (const secret of [key, '20261121', 'shrt']) expect(shown).not.toContain(secret);
});

test('what is missing on the machine is a mistake in the file, at the option that asks for it; what is found joins the config', () => {
  const equipped = equippedWith(({ model }) =>
    model === 'large' ? { missing: [{ option: 'model', message: 'install it' }] } : { found: { program: '5.3.0' } },
  );
  expect(planOf(pipelineFile(yaml('')), { catalog: equipped }).stages[1]?.config).toEqual({ model: 'small', equipment: { program: '5.3.0' } });
  expect(problemsOf('model: large', equipped)).toContain('a.yaml:4:24: error[not-installed] install it');
});

// An upgraded program whose outputs were taken from the ledger would never be seen to read better.
test('another version of what a stage needs of the machine gives other checkpoints', () => {
  const of = (version: string) => planOf(pipelineFile(yaml('')), { catalog: equippedWith(() => ({ found: { version } })) });
  const [old, now] = [of('5.3.0'), of('5.5.0')];
  expect(checkpointKeys(now, 'c').get('ask')).not.toBe(checkpointKeys(old, 'c').get('ask'));
  expect(now.fingerprint).not.toBe(old.fingerprint);
});

function equippedWith(equip: NonNullable<StageSpec['equip']>): Catalog {
  return { ...sampleCatalog, stages: [...sampleCatalog.stages, { ...ask, equip }] };
}

function problemsOf(options: string, stages = catalog): string {
  const loaded = loadPlan(pipelineFile(yaml(options)), { catalog: stages, env: { SHORT: 'shrt' } });
  return 'problems' in loaded ? loaded.problems.map((problem) => `${formatProblem(problem, '/')}\n${JSON.stringify(problem)}`).join('\n') : '';
}
