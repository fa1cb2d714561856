import fc from 'fast-check';
import { expect, it } from 'vitest';
import { label } from '../../src/http/label.ts';
import { anyText } from '../support/any-text.ts';

it.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\invoice.pdf', 'invoice.pdf'],
  ['a/b\\c.pdf', 'c.pdf'],
  ['..', 'document'],
  ['', 'document'],
  ['/', 'document'],
  ['a\u0000b\r\nc.pdf', 'abc.pdf'],
  ['evil\u202Efdp.exe', 'evilfdp.exe'],
  ['  Rechnung für März.pdf ', 'Rechnung für März.pdf'],
])('takes %j for %j', (given, taken) => {
  expect(label(given)).toBe(taken);
});

it('cuts a name that no disk takes, and keeps its extension', () => {
  const cut = label(`${'ä'.repeat(300)}.pdf`);
  expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(200);
  expect(cut.endsWith('ä.pdf')).toBe(true);
});

it('never leads anywhere and is never empty, whatever it is given', () => {
  fc.assert(
    fc.property(anyText(), (name) => {
      const made = label(name);
      expect([...made].filter((sign) => '/\\'.includes(sign) || sign < ' ')).toEqual([]);
      expect(['', '.', '..']).not.toContain(made);
      expect(Buffer.byteLength(made)).toBeLessThanOrEqual(200);
    }),
  );
});
