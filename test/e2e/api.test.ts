import { request } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { readdirSync, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { openApi } from '../support/api-client.ts';
import type { ApiClient, SentEvent } from '../support/api-client.ts';
import { test } from '../support/in-workspace.ts';
import { madePdf } from '../support/made-pdf.ts';

interface Accepted {
  batch_id: string;
  jobs: { job_id: string; filename: string; status: string; duplicate: boolean }[];
  total: number;
}

interface Detail {
  job_id: string;
  filename: string;
  status: string;
  error: { code: string; message: string } | null;
  stages: { name: string; state: string }[];
  files: { sink: string; href: string }[];
  attempts: unknown[];
}

const pdf = (text: string): Buffer => madePdf([[text]]);

/** Listens until every one of these jobs has ended. */
async function allEnded(events: AsyncGenerator<SentEvent, void>, jobs: readonly string[]): Promise<SentEvent[]> {
  const open = new Set(jobs);
  const heard: SentEvent[] = [];
  for await (const event of events) {
    heard.push(event);
    if (event.event === 'job.completed' || event.event === 'job.failed') open.delete(String(event.data.job_id));
    if (open.size === 0) break;
  }
  return heard;
}

/** Uploads, and waits for the end of what became of it. */
async function through(api: ApiClient, files: Record<string, Uint8Array | string>): Promise<Accepted> {
  const events = api.events();
  await events.next();
  const { status, body } = await api.upload(files);
  expect([status, body]).toMatchObject([202, {}]);
  const accepted = body as Accepted;
  await allEnded(
    events,
    accepted.jobs.filter(({ duplicate }) => !duplicate).map(({ job_id }) => job_id),
  );
  return accepted;
}

test('a program hands documents in, follows them, and fetches what came of them', async ({ place }) => {
  const api = await openApi(place);
  const { jobs, total, batch_id } = await through(api, { 'one.pdf': pdf('one'), '../../two.pdf': pdf('two'), 'broken.pdf': 'no PDF at all' });
  expect([total, jobs.map(({ filename }) => filename)]).toEqual([3, ['one.pdf', 'two.pdf', 'broken.pdf']]);
  const [one, , broken] = jobs.map(({ job_id }) => job_id);

  const detail = (await api.get(`/api/jobs/${one ?? ''}`)).body as Detail;
  expect(detail).toMatchObject({ job_id: one, filename: 'one.pdf', status: 'completed', progress: 1, retries: 0, max_retries: 3, error: null });
  expect(detail.stages.every(({ state }) => state === 'done')).toBe(true);
  expect(detail.attempts.length).toBeGreaterThan(0);
  const result = await api.get(`/api/jobs/${one ?? ''}/result`);
  expect(result.body).toMatchObject({ format: 'millrace.result/1', source: { filename: 'one.pdf' }, pages: [{ text: 'one' }] });
  expect((await api.get(detail.files[0]?.href ?? '')).body).toEqual(result.body);
  const original = await fetch(`${api.url}/api/jobs/${one ?? ''}/original`);
  expect(Buffer.from(await original.arrayBuffer())).toEqual(pdf('one'));
  expect(original.headers.get('content-disposition')).toContain('attachment');

  expect((await api.get(`/api/jobs/${broken ?? ''}`)).body).toMatchObject({ status: 'failed', error: { code: 'document.unsupported-type' } });
  expect(await api.get(`/api/jobs/${broken ?? ''}/result`)).toMatchObject({ status: 409, body: { code: 'job.not-completed' } });
  expect(await api.get('/api/jobs/none')).toMatchObject({ status: 404, body: { detail: 'Job not found' } });
  expect((await api.get(`/api/batches/${batch_id}`)).body).toMatchObject({ files: 3, done: true, counts: { completed: 2, failed: 1 } });
  const report = (await api.get(`/api/batches/${batch_id}/report`)).body;
  expect(report).toMatchObject({
    format: 'millrace.report/1',
    counts: { total: 3, completed: 2, failed: 1, duplicate: 0, cancelled: 0 },
    unfinished: 0,
  });
  expect(report).toMatchObject({ failures: [{ code: 'document.unsupported-type', count: 1, files: ['broken.pdf'] }] });
  expect((await api.get('/api/summary')).body).toMatchObject({ total: 3, counts: { completed: 2, failed: 1, pending: 0, processing: 0 } });
  expect((await api.get('/metrics')).body).toContain('millrace_jobs{pipeline="documents",status="completed"} 2');
  // The names of clients are labels: nothing stands outside of the result folder.
  expect(await place.files('results')).toEqual(['one.pdf.json', 'two.pdf.json']);
  expect(await place.files('.millrace/work')).toEqual([]);
});

test('a failed job is run again, an ended one cannot be cancelled, and lists are filtered and turned page by page', async ({ place }) => {
  const api = await openApi(place);
  const files = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`${String(i)}.pdf`, pdf(`number ${String(i)}`)]));
  const { jobs } = await through(api, { ...files, 'broken.pdf': 'nothing' });
  const id = jobs.at(-1)?.job_id ?? '';
  expect(await api.post(`/api/jobs/${id}/cancel`)).toMatchObject({ status: 409 });
  const events = api.events();
  await events.next();
  expect(await api.post(`/api/jobs/${id}/retry`)).toMatchObject({ status: 202, body: { job_id: id } });
  const heard = await allEnded(events, [id]);
  expect(heard.map(({ event }) => event)).toEqual(expect.arrayContaining(['job.admitted', 'job.started', 'job.failed']));

  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = (await api.get(`/api/jobs?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`)).body as { jobs: Detail[]; next: string | null };
    seen.push(...page.jobs.map(({ filename }) => filename));
    cursor = page.next;
  }
  expect(seen).toEqual(jobs.map(({ filename }) => filename).toReversed());
  const filtered = async (query: string): Promise<string[]> =>
    ((await api.get(`/api/jobs?${query}`)).body as { jobs: Detail[] }).jobs.map(({ filename }) => filename);
  expect([await filtered('status=failed'), await filtered('q=3.p'), await filtered('q=%25')]).toEqual([['broken.pdf'], ['3.pdf'], []]);
  expect(await api.get('/api/jobs?status=lost')).toMatchObject({ status: 400 });
});

