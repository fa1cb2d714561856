import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultPath } from '../../src/publish/result-path.ts';
import { tempFolder } from '../support/temp-folder.ts';

const hostile = fc
  .array(fc.constantFrom('..', '.', '/', '\\', '\0', 'a', '..\0', '~', '%2e', '\n', '\u202e', 'ä', '🙂', 'x'.repeat(200)), { maxLength: 12 })
  .map((parts) => parts.join(''));

describe('the path of a result', () => {
  it('is the path below the source and the file name, with the extension of the sink', () => {
    expect(resultPath('/out', 'a/b.pdf', '.json')).toBe('/out/a/b.pdf.json');
    expect(resultPath('/out', 'a/../../b.pdf', '.json')).toBe('/out/a/b.pdf.json');
    expect(resultPath('/out', '', '.json')).toBe('/out/document.json');
    expect(resultPath('/out', '..\0/..\0/etc/passwd', '.json')).toBe('/out/etc/passwd.json');
  });

  it('never leaves its folder, whatever the label says, and can be written', () => {
    const folder = tempFolder();
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (name) => {
        const path = resultPath(folder, name.toWellFormed(), '.json');
        expect(path.startsWith(folder + sep)).toBe(true);
        expect(path).not.toContain('\0');
        for (const segment of path.split('/')) expect(Buffer.byteLength(segment)).toBeLessThanOrEqual(240);
      }),
    );
    const long = resultPath(folder, `${'ä'.repeat(300)}/${'🙂'.repeat(100)}`, '.json');
    mkdirSync(dirname(long), { recursive: true });
    writeFileSync(long, '');
  });

  it('tells names apart that had to be cut', () => {
    const [a, b] = ['a', 'b'].map((end) => resultPath('/out', `${'x'.repeat(300)}${end}`, '.json'));
    expect(a).not.toBe(b);
    expect(resultPath('/out', `${'x'.repeat(300)}a`, '.json')).toBe(a);
  });
});
