import { useEffect, useRef, useState } from 'preact/hooks';
import { get } from './api.ts';
import type { Job, Status } from './api.ts';
import { useLive } from './live.ts';
import { dayTime, percent, signs, size } from './words.ts';

interface Page {
  jobs: Job[];
  next: string | null;
}

const statuses: readonly Status[] = ['pending', 'processing', 'completed', 'failed', 'cancelled'];

/** All jobs, newest first, with search and filter; `/` searches, `j` and `k` go down and up, Enter opens. */
export function Jobs() {
  const [status, setStatus] = useState<Status | ''>('');
  const [search, setSearch] = useState('');
  const [older, setOlder] = useState<Page[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const query = new URLSearchParams({ limit: '50', ...(status !== '' && { status }), ...(search !== '' && { q: search }) });
  const path = `/api/jobs?${query.toString()}`;
  const { value, error } = useLive<Page>(path, ({ event }) => event.startsWith('job.'));
  useEffect(() => setOlder([]), [path]);
  useKeys(input, body);
  const first = value?.jobs ?? [];
  const seen = new Set<string>();
  const jobs = [...first, ...older.flatMap((page) => page.jobs)].filter(({ job_id }) => !seen.has(job_id) && seen.add(job_id));
  const next = older.at(-1)?.next ?? (older.length === 0 ? value?.next : null);
  return (
    <>
      <h1>Jobs</h1>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <label>
          Search <kbd>/</kbd>
          <input
            ref={input}
            type="search"
            value={search}
            placeholder="part of a file name"
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </label>
        <label>
          Status
          <select value={status} onChange={(event) => setStatus(event.currentTarget.value as Status | '')}>
            <option value="">all</option>
            {statuses.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <span class="faint">
          <kbd>j</kbd> <kbd>k</kbd> move, <kbd>Enter</kbd> opens
        </span>
      </form>
      {error !== undefined && <p class="error">{error}</p>}
      <div class="scroll" tabIndex={0} role="region" aria-label="Jobs">
        <table>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Status</th>
              <th scope="col">Progress</th>
              <th scope="col">Pages</th>
              <th scope="col">Size</th>
              <th scope="col">Came in</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {jobs.map((job) => (
              <Row key={job.job_id} job={job} />
            ))}
          </tbody>
        </table>
        {value !== undefined && jobs.length === 0 && <p>No job is like that. Drop a file anywhere on this page, or into the watched folder.</p>}
      </div>
      {next != null && (
        <button type="button" onClick={() => void get<Page>(`${path}&cursor=${next}`).then((page) => setOlder([...older, page]))}>
          Older ones
        </button>
      )}
    </>
  );
}

function Row({ job }: { job: Job }) {
  return (
    <tr>
      <td>
        <a href={`#/jobs/${job.job_id}`}>{job.filename}</a>
        {job.error !== null && <small class="error"> {job.error.code}</small>}
      </td>
      <td class={`status ${job.status}`}>
        <span aria-hidden="true">{signs[job.status]}</span> {job.status}
      </td>
      <td>
        <progress value={job.progress} max={1} aria-label={`Progress of ${job.filename}`} /> {percent(job.progress)}
      </td>
      <td>{job.pages ?? ''}</td>
      <td>{size(job.bytes)}</td>
      <td>{dayTime(job.created_at)}</td>
    </tr>
  );
}

function useKeys(input: { current: HTMLInputElement | null }, body: { current: HTMLElement | null }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { target, key } = event;
      if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement || event.ctrlKey || event.metaKey || event.altKey) {
        if (key === 'Escape' && target instanceof HTMLElement) target.blur();
        return;
      }
      if (key === '/') {
        event.preventDefault();
        input.current?.focus();
        return;
      }
      const step = { j: 1, k: -1 }[key];
      if (step === undefined) return;
      const links = [...(body.current?.querySelectorAll<HTMLElement>('a') ?? [])];
      const at = links.findIndex((link) => link === document.activeElement);
      links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
