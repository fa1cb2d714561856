import { expect, test } from 'vitest';
import { schemasOf } from '../../src/pipeline/schema.ts';
import { sampleCatalog } from '../support/sample-catalog.ts';

interface Schema {
  description?: string;
  default?: unknown;
  additionalProperties?: unknown;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: { anyOf?: Schema[] };
  enum?: string[];
  const?: string;
}

const schema = schemasOf(sampleCatalog)['pipeline'] as Schema;
const stages = schema.properties?.['stages']?.items?.anyOf ?? [];

test('only the name and the stages are required, and unknown keys are refused at every level', () => {
  expect(schema.required).toEqual(['name', 'stages']);
  const sinks = schema.properties?.['sinks']?.items?.anyOf ?? [];
  const levels = [schema, schema.properties?.['source'], ...stages.slice(1), ...sinks.slice(1)];
  expect(levels.map((level) => level?.additionalProperties)).toEqual(levels.map(() => false));
});

test('a stage may be its bare name, or a mapping with its own options and those of every stage', () => {
  expect(stages[0]?.enum).toEqual(sampleCatalog.stages.map(({ name }) => name));
  const ocr = stages.find(({ properties }) => properties?.['use']?.const === 'ocr');
  expect(ocr?.required).toEqual(['use']);
  expect(Object.keys(ocr?.properties ?? {})).toEqual(['use', 'timeout', 'concurrency', 'languages', 'dpi', 'deskew', 'mode']);
});

test('lengths of time and sizes stand in the schema as they are written, not as numbers', () => {
  expect(schema.properties?.['retry_delay']).toMatchObject({ type: 'string', default: '1s' });
  expect(schema.properties?.['worker_memory']).toMatchObject({ type: 'string', default: '768MB' });
  expect(schema.properties?.['source']?.properties?.['settle']).toMatchObject({ type: 'string', default: '2s' });
});
