import type { Job } from '../model/job.ts';

/** A job as other programs see it. */
export function jobView(job: Job) {
  const { id, filename, file_path, pipeline, status, progress, stage, pages, result, error, retries, max_retries } = job;
  const when = { created_at: iso(job.created_at), started_at: iso(job.started_at), completed_at: iso(job.completed_at), next_at: iso(job.next_at) };
  return { job_id: id, filename, file_path, pipeline, status, progress, stage, pages, result, error, retries, max_retries, ...when };
}

export const iso = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());
