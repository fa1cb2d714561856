import { z } from 'zod';
import type { Catalog } from '../model/catalog.ts';
import { pipelineOptions, stageOptions } from './options.ts';
import { testOptions } from './test-options.ts';

/** JSON Schema (draft 7, which editors know best) of a pipeline file, made of the schemas that check it. */
export function pipelineSchema({ stages, sinks, source }: Catalog): object {
  const stage = stages.map((spec) => entry(spec, { ...stageOptions.shape, ...spec.config.shape }));
  const sink = sinks.map((spec) => entry(spec, spec.config.shape));
  const { name, ...options } = pipelineOptions.shape;
  const pipeline = z.strictObject({
    name,
    source: source.prefault({}).describe('Where documents come from, and what becomes of them.'),
    ...options,
    stages: listOf(stages, stage).describe('What is done with a document, in this order. A bare name stands for a stage with its defaults.'),
    sinks: listOf(sinks, sink).prefault(['json']).describe('Where results go.'),
  });
  return { ...z.toJSONSchema(pipeline, { io: 'input', target: 'draft-7' }), title: 'Millrace pipeline' };
}

/** JSON Schema of the test file beside a pipeline. */
export function testSchema(): object {
  return { ...z.toJSONSchema(testOptions(), { io: 'input', target: 'draft-7' }), title: 'Tests of a Millrace pipeline' };
}

function entry({ name, summary }: { name: string; summary: string }, shape: z.ZodRawShape): z.ZodObject {
  return z.strictObject({ use: z.literal(name).describe(summary), ...shape });
}

function listOf(specs: readonly { name: string }[], entries: z.ZodObject[]) {
  return z.array(z.union([z.enum(specs.map(({ name }) => name)), ...entries])).min(1);
}
