import type { z } from 'zod';
import type { Path } from './places.ts';
import type { ProblemCode } from './problem.ts';
import { suggest } from './suggest.ts';

/** A mistake found in the values, before anybody looked up where they stand. */
export interface Mistake {
  path: Path;
  /** Where to point instead when `path` is left to its default. */
  or?: Path;
  /** Whether the entry's key or its value is meant, or, for an entry that is not there, where it should stand. */
  at: 'key' | 'value' | 'parent';
  code: ProblemCode;
  message: string;
  suggestion?: string | undefined;
  /** The type that a number or boolean option asks for. */
  expected?: string;
}

/** What an option belongs to, for sentences and suggestions. */
export interface Owner {
  /** As in "is not an option of …". */
  name: string;
  options: readonly string[];
  /** The part of it that stands at a path below. */
  within?: (path: Path) => Owner;
}

/**
 * One zod issue as mistakes in words. Messages of a schema are written as the end of a sentence that the option begins:
 * `must not be empty` becomes `"folder" must not be empty`.
 */
export function mistakesOf(issue: z.core.$ZodIssue, owner: Owner, prefix: Path, value: unknown): Mistake[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'invalid_union') {
    // Of several forms the one is meant that the value is of; what is wrong with it lies deeper.
    const meant = issue.errors.find((issues) => issues.every((inner) => inner.path.length > 0));
    if (meant !== undefined) return meant.flatMap((inner) => mistakesOf({ ...inner, path: [...issue.path, ...inner.path] }, owner, prefix, value));
  }
  if (issue.code === 'unrecognized_keys') {
    const { name, options } = owner.within?.(issue.path) ?? owner;
    return issue.keys.map((key) => {
      const message = `"${key}" is not an option of ${name}`;
      return { path: [...path, key], at: 'key', code: 'unknown-key', message, suggestion: suggest(key, options) };
    });
  }
  const found = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);
  if (found === undefined && issue.code === 'invalid_type') {
    return [{ path, at: 'parent', code: 'missing-key', message: `"${String(path.at(-1))}" is missing` }];
  }
  const said = `${subject(path)} ${issue.message}`;
  switch (issue.code) {
    case 'invalid_type':
      return [{ path, at: 'value', code: 'wrong-type', message: said, expected: issue.expected }];
    case 'too_small':
    case 'too_big':
      return [{ path, at: 'value', code: issue.origin === 'string' ? 'bad-value' : 'out-of-range', message: said }];
    case 'invalid_value':
      return [{ path, at: 'value', code: 'bad-value', message: said, suggestion: suggest(String(found), issue.values.map(String)) }];
    case 'invalid_key':
      return [{ path, at: 'key', code: 'bad-value', message: `${subject(path)} ${issue.issues[0]?.message ?? issue.message}` }];
    case 'custom':
      return [{ path, at: 'value', code: issue.params?.['code'] === 'out-of-range' ? 'out-of-range' : 'bad-value', message: said }];
    default:
      return [{ path, at: 'value', code: 'bad-value', message: said }];
  }
}

/** A required key that was only mistyped is one mistake, not two. */
export function withoutEchoes(mistakes: readonly Mistake[]): Mistake[] {
  const meant = new Set(
    mistakes.flatMap(({ code, path, suggestion }) => (code === 'unknown-key' ? [JSON.stringify([...path.slice(0, -1), suggestion])] : [])),
  );
  return mistakes.filter(({ code, path }) => code !== 'missing-key' || !meant.has(JSON.stringify(path)));
}

/** Zod asks this for the words of an issue for which the schema has none. */
export function wording(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}, not ${kindOf(issue.input)}`;
    case 'invalid_value':
      return `must be ${inWords(issue.values.map(String))}, not ${kindOf(issue.input)}`;
    case 'too_small':
      return `must ${verb(issue.origin)} ${issue.inclusive === false ? 'more than' : 'at least'} ${String(issue.minimum)}${unit(issue.origin)}`;
    case 'too_big':
      return `must ${verb(issue.origin)} ${issue.inclusive === false ? 'less than' : 'at most'} ${String(issue.maximum)}${unit(issue.origin)}`;
    default:
      return 'is not of a form that is understood';
  }
}

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
};

function verb(origin: string): string {
  return origin === 'array' || origin === 'string' ? 'have' : 'be';
}

function unit(origin: string): string {
  return origin === 'string' ? ' characters' : '';
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return value.length <= 40 ? `"${value}"` : 'a text';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'that';
}

function inWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** `"in_flight"`, or `Entry 2 of "include"`. */
function subject(path: Path): string {
  if (path.length === 0) return 'The file';
  return typeof path.at(-1) === 'number' ? sentence(nameAt(path)) : nameAt(path);
}

/** `"in_flight"`, or `entry 2 of "include"`, within a sentence. */
export function nameAt(path: Path): string {
  const [last, list] = [path.at(-1), path.at(-2)];
  return typeof last === 'number' ? `entry ${last + 1} of "${String(list)}"` : `"${String(last)}"`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
