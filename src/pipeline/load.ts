import { dirname } from 'node:path';
import type { Catalog } from '../model/catalog.ts';
import type { Plan } from '../model/plan.ts';
import type { Secrets } from '../model/secrets.ts';
import type { Checked } from './check.ts';
import { withBrought } from './brought.ts';
import { compile, plannedSinks, plannedStages } from './compile.ts';
import type { Overrides } from './compile.ts';
import { equip } from './equip.ts';
import { checkFolders, checkTargets, plannedSource } from './folders.ts';
import type { Environment } from './interpolate.ts';
import { locator } from './locate.ts';
import { withoutEchoes } from './mistake.ts';
import type { Mistake } from './mistake.ts';
import { readNamedFiles } from './named-files.ts';
import { checkOrder } from './order.ts';
import { parse } from './parse.ts';
import { inFileOrder } from './problem.ts';
import type { Problem } from './problem.ts';
import { readPipeline } from './read.ts';
import { literalSecret, redactor, secretsIn } from './secret-options.ts';
import { checkTyped } from './typed.ts';
import { valuesOf } from './values.ts';
import type { Values } from './values.ts';

export interface LoadOptions {
  catalog: Catalog;
  /** Where `${NAME}` is looked up. */
  env: Environment;
  overrides?: Overrides;
}

/** A plan, and how to point at the place in its file that a mistake is about. */
export interface LoadedPlan {
  plan: Plan;
  locate: (mistake: Mistake) => Problem;
}

export type Loaded = LoadedPlan | { problems: Problem[] };

/**
 * Reads a pipeline file into a plan that is complete, or into everything that is wrong with it, in the order of the file.
 * `file` is an absolute path; the paths in it are relative to its folder.
 */
export function loadPlan(file: string, { catalog, env, overrides = {} }: LoadOptions): Loaded {
  const source = readPipeline(file);
  if ('code' in source) return { problems: [source] };
  const { document, problems: faults } = parse(source);
  if (document === undefined) return { problems: faults };
  if (document.contents === null)
    return { problems: [source.problem('missing-key', [0, 0], 'The file is empty; a pipeline has at least a name and stages')] };

  const values = valuesOf(document, source, env);
  const known = [...faults, ...values.problems];
  if (known.some(({ code }) => code === 'alias')) return { problems: inFileOrder(known) };
  return assemble(file, values, catalog, overrides, locator(source, values.places), known);
}

function assemble(file: string, values: Values, catalog: Catalog, overrides: Overrides, locate: LoadedPlan['locate'], known: Problem[]): Loaded {
  const base = dirname(file);
  const checked = checkTyped(values, catalog);
  const secrets = secretsIn(values.value, checked.stages);
  const literal = secrets.filter(({ path }) => !values.places.isFilledIn(path) && !values.places.isUnknown(path));
  const named = readNamedFiles(checked.stages, base);
  const equipped = equip(withBrought(named.stages, catalog.stages));
  const stages = plannedStages(equipped.stages);
  const sinks = plannedSinks(checked.sinks, base, overrides);
  const source = checked.source && plannedSource(checked.source, base);
  const mistakes = [
    ...withoutEchoes(checked.mistakes),
    ...literal.map(literalSecret),
    ...named.mistakes,
    ...equipped.mistakes,
    ...checkOrder(checked.stages, lengthOf(values.value, 'stages')),
    ...checkDelays(checked.options),
    // A folder from the command line is where a batch writes to, and a batch watches nothing.
    ...(source === undefined ? [] : checkFolders(source, overrides.folder === undefined ? sinks : [], base)),
    ...checkTargets(sinks, base),
  ];
  const located = [...known, ...named.problems, ...mistakes.filter(({ path }) => !values.places.isUnknown(path)).map(locate)];
  const problems = inFileOrder(located.map((problem) => redacted(problem, redactor(secrets))));
  if (problems.length > 0 || source === undefined || checked.options === undefined) return { problems };
  return { plan: compile(file, checked.options, source, stages, sinks, overrides), locate };
}

/** Messages and lines of a file end on terminals and in logs of builds. */
function redacted(problem: Problem, secrets: Secrets): Problem {
  return { ...problem, message: secrets.redact(problem.message), source: secrets.redact(problem.source) };
}

function checkDelays(options: Checked['options']): Mistake[] {
  if (options === undefined || options.retry_delay <= options.retry_delay_max) return [];
  return [{ path: ['retry_delay'], at: 'value', code: 'out-of-range', message: '"retry_delay" is longer than "retry_delay_max"' }];
}

function lengthOf(value: unknown, key: string): number {
  const list = (value as Record<string, unknown> | null)?.[key];
  return Array.isArray(list) ? list.length : 0;
}
