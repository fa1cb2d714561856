import { basename, extname } from 'node:path';
import { z } from 'zod';
import type { NamedFiles } from '../model/stage.ts';
import { apply } from './apply.ts';
import { locator } from './locate.ts';
import { nameAt, withoutEchoes } from './mistake.ts';
import type { Mistake, Owner } from './mistake.ts';
import { parse } from './parse.ts';
import type { Path } from './places.ts';
import { inFileOrder } from './problem.ts';
import type { Problem } from './problem.ts';
import { readPipeline } from './read.ts';
import { valuesOf } from './values.ts';

/** What a file of data says, with the defaults of its schema, or everything that is wrong with it. One without a `name` is called as its file. */
export function readNamedFile(file: string, { what, schema }: NamedFiles): { value?: unknown; problems: Problem[] } {
  const source = readPipeline(file);
  if ('code' in source) return { problems: [source] };
  const { document, problems: faults } = parse(source);
  if (document === undefined) return { problems: faults };
  const values = valuesOf(document, source, undefined);
  const mistakes: Mistake[] = [];
  const value = apply(schema, called(values.value, file, schema), ownerOf(schema, `a ${what}`), [], mistakes);
  const problems = inFileOrder([...faults, ...values.problems, ...withoutEchoes(mistakes).map(locator(source, values.places))]);
  return problems.length > 0 ? { problems } : { value, problems };
}

/** Files that have names are called as their file where they do not say otherwise. */
function called(value: unknown, file: string, schema: unknown): unknown {
  const hasName = schema instanceof z.ZodObject && 'name' in schema.shape;
  if (!hasName || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return { name: basename(file, extname(file)), ...value };
}

/** What a schema knows at each of its places, so that a slip in a nested key is answered with what was meant there. */
function ownerOf(schema: unknown, name: string): Owner {
  const options = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  return { name, options, within: (path) => (path.length === 0 ? { name, options } : ownerOf(schemaAt(schema, path), nameAt(path))) };
}

function schemaAt(schema: unknown, path: Path): unknown {
  const found = path.reduce<unknown>((at, key) => {
    const inner = unwrapped(at);
    if (inner instanceof z.ZodObject) return (inner.shape as Record<PropertyKey, unknown>)[key];
    if (inner instanceof z.ZodRecord) return inner.valueType;
    return inner instanceof z.ZodArray ? inner.element : undefined;
  }, schema);
  return unwrapped(found);
}

function unwrapped(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return unwrapped(schema.unwrap());
  if (schema instanceof z.ZodPipe) return unwrapped(schema.in);
  return schema instanceof z.ZodUnion ? schema.options.map(unwrapped).find((option) => option instanceof z.ZodObject) : schema;
}
