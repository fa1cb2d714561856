import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The pipelines of a folder, as absolute paths by name: its YAML files but for the tests beside them. None if there is no such folder. */
export function findPipelines(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && !name.endsWith('.test.yaml'));
    return names.sort().map((name) => join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
