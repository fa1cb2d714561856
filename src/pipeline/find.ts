import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MillraceError } from '../model/errors.ts';

/** The pipeline files that a command is about, as absolute paths: those named, or every one in `pipelines/`. Error: `usage.invalid` if there is none. */
export function pipelineFiles(named: readonly string[], cwd: string): string[] {
  if (named.length > 0) return [...new Set(named.map((file) => resolve(cwd, file)))];
  const found = findPipelines(resolve(cwd, 'pipelines'));
  if (found.length === 0) throw new MillraceError('usage.invalid', 'There is no pipeline in pipelines/; name a pipeline file');
  return found;
}

/** The YAML files of a folder by name, but for the tests that stand beside pipelines. */
function findPipelines(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && !name.endsWith('.test.yaml'));
    return names.sort().map((name) => join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
