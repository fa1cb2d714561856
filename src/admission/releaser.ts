import { rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Job } from '../model/job.ts';
import type { Plan, PlannedSource } from '../model/plan.ts';
import type { CustodyDoors } from './intake.ts';
import { isOurs, putAway } from './release.ts';
import { signatureAt } from './signature.ts';
import { uploadsIn } from './upload-door.ts';

/**
 * Puts away the originals of ended jobs of these pipelines, one job at a time each: a job that ends, is opened again and claims its file anew must
 * not lose that to the end of its first run. The original of a pipeline that is not loaded stays where it is.
 */
export function releaser(plans: readonly Plan[], { ledger, clock, workFolder, custody: turn }: CustodyDoors): (job: Job) => Promise<void> {
  const sources = new Map(plans.map((plan) => [plan.name, plan.source]));
  // An upload has no place of its own to go back to.
  const uploaded = ({ file_path }: Job): boolean => file_path.startsWith(uploadsIn(workFolder) + sep);
  const release = async (id: string): Promise<void> => {
    const job = ledger.job(id);
    const source = job && sources.get(job.pipeline);
    if (source === undefined || job === undefined || !hasEnded(job)) return;
    if (isOurs(job, source)) {
      const path = await putAway(job, uploaded(job) ? kept(source) : source, clock.now());
      const signature = path === undefined ? undefined : await signatureAt(path);
      // Opened again meanwhile: the new claim says where the original is.
      if (ledger.job(id)?.custody === job.custody) ledger.released(id, path === undefined || signature === undefined ? null : { path, signature });
    }
    await rm(join(workFolder, id), { recursive: true, force: true });
  };
  return ({ id }) => turn(id, () => release(id));
}

const kept = (source: PlannedSource): PlannedSource => (source.originals === 'keep' ? { ...source, originals: 'archive' } : source);

const hasEnded = ({ status }: Job): boolean => status === 'completed' || status === 'failed' || status === 'cancelled';
