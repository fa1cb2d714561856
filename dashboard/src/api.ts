/** What the API gives, as far as the dashboard shows it. The names are those of `/openapi.json`. */
export type Status = 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled';

export interface JobError {
  code: string;
  message: string;
}

export interface Job {
  job_id: string;
  filename: string;
  pipeline: string;
  status: Status;
  progress: number;
  stage: string | null;
  pages: number | null;
  bytes: number;
  error: JobError | null;
  retries: number;
  max_retries: number;
  created_at: string;
  started_at: string | null;
  completed_at: string | null;
}

export interface JobDetail extends Job {
  sha256: string;
  eta_seconds: number | null;
  eta_seconds_p90: number | null;
  stages: { name: string; state: 'waiting' | 'running' | 'done' }[];
  files: { sink: string; name: string; media_type: string; href: string }[];
  attempts: { stage: string; first: number; last: number; started_at: string; ended_at: string | null; error: JobError | null }[];
}

export interface Summary {
  version: string;
  total: number;
  counts: Record<Status, number>;
  pipelines: { name: string; in_flight: number; counts: Record<Status, number>; eta_seconds: number | null; eta_seconds_p90: number | null }[];
  promises: { made: number; held: number };
}

export interface StageActivity {
  stage: string;
  running: number;
  last_minute: number;
  done: number;
  failed: number;
  p50: number | null;
  p95: number | null;
}

export interface Activity {
  pipelines: { name: string; waiting: number; in_flight: number; lanes: number; stages: StageActivity[] }[];
  series: { at: string; completed: number; failed: number; pages: number; p50: number | null; p95: number | null }[];
}

export interface Failures {
  failures: { code: string; count: number; help: string }[];
}

export type Box = [x0: number, y0: number, x1: number, y1: number];

export interface Result {
  method: string;
  status: string;
  document_type?: string;
  document_type_confidence?: number;
  document_type_evidence?: {
    rules: { rule: string; weight: number; page?: number; bbox?: Box }[];
    alternatives: { name: string; confidence: number }[];
  };
  pages: {
    page: number;
    width: number;
    height: number;
    method: string;
    route?: { reasons: string[]; metrics: Record<string, number> };
    text: string;
    confidence?: number;
  }[];
  tables?: { page: number; bbox: Box; method: string; confidence: number; title?: string; headers: string[]; rows: string[][] }[];
  fields?: {
    name: string;
    value: unknown;
    decimal?: string;
    raw: string;
    page?: number;
    bbox?: Box;
    confidence: number;
    by: string;
    checks?: string[];
  }[];
  findings: { code: string; severity: string; page?: number; message: string }[];
}

/** A refusal by the API, in its own words. */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

const tokenName = 'millrace-token';

/** Kept for this tab only. */
export const token = {
  get: (): string | null => sessionStorage.getItem(tokenName),
  set: (value: string): void => sessionStorage.setItem(tokenName, value),
};

function authorization(): Record<string, string> {
  const known = token.get();
  return known === null ? {} : { authorization: `Bearer ${known}` };
}

export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, { ...init, headers: { ...authorization(), ...(init.headers as Record<string, string> | undefined) } });
  if (response.ok) return response;
  const said = (await response.json().catch(() => ({}))) as { detail?: string };
  throw new ApiError(response.status, said.detail ?? `The server answered ${String(response.status)}.`);
}

export async function get<T>(path: string): Promise<T> {
  return (await (await request(path)).json()) as T;
}

export async function post<T>(path: string): Promise<T> {
  return (await (await request(path, { method: 'POST' })).json()) as T;
}

/** Hands files in, telling the share that has been sent. `fetch` cannot tell it. */
export function upload(
  files: readonly File[],
  pipeline: string | undefined,
  progress: (share: number) => void,
): Promise<{ total: number; batch_id: string }> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    for (const file of files) form.append('files', file, file.name);
    const sending = new XMLHttpRequest();
    sending.open('POST', `/api/batch${pipeline === undefined ? '' : `?pipeline=${encodeURIComponent(pipeline)}`}`);
    for (const [name, value] of Object.entries(authorization())) sending.setRequestHeader(name, value);
    sending.responseType = 'json';
    sending.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total);
    sending.onerror = () => reject(new ApiError(0, 'The server cannot be reached.'));
    sending.onload = () => {
      const said = sending.response as { detail?: string; total: number; batch_id: string } | null;
      if (sending.status === 202 && said !== null) resolve(said);
      else reject(new ApiError(sending.status, said?.detail ?? 'The upload was refused.'));
    };
    sending.send(form);
  });
}

export interface Told {
  event: string;
  data: Partial<Job> & { job_id?: string };
}

/** Listens to the daemon as long as the page is open, going on after the last event when the connection was lost. */
export async function listen(hear: (told: Told) => void, connected: (is: boolean) => void, signal: AbortSignal): Promise<void> {
  let last: string | undefined;
  while (!signal.aborted) {
    try {
      const response = await request('/api/events', { signal, headers: last === undefined ? {} : { 'last-event-id': last } });
      connected(true);
      if (last === undefined) hear({ event: 'reset', data: {} });
      for await (const { id, ...told } of frames(response)) {
        last = id ?? last;
        if (told.event !== '') hear(told);
      }
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return;
    }
    connected(false);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  }
}

async function* frames(response: Response): AsyncGenerator<Told & { id: string | undefined }> {
  if (response.body === null) return;
  let text = '';
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += value;
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const fields = new Map(part.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
      yield { id: fields.get('id'), event: fields.get('event') ?? '', data: JSON.parse(fields.get('data') ?? '{}') as Told['data'] };
    }
  }
}
