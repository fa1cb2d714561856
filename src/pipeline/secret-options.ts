import type { z, ZodObject } from 'zod';
import { Secrets } from '../model/secrets.ts';
import type { StageEntry } from './check.ts';
import type { Mistake } from './mistake.ts';
import type { Path } from './places.ts';

/** A secret as a pipeline file gives it. */
export interface SecretAt {
  path: Path;
  value: unknown;
}

/** The secrets in a pipeline file, whatever is wrong with the rest of it. `root` is the file as plain data. */
export function secretsIn(root: unknown, stages: readonly StageEntry[]): SecretAt[] {
  return stages.flatMap(({ index, spec }) =>
    secretNames(spec.config).flatMap((name) => {
      const value = (root as { stages: Record<string, unknown>[] }).stages[index]?.[name];
      return value === undefined ? [] : [{ path: ['stages', index, name], value }];
    }),
  );
}

/** A pipeline file is copied, shown and kept under version control: what is secret comes from the environment. */
export function literalSecret({ path }: SecretAt): Mistake {
  const name = String(path.at(-1));
  return { path, at: 'value', code: 'literal-secret', message: `"${name}" is secret; take it from the environment, as in \${${name.toUpperCase()}}` };
}

/** Cuts secrets out of what is said about the file that they stand in. */
export function redactor(secrets: readonly SecretAt[]): Secrets {
  return new Secrets(Object.fromEntries(secrets.map(({ path, value }) => [path.join('.'), String(value)])));
}

/** The config of a stage without its secrets, which go their own way. */
export function withoutSecrets(schema: ZodObject, config: Record<string, unknown>): { config: Record<string, unknown>; secrets?: Secrets } {
  const names = secretNames(schema);
  const [secret, open] = [true, false].map((which) => Object.entries(config).filter(([name]) => names.includes(name) === which)) as [
    Entries,
    Entries,
  ];
  const given = secret.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { config: Object.fromEntries(open), ...(given.length > 0 && { secrets: new Secrets(Object.fromEntries(given)) }) };
}

type Entries = [string, unknown][];

/** Options that are marked by `.meta({ secret: true })`. */
function secretNames({ shape }: ZodObject): string[] {
  return Object.entries(shape).flatMap(([name, option]) => ((option as z.ZodType).meta()?.['secret'] === true ? [name] : []));
}
