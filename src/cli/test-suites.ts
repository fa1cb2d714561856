import { existsSync } from 'node:fs';
import { catalog } from '../catalog.ts';
import { MillraceError } from '../model/errors.ts';
import type { Plan } from '../model/plan.ts';
import { pipelineFiles } from '../pipeline/find.ts';
import { loadPlan } from '../pipeline/load.ts';
import type { Problem } from '../pipeline/problem.ts';
import { readTestFile, testFileOf } from '../pipeline/test-file.ts';
import type { PipelineCase } from '../pipeline/test-file.ts';
import type { Io } from './io.ts';
import { refuse } from './plans.ts';

/** A pipeline and the cases of its test file. */
export interface Suite {
  plan: Plan;
  cases: readonly PipelineCase[];
}

/**
 * The pipelines named, or every one in `pipelines/` that has a test file, with the cases whose name holds `only`.
 * Errors: `config.invalid`, after all mistakes in all files have been shown; `usage.invalid` when there is no case to run.
 */
export function suitesOf(io: Io, named: readonly string[], only = ''): Suite[] {
  const asked = pipelineFiles(
    named.map((file) => file.replace(/\.test\.yaml$/, '.yaml')),
    io.cwd,
  );
  const files = named.length > 0 ? asked : asked.filter((file) => existsSync(testFileOf(file)));
  const problems: Problem[] = [];
  const suites = files.flatMap((file) => {
    const loaded = loadPlan(file, { catalog, env: io.env });
    const read = 'plan' in loaded ? readTestFile(testFileOf(file), loaded.plan) : loaded;
    if ('problems' in read) problems.push(...read.problems);
    return 'plan' in loaded && 'cases' in read ? [{ plan: loaded.plan, cases: read.cases.filter(({ name }) => name.includes(only)) }] : [];
  });
  if (problems.length > 0) refuse(io, problems);
  const full = suites.filter(({ cases }) => cases.length > 0);
  if (full.length > 0) return full;
  const none = only === '' ? 'No pipeline here has a test file beside it, as in pipelines/documents.test.yaml' : `No case has "${only}" in its name`;
  throw new MillraceError('usage.invalid', none);
}

/** The pipeline as it is with the variables of a case. */
export function planOf(io: Io, { plan }: Suite, env: PipelineCase['env']): Plan {
  if (Object.keys(env).length === 0) return plan;
  const loaded = loadPlan(plan.file, { catalog, env: { ...io.env, ...env } });
  return 'plan' in loaded ? loaded.plan : refuse(io, loaded.problems);
}
