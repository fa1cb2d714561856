import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { readdir, rename, writeFile, mkdir } from 'node:fs/promises';
import { request } from 'node:http';
import { expect } from 'vitest';
import { openApi } from '../support/api-client.ts';
import type { ApiClient } from '../support/api-client.ts';
import { test } from '../support/in-workspace.ts';
import { madePdf } from '../support/made-pdf.ts';
import { seededRandom } from '../support/random.ts';

interface List {
  jobs: { job_id: string; filename: string; status: string }[];
  next: string | null;
}

interface Summary {
  total: number;
  counts: Record<string, number>;
}

const summary = async (api: ApiClient): Promise<Summary> => (await api.get('/api/summary')).body as Summary;

/** Milliseconds of each question, asked without a pause until `until` settles. */
async function timed(api: ApiClient, path: string, until: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const state = { over: false };
  void until.finally(() => (state.over = true));
  while (!state.over) {
    const start = performance.now();
    const { status } = await api.get(path);
    // Who asks without a pause is told to be slower; what is measured is an answer.
    if (status === 200) times.push(performance.now() - start);
  }
  return times;
}

const p99 = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.ceil(0.99 * times.length) - 1] ?? NaN;

test('200 files in one request while 200 are dropped into the folder are 400 jobs, and questions are answered meanwhile', async ({ place }) => {
  const api = await openApi(place);
  const heard = new Map<string, Set<string>>();
  const events = api.events();
  await events.next();
  const listening = (async (): Promise<void> => {
    let ended = 0;
    for await (const { event, data } of events) {
      // Signs of life come between.
      if (event === '') continue;
      const id = String(data.job_id);
      heard.set(id, (heard.get(id) ?? new Set()).add(event));
      if (event === 'job.completed' && ++ended === 400) return;
    }
  })();
  await mkdir(place.at('ready'));
  for (let i = 0; i < 200; i++) await writeFile(place.at('ready', `dropped-${String(i)}.pdf`), madePdf([[`dropped ${String(i)}`]]));
  const files = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`sent-${String(i)}.pdf`, madePdf([[`sent ${String(i)}`]])]));
  const [uploaded] = await Promise.all([api.upload(files), rename(place.at('ready'), place.at('watch', 'dropped'))]);
  expect(uploaded).toMatchObject({ status: 202, body: { total: 200 } });
  const times = await timed(api, '/api/jobs', listening);

  const listed: List['jobs'] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = (await api.get(`/api/jobs?limit=500${cursor === '' ? '' : `&cursor=${cursor}`}`)).body as List;
    listed.push(...page.jobs);
    cursor = page.next;
  }
  expect(new Set(listed.map(({ filename }) => filename)).size).toBe(400);
  expect(new Set(listed.map(({ job_id }) => job_id))).toEqual(new Set(heard.keys()));
  expect([...heard.values()].every((of) => of.has('job.admitted') && of.has('job.started') && of.has('job.completed'))).toBe(true);
  expect(await summary(api)).toMatchObject({ total: 400, counts: { completed: 400 } });
  console.log(`${String(times.length)} lists of jobs while 400 documents were read: 99 of 100 within ${p99(times).toFixed(1)} ms`);
});

/** Bodies that readers of multipart have fallen over, by kind. */
function malformed(random: () => number, i: number): { type: string; body: string; length?: number } {
  const part = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\nbytes';
  const kinds = [
    { type: 'multipart/form-data', body: part },
    { type: 'multipart/form-data; boundary=', body: part },
    { type: 'multipart/form-data; boundary=x', body: part.slice(0, Math.floor(random() * part.length)) },
    { type: 'multipart/form-data; boundary=x', body: `${part}\r\n--x`, length: 5 },
    { type: 'multipart/form-data; boundary=x', body: '--x\r\nContent-Disposition: form-data; name="__proto__"; filename="a"\r\n\r\n\r\n--x--' },
    { type: 'multipart/form-data; boundary=x', body: `--x\r\n${'A: b\r\n'.repeat(3_000)}\r\n\r\n--x--` },
    { type: 'multipart/form-data; boundary=x', body: '--x\r\nContent-Disposition: attachment\r\n\r\n--x--' },
    { type: 'multipart/form-data; boundary=x', body: '\0'.repeat(1_000) },
    { type: `multipart/form-data; boundary=${'y'.repeat(500)}`, body: part },
    { type: 'application/x-www-form-urlencoded', body: 'files=a' },
  ];
  return kinds[i % kinds.length] ?? { type: '', body: '' };
}

function send(port: number, { type, body, length = Buffer.byteLength(body) }: { type: string; body: string; length?: number }): Promise<number> {
  return new Promise((resolve) => {
    const asking = request({
      port,
      host: '127.0.0.1',
      path: '/api/batch',
      method: 'POST',
      headers: { 'content-type': type, 'content-length': length },
    });
    asking.on('response', (response) => response.resume().on('end', () => resolve(response.statusCode ?? 0)));
    // A server that has seen enough may close before it has read all.
    asking.on('error', () => resolve(0));
    asking.end(body);
  });
}

const openFiles = async (pid: number): Promise<number> => (await readdir(`/proc/${String(pid)}/fd`)).length;

test('500 malformed uploads and 300 connections that never end their request harm nobody', async ({ place }) => {
  const api = await openApi(place);
  const port = Number(new URL(api.url).port);
  await api.upload({ 'before.pdf': madePdf([['before']]) });
  const before = await openFiles(api.daemon.pid);
  const random = seededRandom(11);
  const slow: Socket[] = [];
  for (let i = 0; i < 300; i++) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(`POST /api/batch HTTP/1.1\r\nHost: 127.0.0.1:${String(port)}\r\nX-Slow: `);
    slow.push(socket);
  }
  const closed = slow.map((socket) => new Promise((resolve) => socket.resume().once('close', resolve)));
  const answers: number[] = [];
  for (let i = 0; i < 500; i++) answers.push(await send(port, malformed(random, i)));
  expect(answers.filter((status) => status >= 500)).toEqual([]);
  // Half a header is waited for 10 s, not for ever.
  await Promise.all(closed);
  expect((await api.upload({ 'after.pdf': madePdf([['after']]) })).status).toBe(202);
  await api.daemon.event('job.completed', 2);
  expect(await summary(api)).toMatchObject({ total: 2 });
  expect(await place.files('.millrace/work/uploads')).toEqual([]);
  expect(await openFiles(api.daemon.pid)).toBeLessThanOrEqual(before + 8);
});

test('counts add up to the ledger at every look, also over kills', async ({ place }) => {
  const args = ['--concurrency', '2'];
  let api = await openApi(place, args);
  const random = seededRandom(3);
  let sent = 0;
  for (let round = 0; round < 6; round++) {
    const files = Object.fromEntries(Array.from({ length: 15 }, () => [`${String(sent++)}.pdf`, madePdf([[`number ${String(sent)}`]])]));
    expect((await api.upload(files)).status).toBe(202);
    for (let look = 0; look < 5 + 10 * random(); look++) {
      const [{ total, counts }, metrics] = await Promise.all([summary(api), api.get('/metrics')]);
      expect(total).toBe(sent);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(total);
      const gauges = [...String(metrics.body).matchAll(/^millrace_jobs\{.*\} (\d+)$/gm)].map(([, count]) => Number(count));
      expect(gauges.reduce((sum, count) => sum + count, 0)).toBe(total);
    }
    api.daemon.kill('SIGKILL');
    await api.daemon.ended;
    api = await openApi(place, args);
  }
  expect((await summary(api)).total).toBe(sent);
});
