import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { test } from '../support/in-workspace.ts';
import { readLedger } from '../support/ledger-copy.ts';
import { madePdf } from '../support/made-pdf.ts';
import type { Workspace } from '../support/workspace.ts';

const letter = madePdf([['Dear miller,', 'the stones need dressing.', 'The brook']]);
const minutes = madePdf([['Minutes, first page'], ['Minutes, second page']]);

/** Five files: two that can be read, one of them twice, and two that cannot. */
async function heap(place: Workspace): Promise<void> {
  await mkdir(place.at('docs', 'sub'), { recursive: true });
  await writeFile(place.at('docs', 'letter.pdf'), letter);
  await writeFile(place.at('docs', 'sub', 'minutes.pdf'), minutes);
  await copyFile(place.at('docs', 'letter.pdf'), place.at('docs', 'sub', 'copy.pdf'));
  await writeFile(place.at('docs', 'not-really.pdf'), 'This only claims to be a PDF.\n');
  await writeFile(place.at('docs', 'empty.pdf'), '');
}

const results = async (place: Workspace): Promise<string[]> => (await place.files('results')).filter((name) => !name.startsWith('report.'));

/** How many times each stage was begun, over all jobs of the ledger. */
async function begun(place: Workspace): Promise<Record<string, number>> {
  const ledger = await readLedger(place.at('.millrace'));
  return Object.fromEntries([...Map.groupBy(ledger?.attempts ?? [], ({ stage }) => stage)].map(([stage, attempts]) => [stage, attempts.length]));
}

describe('batch', () => {
  test('gives each file one result or one recorded failure, says so in both reports, and exits 3', async ({ place }) => {
    await heap(place);
    const { code, stdout, stderr } = await place.run('batch', 'docs');
    expect(code).toBe(3);
    expect(stdout).toMatch(/^2 completed, 2 failed, 1 duplicate; 3 pages in /);
    // Without a terminal there are plain lines, so that a log file can be read.
    expect(stderr).toMatch(/^5\/5 done · 2 failed · \d+\.\d pages\/s$/m);
    expect(stderr).not.toContain('\u{1B}');
    expect(await results(place)).toHaveLength(2);
    expect(await results(place)).toContain('sub/minutes.pdf.json');
    const report = (await place.json('results', 'report.json')) as {
      counts: object;
      failures: { code: string; files: string[] }[];
      duplicates: unknown[];
    };
    expect(Object.keys(report).slice(0, 2)).toEqual(['format', 'counts']);
    expect(report).toMatchObject({
      format: 'millrace.report/1',
      counts: { total: 5, completed: 2, failed: 2, duplicate: 1, cancelled: 0 },
      unfinished: 0,
      pages: 3,
    });
    expect(report.failures.map(({ code: reason }) => reason).sort()).toEqual(['document.empty', 'document.unsupported-type']);
    expect(report.failures.flatMap(({ files }) => files).sort()).toEqual([place.at('docs', 'empty.pdf'), place.at('docs', 'not-really.pdf')]);
    expect(report.duplicates).toHaveLength(1);
    expect(await place.read('results', 'report.md')).toMatch(/\| failed \| 2 \|[\s\S]*document\.empty/);
  });

  test('writes results that hold the text and nothing of the place or the time', async ({ place }) => {
    await heap(place);
    await place.run('batch', 'docs/sub/minutes.pdf');
    const text = await place.read('results', 'minutes.pdf.json');
    expect(JSON.parse(text)).toMatchObject({
      format: 'millrace.result/1',
      source: { filename: 'minutes.pdf', bytes: minutes.length, media_type: 'application/pdf' },
      status: 'success',
      pages: [
        { page: 1, text: 'Minutes, first page' },
        { page: 2, text: 'Minutes, second page' },
      ],
    });
    expect(text).not.toContain(place.folder);
    expect(text).not.toContain(`"${new Date().getFullYear()}-`);
  });

  test('exits 0 when all is done; with --json and --quiet it prints its report and nothing else', async ({ place }) => {
    await writeFile(place.at('letter.pdf'), letter);
    const { code, stdout, stderr } = await place.run('batch', 'letter.pdf', '--json', '--quiet', '--report', 'said/what.json');
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(await place.json('said', 'what.json'));
    expect(await place.files('said')).toEqual(['what.json', 'what.md']);
  });

  test('given again does nothing that is done; a changed file is read anew; a lost result is written from what is stored', async ({ place }) => {
    await heap(place);
    await rm(place.at('docs', 'empty.pdf'));
    await rm(place.at('docs', 'not-really.pdf'));
    expect((await place.run('batch', 'docs')).code).toBe(0);
    const first = await begun(place);
    const before = await stat(place.at('results', 'sub', 'minutes.pdf.json'));

    const again = await place.run('batch', 'docs');
    expect([again.code, await begun(place)]).toEqual([0, first]);
    expect(again.stdout).toMatch(/^2 completed, 0 failed, 1 duplicate;/);
    expect((await stat(place.at('results', 'sub', 'minutes.pdf.json'))).mtimeMs).toBe(before.mtimeMs);

    const minutesResult = await readFile(place.at('results', 'sub', 'minutes.pdf.json'));
    await rm(place.at('results', 'sub', 'minutes.pdf.json'));
    expect((await place.run('batch', 'docs')).code).toBe(0);
    expect(await readFile(place.at('results', 'sub', 'minutes.pdf.json'))).toEqual(minutesResult);
    const rendered = await begun(place);
    expect(rendered).toEqual({ ...first, 'sink:json': (first['sink:json'] ?? 0) + 1 });

    await writeFile(place.at('docs', 'sub', 'minutes.pdf'), madePdf([['Minutes, corrected']]));
    expect((await place.run('batch', 'docs')).code).toBe(0);
    expect(await place.read('results', 'sub', 'minutes.pdf.json')).toContain('Minutes, corrected');
    expect(await begun(place)).toEqual(Object.fromEntries(Object.entries(rendered).map(([stage, count]) => [stage, count + 1])));
    expect(await results(place)).toHaveLength(2);
  });

  test('an option of one stage changed runs that stage and those that read it, and no other', async ({ place }) => {
    await writeFile(place.at('minutes.pdf'), minutes);
    await place.run('batch', 'minutes.pdf');
    const first = await begun(place);
    const pipeline = await place.read('pipelines', 'documents.yaml');
    await writeFile(place.at('pipelines', 'documents.yaml'), pipeline.replace('- use: json', '- use: json\n    include: [lines]'));
    expect((await place.run('batch', 'minutes.pdf')).code).toBe(0);
    expect(await place.read('results', 'minutes.pdf.json')).toContain('"lines"');
    expect(await begun(place)).toEqual({ ...first, 'sink:json': 2 });
  });
});

