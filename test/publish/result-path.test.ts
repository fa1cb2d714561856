import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultPath } from '../../src/publish/result-path.ts';
import type { Target } from '../../src/publish/result-path.ts';
import { anyText } from '../support/any-text.ts';
import { tempFolder } from '../support/temp-folder.ts';

const json: Target = { folder: '/out', form: 'file', extension: '.json' };
const tables: Target = { folder: '/out', form: 'folder', extension: '.tables' };
const path = (name: string): string => resultPath(json, name, [json]);

const hostile = fc
  .array(fc.constantFrom('..', '.', '/', '\\', '\0', 'a', '..\0', '~', '%2e', '\n', '\u202e', 'ä', '🙂', 'x'.repeat(200)), { maxLength: 12 })
  .map((parts) => parts.join(''));

describe('the path of a result', () => {
  it('is the path below the source and the file name, with the extension of the sink', () => {
    expect(path('a/b.pdf')).toBe('/out/a/b.pdf.json');
    expect(path('a/../../b.pdf')).toBe('/out/a/b.pdf.json');
    expect(path('')).toBe('/out/document.json');
    expect(path('..\0/..\0/etc/passwd')).toBe('/out/etc/passwd.json');
  });

  it('never leaves its folder, whatever the label says, and can be written', () => {
    const folder = tempFolder();
    fc.assert(
      fc.property(fc.oneof(hostile, anyText()), (name) => {
        const path = resultPath({ ...json, folder }, name.toWellFormed(), [json, tables]);
        expect(path.startsWith(folder + sep)).toBe(true);
        expect(path).not.toContain('\0');
        for (const segment of path.split('/')) expect(Buffer.byteLength(segment)).toBeLessThanOrEqual(240);
      }),
    );
    const long = resultPath({ ...json, folder }, `${'ä'.repeat(300)}/${'🙂'.repeat(100)}`, [json]);
    mkdirSync(dirname(long), { recursive: true });
    writeFileSync(long, '');
  });

  // Publishing the tables of x.pdf would have removed the results of a folder that is called x.pdf.tables.
  it('lies in no folder that is the result of another document', () => {
    const sinks = [json, tables];
    const result = (name: string): string => resultPath(json, name, sinks);
    expect(resultPath(tables, 'x.pdf', sinks)).toBe('/out/x.pdf.tables');
    expect(['x.pdf.tables/a', 'x.pdf.tables~/a', 'x.tables.d/a'].map(result)).toEqual([
      '/out/x.pdf.tables~/a.json',
      '/out/x.pdf.tables~~/a.json',
      '/out/x.tables.d/a.json',
    ]);
    expect(path('x.pdf.tables/a')).toBe('/out/x.pdf.tables/a.json');
  });

  it('tells names apart that had to be cut', () => {
    const [a, b] = ['a', 'b'].map((end) => path(`${'x'.repeat(300)}${end}`));
    expect(a).not.toBe(b);
    expect(path(`${'x'.repeat(300)}a`)).toBe(a);
  });
});
