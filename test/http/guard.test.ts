import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { guard } from '../../src/http/guard.ts';

const token = 'a-token-of-some-length';
const hosts = new Set(['localhost:7470', '127.0.0.1:7470']);
const open = guard({ hosts, token: undefined });
const closed = guard({ hosts, token: createHash('sha256').update(token).digest('hex') });
const own = { host: '127.0.0.1:7470' };

const statusOf = (check: typeof open, asked: Parameters<typeof open>[0]): number => {
  try {
    check(asked);
    return 200;
  } catch (error) {
    return (error as { statusCode: number }).statusCode;
  }
};

// DNS rebinding: a page of evil.example whose name has come to mean 127.0.0.1 sends its own name as the host.
it.each([
  undefined,
  '',
  'evil.example',
  'evil.example:7470',
  'x@127.0.0.1:7470',
  '127.0.0.1:7471',
  'localhost',
  'localhost:7470.evil.example',
  '127.0.0.1:7470 ',
])('does not answer to the host %j', (host) => {
  expect(statusOf(open, { method: 'GET', path: '/livez', headers: host === undefined ? {} : { host } })).toBe(421);
});

it.each([
  ['another site', { origin: 'https://evil.example' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['another port', { origin: 'http://127.0.0.1:8080' }],
  ['a form of another site', { 'sec-fetch-site': 'cross-site' }],
  ['a page of a neighbour', { 'sec-fetch-site': 'same-site' }],
])('refuses what %s makes a browser post', (_who, headers) => {
  expect(statusOf(open, { method: 'POST', path: '/api/batch', headers: { ...own, ...headers } })).toBe(403);
});

it.each([
  ['a program', {}],
  ['its own page', { origin: 'http://127.0.0.1:7470', 'sec-fetch-site': 'same-origin' }],
])('lets %s post', (_who, headers) => {
  expect(statusOf(open, { method: 'POST', path: '/api/batch', headers: { ...own, ...headers } })).toBe(200);
});

it('asks for the token everywhere but where a supervisor asks', () => {
  const ask = (path: string, authorization?: string): number =>
    statusOf(closed, { method: 'GET', path, headers: { ...own, ...(authorization !== undefined && { authorization }) } });
  expect([ask('/api/jobs'), ask('/metrics'), ask('/openapi.json'), ask('/assets')]).toEqual([401, 401, 401, 401]);
  expect([ask('/livez'), ask('/readyz'), ask('/'), ask('/assets/index.js')]).toEqual([200, 200, 200, 200]);
  expect(['', 'Bearer', 'Bearer wrong', `Basic ${token}`, `Bearer ${token}x`].map((given) => ask('/api/jobs', given))).toEqual([
    401, 401, 401, 401, 401,
  ]);
  expect(ask('/api/jobs', `Bearer ${token}`)).toBe(200);
});
