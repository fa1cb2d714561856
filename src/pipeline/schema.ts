import { z } from 'zod';
import type { Catalog } from '../model/catalog.ts';
import { pipelineOptions, stageOptions } from './options.ts';

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

interface Option {
  name: string;
  /** In words: `text`, `whole number`, `list of text`, `archive | delete | keep`. */
  type: string;
  /** As it would stand in the file; absent when the option is required or has none. */
  default?: string;
  required: boolean;
  description: string;
}

/** The options of a schema as rows for people. */
export function optionsOf(schema: z.ZodObject): Option[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) as JsonSchema;
  return Object.entries(properties).map(([name, { description = '', default: byDefault, ...property }]) => ({
    name,
    type: typeOf(property),
    ...(byDefault !== undefined && { default: typeof byDefault === 'string' ? byDefault : JSON.stringify(byDefault) }),
    required: required.includes(name),
    description,
  }));
}

function entry({ name, summary }: { name: string; summary: string }, shape: z.ZodRawShape): z.ZodObject {
  return z.strictObject({ use: z.literal(name).describe(summary), ...shape });
}

function listOf(specs: readonly { name: string }[], entries: z.ZodObject[]) {
  return z.array(z.union([z.enum(specs.map(({ name }) => name)), ...entries])).min(1);
}

interface JsonSchema {
  type?: string;
  enum?: unknown[];
  description?: string;
  default?: unknown;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

const words: Record<string, string> = { string: 'text', integer: 'whole number', number: 'number', boolean: 'true or false', object: 'mapping' };

function typeOf({ type = '', enum: values, items }: JsonSchema): string {
  if (values !== undefined) return values.join(' | ');
  if (type === 'array') return items?.enum === undefined ? `list of ${typeOf(items ?? {})}` : `list of: ${typeOf(items)}`;
  return words[type] ?? 'any';
}
