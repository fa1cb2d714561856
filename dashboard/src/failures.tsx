import { useState } from 'preact/hooks';
import { post } from './api.ts';
import type { Failures as Found, Job } from './api.ts';
import { useLive } from './live.ts';
import { dayTime } from './words.ts';

/** What failed, by its reason, and what to do about it. */
export function Failures() {
  const ended = ({ event }: { event: string }): boolean => event === 'job.failed' || event === 'job.admitted' || event === 'job.completed';
  const failures = useLive<Found>('/api/failures', ended);
  const jobs = useLive<{ jobs: Job[] }>('/api/jobs?status=failed&limit=500', ended);
  const [said, setSaid] = useState('');
  const retry = async (code: string): Promise<void> => {
    const { retried } = await post<{ retried: number }>(`/api/failures/${encodeURIComponent(code)}/retry`);
    setSaid(`${String(retried)} run again.`);
    failures.refresh();
    jobs.refresh();
  };
  return (
    <>
      <h1>Failures</h1>
      <p role="status">{said}</p>
      {failures.error !== undefined && <p class="error">{failures.error}</p>}
      {failures.value?.failures.length === 0 && <p>Nothing has failed.</p>}
      {failures.value?.failures.map(({ code, count, help }) => (
        <section class="card" key={code} aria-label={code}>
          <h2>
            {code} <span class="badge">{count}</span>
          </h2>
          <p>{help}</p>
          <button type="button" onClick={() => void retry(code).catch((error: unknown) => setSaid(String(error)))}>
            Run all {count} again
          </button>
          <ul class="plain">
            {jobs.value?.jobs
              .filter(({ error }) => error?.code === code)
              .slice(0, 20)
              .map((job) => (
                <li key={job.job_id}>
                  <a href={`#/jobs/${job.job_id}`}>{job.filename}</a> <small class="faint">{dayTime(job.completed_at ?? job.created_at)}</small>
                  <br />
                  <small>{job.error?.message}</small>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
