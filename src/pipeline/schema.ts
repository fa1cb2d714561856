import { z } from 'zod';
import type { Catalog } from '../model/catalog.ts';
import { pipelineOptions, stageOptions } from './options.ts';
import { testOptions } from './test-options.ts';

/** JSON Schemas (draft 7, which editors know best) of all files that people write, by what one holds: made of the schemas that check them. */
export function schemasOf(catalog: Catalog): Record<string, object> {
  const named = catalog.stages.flatMap(({ files = {} }) => Object.values(files)).filter(({ editable }) => editable === true);
  const others = named.map(({ what, schema }) => [what.replaceAll(' ', '-'), draft(schema, `Millrace ${what}`)] as const);
  return { pipeline: pipelineSchema(catalog), test: draft(testOptions(), 'Tests of a Millrace pipeline'), ...Object.fromEntries(others) };
}

function draft(schema: z.ZodType, title: string): object {
  return { ...z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }), title };
}

function pipelineSchema({ stages, sinks, source }: Catalog): object {
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
  return draft(pipeline, 'Millrace pipeline');
}

function entry({ name, summary }: { name: string; summary: string }, shape: z.ZodRawShape): z.ZodObject {
  return z.strictObject({ use: z.literal(name).describe(summary), ...shape });
}

function listOf(specs: readonly { name: string }[], entries: z.ZodObject[]) {
  return z.array(z.union([z.enum(specs.map(({ name }) => name)), ...entries])).min(1);
}
