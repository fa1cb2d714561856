import { useEffect, useState } from 'preact/hooks';
import { get, post, request } from './api.ts';
import type { Box, JobDetail, Result } from './api.ts';
import { useLive } from './live.ts';
import { marksOf } from './marks.ts';
import { PagePicture } from './page-picture.tsx';
import { Panel } from './panel.tsx';
import { Timeline } from './timeline.tsx';
import { dayTime, eta, percent, signs, size } from './words.ts';

const tabs = ['fields', 'text', 'tables', 'evidence', 'timeline'] as const;
type Tab = (typeof tabs)[number];

/** One document: its pages beside what was read of them. Whatever is chosen on the right shows where it stands on the left. */
export function JobPage({ id }: { id: string }) {
  const live = useLive<JobDetail>(`/api/jobs/${id}`, ({ data }) => data.job_id === id);
  const { value: job, error } = live;
  const [result, setResult] = useState<Result>();
  const [page, setPage] = useState(1);
  const [tab, setTab] = useState<Tab>('text');
  const [chosen, setChosen] = useState<{ page: number; box: Box }>();
  const [said, setSaid] = useState('');
  const done = job?.status === 'completed';
  useEffect(() => {
    if (!done) return;
    get<Result>(`/api/jobs/${id}/result`).then(
      (read) => {
        setResult(read);
        if ((read.fields?.length ?? 0) > 0) setTab('fields');
      },
      (thrown: unknown) => setSaid(String(thrown)),
    );
  }, [id, done]);
  if (error !== undefined) return <p class="error">{error}</p>;
  if (job === undefined) return <p>…</p>;
  const show = (at: number | undefined, box: Box | undefined): void => {
    if (at === undefined || box === undefined) return;
    setPage(at);
    setChosen({ page: at, box });
  };
  const act = async (what: 'retry' | 'cancel'): Promise<void> => {
    try {
      await post(`/api/jobs/${id}/${what}`);
      setResult(undefined);
      live.refresh();
    } catch (thrown) {
      setSaid(thrown instanceof Error ? thrown.message : String(thrown));
    }
  };
  const count = job.pages ?? 0;
  return (
    <>
      <Head job={job} act={act} said={said} />
      <div class="sides">
        <section aria-label="Page">
          {count > 0 && (
            <>
              <p class="turner">
                <button type="button" disabled={page <= 1} onClick={() => setPage(page - 1)} aria-label="Page before">
                  ‹
                </button>
                Page {page} of {count}
                <button type="button" disabled={page >= count} onClick={() => setPage(page + 1)} aria-label="Next page">
                  ›
                </button>
              </p>
              <PagePicture job={id} page={page} shape={result?.pages[page - 1]} marks={marksOf(result, page, tab, chosen)} />
            </>
          )}
        </section>
        <section aria-label="What was read">
          <div role="tablist" aria-label="What was read" class="tabs">
            {tabs.map((name) => (
              <button
                key={name}
                type="button"
                role="tab"
                id={`tab-${name}`}
                aria-selected={tab === name}
                aria-controls="panel"
                onClick={() => setTab(name)}
              >
                {name}
              </button>
            ))}
          </div>
          <div role="tabpanel" id="panel" aria-labelledby={`tab-${tab}`} tabIndex={0}>
            {tab === 'timeline' ? (
              <Timeline job={job} />
            ) : result === undefined ? (
              <p>There is no result yet.</p>
            ) : (
              <Panel tab={tab} result={result} page={page} show={show} />
            )}
          </div>
        </section>
      </div>
    </>
  );
}

function Head({ job, act, said }: { job: JobDetail; act: (what: 'retry' | 'cancel') => Promise<void>; said: string }) {
  const open = job.status === 'pending' || job.status === 'processing';
  const rest = eta(job.eta_seconds, job.eta_seconds_p90);
  return (
    <>
      <p>
        <a href="#/jobs">‹ Jobs</a>
      </p>
      <h1>{job.filename}</h1>
      <p>
        <span class={`status ${job.status}`} data-status={job.status}>
          <span aria-hidden="true">{signs[job.status]}</span> {job.status}
        </span>{' '}
        · {job.pipeline} · {size(job.bytes)} · came in {dayTime(job.created_at)}
        {job.retries > 0 && ` · ${String(job.retries)} retries`}
      </p>
      {open && (
        <p>
          <progress value={job.progress} max={1} aria-label="Progress" /> {percent(job.progress)} {job.stage}{' '}
          {rest !== '' && <span class="faint">done in {rest}</span>}
        </p>
      )}
      {job.error !== null && (
        <p class="error">
          {job.error.code}: {job.error.message}
        </p>
      )}
      <p class="actions">
        {open ? (
          <button type="button" onClick={() => void act('cancel')}>
            Cancel
          </button>
        ) : (
          <button type="button" onClick={() => void act('retry')}>
            Run again
          </button>
        )}
        <Download href={`/api/jobs/${job.job_id}/original`} name={job.filename} label="Original" />
        {job.files.map((file) => (
          <Download key={file.href} href={file.href} name={file.name} label={`${file.sink}: ${file.name}`} />
        ))}
        <span role="status">{said}</span>
      </p>
    </>
  );
}

/** A link alone could not bring the token along. */
function Download({ href, name, label }: { href: string; name: string; label: string }) {
  const fetchIt = async (): Promise<void> => {
    const url = URL.createObjectURL(await (await request(href)).blob());
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <button type="button" class="quiet" onClick={() => void fetchIt()}>
      ↓ {label}
    </button>
  );
}