// A client that hears no answer sends again: each document must be there once, and the answer the same.
test('the same request sent twice makes its jobs once', async ({ place }) => {
  const api = await openApi(place);
  const files = { 'a.pdf': pdf('a'), 'b.pdf': pdf('b') };
  const key = { 'idempotency-key': 'one request' };
  const [first, second] = [await api.upload(files, key), await api.upload(files, key)];
  const ids = ({ body }: { body: unknown }): string[] => (body as Accepted).jobs.map(({ job_id }) => job_id);
  expect([first.status, second.status]).toEqual([202, 202]);
  expect(ids(second)).toEqual(ids(first));
  expect((first.body as Accepted).batch_id).toBe((second.body as Accepted).batch_id);
  expect((await api.get('/api/summary')).body).toMatchObject({ total: 2 });
  expect((await api.get(`/api/batches/${(first.body as Accepted).batch_id}`)).body).toMatchObject({ files: 2, duplicates: 0 });
});

test('events go on where a connection was lost, and say so when they cannot', async ({ place }) => {
  const api = await openApi(place);
  const events = api.events();
  await events.next();
  const { jobs } = (await api.upload({ 'a.pdf': pdf('a') })).body as Accepted;
  const heard = await allEnded(events, [jobs[0]?.job_id ?? '']);
  const again = api.events(heard[0]?.id);
  const missed: SentEvent[] = [];
  await again.next();
  for await (const event of again) {
    missed.push(event);
    if (missed.length === heard.length - 1) break;
  }
  expect(missed).toEqual(heard.slice(1));
  const strange = api.events('another-run-7');
  expect(((await strange.next()).value as SentEvent).event).toBe('reset');
  await strange.return();
});

test('what is no upload is refused with a reason, and leaves nothing behind', async ({ place }) => {
  const api = await openApi(place, ['--max-upload', '0.01']);
  const form = (body: string, type: string) => fetch(`${api.url}/api/batch`, { method: 'POST', body, headers: { 'content-type': type } });
  const codeOf = async (response: Response): Promise<unknown> => ((await response.json()) as { code: string }).code;
  expect(await codeOf(await form('{}', 'application/json'))).toBe('upload.not-multipart');
  expect(await codeOf(await form('--x--\r\n', 'multipart/form-data; boundary=x'))).toBe('upload.empty');
  expect(
    await codeOf(await form('--x\r\nContent-Disposition: form-data; name="f"; filename="a.pdf"\r\n\r\nhalf', 'multipart/form-data; boundary=x')),
  ).toBe('upload.malformed');
  expect(await codeOf(await form('x', 'multipart/form-data'))).toBe('upload.malformed');
  expect(await api.upload({ 'large.pdf': 'x'.repeat(20_000) })).toMatchObject({ status: 413, body: { code: 'upload.too-large' } });
  expect(await api.post('/api/batch?pipeline=none', new FormData())).toMatchObject({ status: 400 });
  expect((await api.get('/api/summary')).body).toMatchObject({ total: 0 });
  expect(await place.files('.millrace/work')).toEqual([]);
});

/** Resolves once no file stands anywhere in a folder; a file that is left there for ever is a test that runs out of time. */
function emptied(folder: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (readdirSync(folder, { recursive: true, withFileTypes: true }).some((entry) => entry.isFile())) return;
      watcher.close();
      resolve();
    };
    const watcher = watch(folder, { recursive: true }, look);
    look();
  });
}

