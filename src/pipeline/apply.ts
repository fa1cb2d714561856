import type { z } from 'zod';
import { mistakesOf, wording } from './mistake.ts';
import type { Mistake, Owner } from './mistake.ts';
import type { Path } from './places.ts';

/** Compares a value with a schema: what it means, or undefined and what is wrong with it added to `mistakes`. `path` is where the value stands. */
export function apply<T>(schema: z.ZodType<T>, value: unknown, owner: Owner, path: Path, mistakes: Mistake[]): T | undefined {
  const { success, data, error } = schema.safeParse(value, { error: wording, reportInput: false });
  if (success) return data;
  mistakes.push(...error.issues.flatMap((issue) => mistakesOf(issue, owner, path, value)));
  return undefined;
}