describe('what a person asks afterwards', () => {
  test('jobs lists them, why explains a failure and a duplicate, retry opens the failed ones and batch runs them', async ({ place }) => {
    await heap(place);
    await place.run('batch', 'docs');
    const listed = JSON.parse((await place.run('jobs', '--json')).stdout) as { jobs: { job_id: string; filename: string; status: string }[] };
    expect(listed.jobs.map(({ status }) => status).sort()).toEqual(['completed', 'completed', 'failed', 'failed']);
    expect((await place.run('jobs', '--status', 'failed')).stdout).toMatch(/failed +not-really\.pdf +document\.unsupported-type/);
    const [done] = listed.jobs.filter(({ filename }) => filename === 'minutes.pdf');
    expect((await place.run('jobs', done?.job_id.slice(0, 8) ?? '')).stdout).toMatch(/pages 1–2/);
    expect((await place.run('why', 'docs/not-really.pdf')).stdout).toMatch(/^not-really\.pdf failed\.\ndocument\.unsupported-type: /);
    const both = [(await place.run('why', 'docs/letter.pdf')).stdout, (await place.run('why', 'docs/sub/copy.pdf')).stdout];
    expect(both.filter((text) => text.includes('linked to its job'))).toHaveLength(1);
    expect((await place.run('why', 'docs/never.pdf')).code).toBe(2);
    expect((await place.run('retry', '--failed')).stdout).toMatch(/^2 jobs due again/);
    await writeFile(place.at('docs', 'not-really.pdf'), madePdf([['Now it is one']]));
    expect((await place.run('batch', 'docs', '--json')).code).toBe(3);
    expect(await results(place)).toContain('not-really.pdf.json');
  });
});

describe('exit codes', () => {
  test('2 for a command line that is not understood, with what was meant', async ({ place }) => {
    expect((await place.run('jobs')).code).toBe(2);
    const unknown = await place.run('bach', 'docs');
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringMatching(/batch/)]);
    expect((await place.run('batch', 'docs', '--bogus')).code).toBe(2);
    expect((await place.run('batch', 'no/such/folder')).code).toBe(2);
  });

  test('78 for a pipeline file with mistakes: all five at once, with line and column', async ({ place }) => {
    await writeFile(
      place.at('pipelines', 'documents.yaml'),
      'name: documents\nsource:\n  wacht: ../watch\n  settle: soon\nin_flight: none\nstages: [identify, txet]\nsinks:\n  - use: json\n    folder: ${NOWHERE}\n',
    );
    const { code, stderr } = await place.run('batch', '.');
    expect(code).toBe(78);
    expect(stderr.match(/^pipelines\/documents\.yaml:\d+:\d+: error\[[a-z-]+\] /gm)).toHaveLength(5);
    expect(stderr).toMatch(/did you mean "watch"/);
  });

  test('77 for a state folder that cannot be written', async ({ place, skip }) => {
    if (process.getuid?.() === 0) skip('root may write everywhere');
    await writeFile(place.at('letter.pdf'), letter);
    await mkdir(place.at('locked'), { mode: 0o500 });
    expect((await place.run('batch', 'letter.pdf', '--state', 'locked/state')).code).toBe(77);
  });
});
