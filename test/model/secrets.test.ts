import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Secrets } from '../../src/model/secrets.ts';
import { canonicalJson } from '../../src/pipeline/canonical.ts';

const key = 'sk-very-private';
const secrets = new Secrets({ api_key: key });

// Each is a way on which keys of other programs have ended in logs: serialised with their options, printed with an object, spread into another.
test.each([
  ['JSON', () => JSON.stringify({ secrets })],
  ['a printed object', () => inspect({ secrets }, { depth: 9, showHidden: true })],
  ['a text', () => inspect([secrets]) + JSON.stringify(Object.entries(secrets))],
  ['own properties', () => JSON.stringify(Object.values(Object.getOwnPropertyDescriptors(secrets)))],
])('a secret does not stand in %s', (_name, shown) => {
  expect(shown()).not.toContain(key);
});

test('a secret is never hashed: what is made of it is refused, not silently left out', () => {
  expect(() => canonicalJson({ secrets })).toThrow('canonical form');
});

test('who works with it gets it', () => {
  expect(secrets.reveal()).toEqual({ api_key: key });
});

test('what others say is shown without it, wherever and however often they repeat it', () => {
  expect(new Secrets({ api_key: key, other: '' }).redact(`Bearer ${key} is no key: ${key}`)).toBe('Bearer [secret] is no key: [secret]');
});
