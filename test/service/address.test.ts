import { expect, test } from 'vitest';
import { faultOfAddress } from '../../src/service/address.ts';

test.each([
  'https://api.example.com/v1',
  'https://example.com:8443',
  'http://localhost:11434/v1',
  'http://127.0.0.1:8000',
  'http://127.1.2.3/v1',
  'http://[::1]:80/v1',
])('%s may be asked', (address) => {
  expect(faultOfAddress(address, false)).toBeUndefined();
});

// Each of these names looks like this machine and is not.
test.each([
  'http://example.com/v1',
  'http://192.168.1.4:8000/v1',
  'http://localhost.example.com',
  'http://127.0.0.1.example.com',
  'http://0.0.0.0/v1',
  'http://[::2]/v1',
])('%s is asked without encryption only when that is allowed', (address) => {
  expect(faultOfAddress(address, false)).toContain('https');
  expect(faultOfAddress(address, true)).toBeUndefined();
});

test.each([
  ['no address', 'api.example.com'],
  ['another protocol', 'file:///etc/passwd'],
  ['a user and a password, which end in the ledger with the address', 'https://me:secret@example.com/v1'],
  ['a key in the query', 'https://example.com/v1?key=secret'],
  ['a fragment', 'https://example.com/v1#here'],
])('%s is refused, without being repeated', (_what, address) => {
  expect(faultOfAddress(address, true)).toMatch(/^must [^']*$/);
  expect(faultOfAddress(address, true)).not.toContain('secret');
});
