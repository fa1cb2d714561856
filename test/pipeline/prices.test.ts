import { expect, test } from 'vitest';
import { z } from 'zod';
import type { StageSpec } from '../../src/model/stage.ts';
import { checkpointKeys } from '../../src/pipeline/checkpoint-key.ts';
import { pipelineFile, planOf } from '../support/pipeline-file.ts';
import { sampleCatalog } from '../support/sample-catalog.ts';

const ask = {
  name: 'ask',
  summary: 'Asks.',
  version: 1,
  scope: 'page',
  reads: [],
  config: z.strictObject({
    model: z.string().default('small').describe('Which.'),
    prices: z.strictObject({ input: z.number(), output: z.number() }).optional().describe('Of a million tokens.').meta({ prices: true }),
  }),
  timeout: 1_000,
  pagesPerTask: 1,
} satisfies StageSpec;
const catalog = { ...sampleCatalog, stages: [...sampleCatalog.stages, ask] };
const plan = (options: string) => planOf(pipelineFile(`name: a\nstages:\n  - identify\n  - { use: ask${options} }\n`), { catalog, env: {} });

// Whoever writes down the new price of a model would otherwise pay for all answers again.
test('prices are known to the plan, and change neither its fingerprint nor a checkpoint key', () => {
  const [none, cheap, dear] = [plan(''), plan(', prices: { input: 1, output: 2 }'), plan(', prices: { input: 10, output: 20 }')];
  expect(dear.stages[1]).toMatchObject({ config: { model: 'small' }, prices: { input: 10, output: 20 } });
  expect(dear.stages[1]?.config).not.toHaveProperty('prices');
  expect(none.stages[1]).not.toHaveProperty('prices');
  for (const changed of [cheap, dear]) {
    expect(changed.fingerprint).toBe(none.fingerprint);
    expect(checkpointKeys(changed, 'c')).toEqual(checkpointKeys(none, 'c'));
  }
});
