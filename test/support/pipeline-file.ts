import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../../src/model/plan.ts';
import { loadPlan } from '../../src/pipeline/load.ts';
import type { LoadOptions } from '../../src/pipeline/load.ts';
import { formatProblem } from '../../src/pipeline/problem.ts';
import { sampleCatalog } from './sample-catalog.ts';
import { tempFolder } from './temp-folder.ts';

/** Writes a pipeline into the folder `pipelines` of a new or given folder; returns its path. */
export function pipelineFile(yaml: string, folder = tempFolder(), name = 'a.yaml'): string {
  mkdirSync(join(folder, 'pipelines'), { recursive: true });
  const file = join(folder, 'pipelines', name);
  writeFileSync(file, yaml);
  return file;
}

/** The plan of a pipeline that must be in order, with the stages of the sample catalogue. */
export function planOf(file: string, options: Partial<LoadOptions> = {}): Plan {
  const loaded = loadPlan(file, { catalog: sampleCatalog, env: {}, ...options });
  if ('plan' in loaded) return loaded.plan;
  throw new Error(loaded.problems.map((problem) => formatProblem(problem, '/')).join('\n'));
}
