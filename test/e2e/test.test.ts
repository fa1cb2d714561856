import { cp, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { test } from '../support/in-workspace.ts';
import { madePdf } from '../support/made-pdf.ts';

const root = join(import.meta.dirname, '..', '..');

const pipeline = (name: string): string =>
  `name: ${name}\nsource: { watch: ../${name} }\nstages: [identify, text, tables]\nsinks: [{ use: json, folder: ../out-${name} }]\n`;

describe('millrace test', () => {
  test('passes the cases that the shipped pipeline comes with', async ({ place }) => {
    await cp(join(root, 'pipelines'), place.at('pipelines'), { recursive: true });
    await cp(join(root, 'samples'), place.at('samples'), { recursive: true });
    await symlink(join(root, 'node_modules'), place.at('node_modules'));
    const { code, stdout, stderr } = await place.run('test');
    expect([code, stderr, stdout.match(/FAILED.*\n(?: {9}.*\n)*/g)]).toEqual([0, '', null]);
    expect(stdout).toMatch(/^documents\n/);
    expect(stdout).toMatch(/\n\d+ cases passed\n$/);
    expect(await place.files('.')).not.toContain('.millrace/ledger.db');
  });

  test('says what a case fails by, and exits 3', async ({ place }) => {
    await writeFile(place.at('letter.pdf'), madePdf([['Dear miller'], ['Yours']]));
    await writeFile(place.at('pipelines', 'a.yaml'), pipeline('a'));
    await writeFile(
      place.at('pipelines', 'a.test.yaml'),
      'cases:\n  - { name: short, document: ../letter.pdf, expect: { pages: 1 } }\n  - { name: all well, document: ../letter.pdf, expect: { text: [Yours] } }\n',
    );
    const { code, stdout } = await place.run('test');
    expect([code, stdout.split('\n')]).toEqual([
      3,
      ['a', '  FAILED short', '         pages: expected 1, found 2', '  ok     all well', '1 of 2 cases failed', ''],
    ]);
    const again = await place.run('test', 'pipelines/a.test.yaml', '--only', 'well', '--json');
    expect([again.code, JSON.parse(again.stdout)]).toEqual([
      0,
      {
        format: 'millrace.test/1',
        passed: 1,
        failed: 0,
        pipelines: [{ pipeline: 'a', cases: [{ name: 'all well', document: place.at('letter.pdf'), passed: true, differences: [] }] }],
      },
    ]);
  });

  test('gives a case variables of its own', async ({ place }) => {
    await writeFile(place.at('letter.pdf'), madePdf([['Dear miller'], ['Yours']]));
    await writeFile(
      place.at('pipelines', 'a.yaml'),
      'name: a\nsource: { watch: ../a }\nstages: [{ use: identify, max_pages: "${MOST:-9}" }, text]\n',
    );
    await writeFile(
      place.at('pipelines', 'a.test.yaml'),
      'cases:\n  - { name: two, document: ../letter.pdf }\n  - { name: one, document: ../letter.pdf, env: { MOST: "1" }, expect: { error: document.too-many-pages } }\n',
    );
    const { code, stdout } = await place.run('test');
    expect([code, stdout]).toEqual([0, 'a\n  ok     two\n  ok     one\n2 cases passed\n']);
  });

  // Faults that only seem to happen would prove nothing: the processes are real, and so are their ends.
  test('lets faults happen to workers: what passes changes no byte, what lasts leaves the rest', async ({ place }) => {
    await writeFile(place.at('letter.pdf'), madePdf([['Dear miller'], ['Yours']]));
    await writeFile(place.at('pipelines', 'a.yaml'), pipeline('a'));
    await writeFile(
      place.at('pipelines', 'a.test.yaml'),
      `cases:
  - { name: passing, document: ../letter.pdf, faults: [{ stage: text, kill: 1 }, { stage: tables, hang: 1 }, { stage: sink:json, out_of_memory: 1 }] }
  - { name: lasting, document: ../letter.pdf, faults: [{ stage: tables, kill: always }], expect: { status: partial, text: [Dear miller], findings: [stage.failed] } }
  - { name: the end, document: ../letter.pdf, faults: [{ stage: identify, hang: always }], expect: { error: worker.timeout } }
`,
    );
    const { code, stdout } = await place.run('test');
    expect([code, stdout.split('\n')]).toEqual([0, ['a', '  ok     passing', '  ok     lasting', '  ok     the end', '3 cases passed', '']]);
  });

  test('exits 78 for mistakes in a test file, 2 when there is none', async ({ place }) => {
    await writeFile(place.at('pipelines', 'a.yaml'), pipeline('a'));
    await writeFile(place.at('pipelines', 'a.test.yaml'), 'cases:\n  - document: nowhere.pdf\n    expct: {}\n');
    const wrong = await place.run('test');
    expect(wrong.code).toBe(78);
    expect(wrong.stderr).toContain(
      'pipelines/a.test.yaml:3:5: error[unknown-key] "expct" is not an option of entry 1 of "cases"; did you mean "expect"?',
    );
    const named = await place.run('test', 'pipelines/documents.yaml');
    expect([named.code, named.stderr]).toEqual([78, expect.stringContaining('documents.test.yaml:1:1: error[unreadable]')]);
  });
});
