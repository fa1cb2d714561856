import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalog } from '../src/catalog.ts';
import { optionsOf } from '../src/pipeline/describe.ts';
import { stageOptions } from '../src/pipeline/options.ts';

const { stages, sinks } = catalog;
const specs = [...stages, ...sinks];
const reserved = ['use', 'when', 'retry', ...Object.keys(stageOptions.shape)];

/** Without these there is nothing to do, and nobody can guess them. */
const needed: Readonly<Record<string, Record<string, string>>> = { llm: { base_url: 'http://127.0.0.1:1/v1', model: 'a' } };

describe.each(specs.map((spec) => [spec.name, spec] as const))('%s', (_name, spec) => {
  test('has a sentence as summary, a version, and options that are described, have defaults unless nobody can guess them, and take no name of the pipeline', () => {
    expect(spec.name).toMatch(/^[a-z][a-z-]*$/);
    expect(spec.summary).toMatch(/^[A-Z].*\.$/);
    expect(spec.version).toBeGreaterThan(0);
    for (const { name, required, description } of optionsOf(spec.config)) {
      expect({ name, required, described: /^[A-Z].*\.$/.test(description), free: !reserved.includes(name) }).toEqual({
        name,
        required: name in (needed[spec.name] ?? {}),
        described: true,
        free: true,
      });
    }
  });

  test('gives a config that survives the way to a worker as JSON', () => {
    const config = spec.config.parse(needed[spec.name] ?? {});
    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
  });
});

test('no two stages and no two sinks have one name', () => {
  expect(new Set(stages.map(({ name }) => name)).size).toBe(stages.length);
  expect(new Set(sinks.map(({ name }) => name)).size).toBe(sinks.length);
});

test('stages stand in an order in which a pipeline may have them all', () => {
  const names = stages.map(({ name }) => name);
  for (const [i, { reads }] of stages.entries()) expect(reads.filter((read) => names.indexOf(read) > i)).toEqual([]);
  expect(names[0]).toBe('identify');
});

test('every stage has its run.ts and every sink its render.ts beside the spec', () => {
  const source = (...names: string[]): string => join(import.meta.dirname, '..', 'src', ...names);
  const files = [...stages.map(({ name }) => source('stages', name, 'run.ts')), ...sinks.map(({ name }) => source('sink', name, 'render.ts'))];
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

test('every sink has an option for its folder', () => {
  expect(sinks.filter(({ config }) => !('folder' in config.shape))).toEqual([]);
});