// Catches a spool file or a half batch left by a client that went away.
test('a client that goes away in the middle leaves nothing behind', async ({ place }) => {
  const api = await openApi(place);
  const { port } = new URL(api.url);
  const socket = connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    `POST /api/batch HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n--x\r\nContent-Disposition: form-data; name="f"; filename="a.pdf"\r\n\r\n${'y'.repeat(100_000)}`,
  );
  socket.end();
  socket.resume();
  await once(socket, 'close');
  await emptied(place.at('.millrace', 'work'));
  expect((await api.get('/api/summary')).body).toMatchObject({ total: 0 });
});

test('every operation that is documented answers, with headers that keep browsers out, and no path', async ({ place }) => {
  const api = await openApi(place);
  const { jobs } = await through(api, { 'a.pdf': pdf('a'), 'broken.pdf': '' });
  const { paths } = (await api.get('/openapi.json')).body as { paths: Record<string, Record<string, unknown>> };
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ path, method })));
  expect(operations.length).toBeGreaterThan(12);
  for (const { path, method } of operations) {
    for (const id of [...jobs.map(({ job_id }) => job_id), '%2e%2e%2f', "'; DROP TABLE jobs"]) {
      if (path === '/api/events') continue;
      const target = path.replace('{id}', id).replace('{sink}', 'json').replace('{name}', '..%2f..%2fledger.db');
      const response = await fetch(api.url + target, { method });
      const text = await response.text();
      expect([method, target, response.status < 500]).toEqual([method, target, true]);
      expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      if (response.status >= 400) expect(JSON.parse(text)).toEqual({ detail: expect.any(String) as string, code: expect.any(String) as string });
      expect(text).not.toMatch(new RegExp(`${place.folder}|node_modules|SQLITE|at .*\\.[jt]s:\\d`));
    }
  }
});

/** Sends exactly these headers, as no fetch would. */
function ask(url: string, method: string, headers: Record<string, string>): Promise<number> {
  const { port, pathname } = new URL(url);
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path: pathname, method, headers, setHost: false });
    asking.on('response', (response) => resolve(response.resume().statusCode ?? 0)).on('error', reject);
    asking.end();
  });
}

// DNS rebinding (another name that has come to mean this machine) and requests that pages of other sites make a browser send.
test('forty requests of other sites are refused, and change nothing', async ({ place }) => {
  const api = await openApi(place);
  const { jobs } = await through(api, { 'broken.pdf': 'nothing' });
  const id = jobs[0]?.job_id ?? '';
  const own = new URL(api.url).host;
  const hosts = ['evil.example', `evil.example:${new URL(api.url).port}`, `x@${own}`, `${own}.evil.example`, '127.0.0.1:1'];
  const asked = ['/api/jobs', `/api/jobs/${id}/original`, '/api/events', '/metrics'];
  const rebinding = hosts.flatMap((host) => asked.map((path) => ({ path, method: 'GET', headers: { host } })));
  const changes = [`/api/jobs/${id}/retry`, `/api/jobs/${id}/cancel`, '/api/batch', '/api/failures/document.unsupported-type/retry'];
  const sites: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'cross-site', 'content-type': 'text/plain' },
    { 'sec-fetch-site': 'same-site', 'content-type': 'multipart/form-data; boundary=x' },
  ];
  const forged = sites.flatMap((site) => changes.map((path) => ({ path, method: 'POST', headers: { host: own, ...site } })));
  const statuses = await Promise.all([...rebinding, ...forged].map(({ path, method, headers }) => ask(api.url + path, method, headers)));
  expect([statuses.length, statuses.filter((status) => status === 421).length, statuses.filter((status) => status === 403).length]).toEqual([
    40, 20, 20,
  ]);
  expect((await api.get(`/api/jobs/${id}`)).body).toMatchObject({ status: 'failed', attempts: [{}] });
});

test('others are let in only with a token, of which nothing but a hash is kept', async ({ place }) => {
  const refused = await place.run('run', '--json', '--host', '0.0.0.0', '--port', '0');
  expect([refused.code, refused.stderr]).toMatchObject([78, expect.stringContaining('http.token-required') as string]);
  const { stdout } = await place.run('token', '--json');
  const { token } = JSON.parse(stdout) as { token: string };
  const api = await openApi(place);
  expect(await api.get('/api/jobs')).toMatchObject({ status: 401, body: { code: 'token.required' } });
  const allowed = await fetch(`${api.url}/api/jobs`, { headers: { authorization: `Bearer ${token}` } });
  expect(allowed.status).toBe(200);
  const kept = await readFile(place.at('.millrace', 'token.sha256'), 'utf8');
  expect([kept.includes(token), api.daemon.entries.some((entry) => JSON.stringify(entry).includes(token))]).toEqual([false, false]);
});

test('serve takes uploads and watches nothing; a port that is taken is said to be', async ({ place }) => {
  const api = await openApi(place);
  const { port } = new URL(api.url);
  const other = await place.run('serve', '--json', '--state', 'other', '--port', port);
  expect([other.code, other.stderr]).toMatchObject([69, expect.stringContaining('http.address') as string]);
});
