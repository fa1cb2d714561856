import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal, waitAsked } from '../../src/service/refusal.ts';

const noon = 'Sat, 21 Nov 2026 12:00:00 GMT';

test.each([
  ['seconds', { 'retry-after': '7' }, 7_000],
  ['no time at all', { 'retry-after': '0' }, 0],
  ['a date, by the clock of the service', { 'retry-after': 'Sat, 21 Nov 2026 12:01:30 GMT', date: noon }, 90_000],
  ['a date that has passed', { 'retry-after': 'Sat, 21 Nov 2026 11:00:00 GMT', date: noon }, 0],
  ['a date without that of the answer', { 'retry-after': noon }, undefined],
  ['longer than anybody waits', { 'retry-after': '99999999' }, 3_600_000],
  ['a negative time', { 'retry-after': '-5', date: noon }, undefined],
  ['nonsense', { 'retry-after': 'soon', date: noon }, undefined],
  ['nothing', {}, undefined],
])('a service may ask to be left alone for %s', (_what, headers, wait) => {
  expect(waitAsked(new Headers(headers as Record<string, string>))).toBe(wait);
});

test('whatever a service asks for, it is a time between nothing and an hour, or no time', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ -~]*$/), fc.stringMatching(/^[ -~]*$/), (after, date) => {
      const wait = waitAsked(new Headers({ 'retry-after': after, date })) ?? 0;
      expect(wait >= 0 && wait <= 3_600_000).toBe(true);
    }),
  );
});

test.each([
  [429, undefined, 'service.busy'],
  [429, 5_000, 'service.busy'],
  [503, 5_000, 'service.busy'],
  [503, undefined, 'service.failed'],
  [500, undefined, 'service.failed'],
  [502, undefined, 'service.failed'],
  [408, undefined, 'service.failed'],
  [301, undefined, 'service.refused'],
  [307, undefined, 'service.refused'],
  [400, undefined, 'service.refused'],
  [401, undefined, 'service.refused'],
  [404, undefined, 'service.refused'],
  [204, undefined, 'service.refused'],
])('status %i with a wait of %s is %s', (status, wait, code) => {
  expect(new Refusal(status, '', wait)).toMatchObject({ code, retryAfter: wait });
});

test.each([
  ['as OpenAI does', '{"error":{"message":"No such model","type":"x"}}', 'No such model'],
  ['in a word', '{"error":"model not found"}', 'model not found'],
  ['as plain text over lines', 'upstream\n  is gone', 'upstream is gone'],
  ['with an error that is no text', '{"error":{"message":{"deep":1}}}', ''],
  ['with null', 'null', 'null'],
])('what a service says of it is shown on one line: %s', (_how, text, said) => {
  expect(new Refusal(500, text, undefined).message).toBe(`The service has failed (HTTP 500)${said === '' ? '' : `: ${said}`}`);
});

test('no more of it is shown than a person reads', () => {
  expect(new Refusal(500, 'x'.repeat(1e6), undefined).message.length).toBeLessThan(400);
});
