import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalog } from '../catalog.ts';
import { MillraceError } from '../model/errors.ts';
import type { Plan } from '../model/plan.ts';
import type { Overrides } from '../pipeline/compile.ts';
import { pipelineFiles } from '../pipeline/find.ts';
import { loadPlans } from '../pipeline/load-all.ts';
import { formatProblem } from '../pipeline/problem.ts';
import type { Problem } from '../pipeline/problem.ts';
import { counted } from '../report/counted.ts';
import type { Io } from './io.ts';

/** The pipelines that the daemon runs: those named, or every one in `pipelines/`. Errors: `config.invalid`, after all mistakes have been shown. */
export function plansFor(io: Io, files: readonly string[]): Plan[] {
  return load(io, pipelineFiles(files, io.cwd), {});
}

/** The pipeline of a batch: the one named, else `pipelines/documents.yaml` here, else the one that the package brings. */
export function planFor(io: Io, file: string | undefined, out: string | undefined, include: readonly string[] | undefined): Plan {
  const here = resolve(io.cwd, file ?? 'pipelines/documents.yaml');
  const shipped = file === undefined && !existsSync(here);
  const folder = out ?? (shipped ? 'results' : undefined);
  const overrides = { folder: folder === undefined ? undefined : resolve(io.cwd, folder), include };
  const [plan] = load(io, [shipped ? fileURLToPath(new URL('../../pipelines/documents.yaml', import.meta.url)) : here], overrides);
  if (plan === undefined) throw new MillraceError('internal.unexpected', 'A pipeline without mistakes gave no plan');
  return plan;
}

function load(io: Io, files: readonly string[], overrides: Overrides): Plan[] {
  const loaded = loadPlans(files, { catalog, env: io.env, overrides });
  return 'plans' in loaded ? loaded.plans : refuse(io, loaded.problems);
}

/** Shows all mistakes, and ends the command. */
export function refuse(io: Io, problems: readonly Problem[]): never {
  for (const problem of problems) io.err(`${formatProblem(problem, io.cwd)}\n`);
  throw new MillraceError(
    'config.invalid',
    `${counted(problems.length, 'mistake')} in ${counted(new Set(problems.map(({ file }) => file)).size, 'file')}`,
  );
}
