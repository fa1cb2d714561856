import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Catalog } from '../../src/model/catalog.ts';
import type { StageSpec } from '../../src/model/stage.ts';
import { pipelineFile, planOf } from '../support/pipeline-file.ts';
import { sampleCatalog } from '../support/sample-catalog.ts';

const readInvoice: StageSpec = stage('invoice', ['identify'], { strict: z.boolean().default(true).describe('How.') });
const reader: StageSpec = { ...stage('values', ['identify', 'invoice', 'text'], {}), brings: ['invoice'] };
const catalog: Catalog = { ...sampleCatalog, stages: [...sampleCatalog.stages, readInvoice, reader] };

test('a stage that another cannot do without is there, with its defaults, as early as what it reads allows, and is read by all that follow', () => {
  const { stages } = planOf(pipelineFile('name: a\nstages: [identify, text, values]\n'), { catalog });
  expect(stages.map(({ name, reads }) => [name, reads])).toEqual([
    ['identify', []],
    ['invoice', ['identify']],
    ['text', ['identify']],
    ['values', ['identify', 'invoice', 'text']],
  ]);
  expect(stages[1]?.config).toEqual({ strict: true });
});

test('one that the pipeline names itself stays where it is, with its options', () => {
  const { stages } = planOf(pipelineFile('name: a\nstages:\n  - identify\n  - text\n  - use: invoice\n    strict: false\n  - values\n'), { catalog });
  expect(stages.map(({ name }) => name)).toEqual(['identify', 'text', 'invoice', 'values']);
  expect(stages[2]?.config).toEqual({ strict: false });
});

test('whether a stage was named or brought makes no difference to results', () => {
  const [named, brought] = ['identify, invoice, text, values', 'identify, text, values'].map((names) =>
    planOf(pipelineFile(`name: a\nstages: [${names}]\n`), { catalog }),
  );
  expect(brought?.fingerprint).toBe(named?.fingerprint);
});

function stage(name: string, reads: string[], options: z.ZodRawShape): StageSpec {
  return { name, summary: 'A stage.', version: 1, scope: 'document', reads, config: z.strictObject(options), timeout: 60_000, pagesPerTask: 1 };
}
