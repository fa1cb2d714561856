import { readFile, stat } from 'node:fs/promises';
import type { Finding } from '../model/finding.ts';
import type { Job } from '../model/job.ts';

/** Bytes of a result that is read to answer a question about its job; who wants more fetches the result. */
const most = 2_000_000;

/** What the result of a job says was wrong; nothing when there is none, or one of another form. */
export async function findingsOf({ result }: Job): Promise<Finding[]> {
  if (!result?.endsWith('.json')) return [];
  try {
    if ((await stat(result)).size > most) return [];
    const { findings } = JSON.parse(await readFile(result, 'utf8')) as { findings?: Finding[] };
    return findings ?? [];
  } catch (error) {
    // People may have moved it away, or be writing over it.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
