import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { drawnPdf, put } from '../support/drawn-pdf.ts';
import { test } from '../support/in-workspace.ts';
import { madePdf } from '../support/made-pdf.ts';

/** A grid of three columns and four rows, from (100, 200) to (400, 280) as displayed. */
const rules = [0, 1, 2, 3, 4]
  .map((r) => `100 ${600 - 20 * r} m 400 ${600 - 20 * r} l S`)
  .concat([0, 1, 2, 3].map((c) => `${100 + 100 * c} 600 m ${100 + 100 * c} 520 l S`));
const texts = Array.from({ length: 12 }, (_, i) => [110 + 100 * (i % 3), 586 - 20 * Math.floor(i / 3), i < 3 ? `Head ${i}` : `${i * 7}`] as const);
const ledger = drawnPdf([{ content: put([[100, 700, 'First page']]) }, { content: `${rules.join('\n')}\n${put(texts)}` }]);

const pipeline = 'name: documents\nsource:\n  watch: ../watch\nstages: [identify, text, tables]\n';

const signature = '89504e470d0a1a0a';

describe('explain', () => {
  test('draws the page, says what was found and how, and leaves nothing else behind', async ({ place }) => {
    await writeFile(place.at('pipelines', 'documents.yaml'), pipeline);
    await writeFile(place.at('ledger.pdf'), ledger);
    const before = await place.files('.');
    const { code, stdout, stderr } = await place.run('explain', 'ledger.pdf', '--page', '2');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^ledger\.pdf, page 2 of 2: 600 × 800 pt\nRoute: text, because text-ok\n/);
    expect(stdout).toMatch(/^ +1 accepted \[100 200 400 280\] tables /m);
    expect(stdout).toMatch(/^ +T1 \[100 200 400 280\] lattice/m);
    expect(stdout).toMatch(/^ +Head 0 +\| Head 1 +\| Head 2$/m);
    expect(stdout).toMatch(/\nPicture: .*ledger\.pdf\.page-2\.png\n$/);
    const picture = await readFile(place.at('ledger.pdf.page-2.png'));
    expect(picture.subarray(0, 8).toString('hex')).toBe(signature);
    expect((await place.files('.')).filter((name) => !before.includes(name))).toEqual(['ledger.pdf.page-2.png']);
  });

  test('prints all that was noted as JSON, and draws the same picture again over the first one', async ({ place }) => {
    await writeFile(place.at('mine.yaml'), pipeline);
    await writeFile(place.at('ledger.pdf'), ledger);
    const args = ['explain', 'ledger.pdf', '--page', '2', '--pipeline', 'mine.yaml', '--out', 'seen.png', '--json'];
    const { code, stdout } = await place.run(...args);
    const first = await readFile(place.at('seen.png'));
    expect(code).toBe(0);
    const said = JSON.parse(stdout) as { notes: { kind: string }[]; tables: { rows: string[][] }[] };
    expect(said).toMatchObject({
      format: 'millrace.explanation/1',
      page: 2,
      page_count: 2,
      candidates: [{ number: 1, accepted: true, stage: 'tables' }],
    });
    expect(said.notes.filter(({ kind }) => kind === 'edge').length).toBeGreaterThanOrEqual(9);
    expect(said.tables.flatMap(({ rows }) => rows.flat())).toContain('77');
    expect((await place.run(...args)).code).toBe(0);
    expect(await readFile(place.at('seen.png'))).toEqual(first);
  });

  test('exits 2 for what is no page, no document or no place for a picture, and never writes over a document', async ({ place }) => {
    await writeFile(place.at('letter.pdf'), madePdf([['Dear miller']]));
    await writeFile(place.at('other.pdf'), madePdf([['Keep me']]));
    await mkdir(place.at('folder'));
    const refused = async (...args: string[]): Promise<string> => {
      const { code, stderr } = await place.run('explain', ...args);
      expect([args, code]).toEqual([args, 2]);
      return stderr;
    };
    expect(await refused('letter.pdf', '--page', '2')).toContain('letter.pdf has only one page; there is no page 2');
    expect(await refused('letter.pdf', '--page', '0')).toContain('from 1 on');
    expect(await refused('letter.pdf', '--page', 'two')).toContain('from 1 on');
    expect(await refused('nothing.pdf')).toContain('nothing.pdf is not there');
    expect(await refused('folder')).toContain('is a folder');
    expect(await refused('letter.pdf', '--out', 'folder')).toContain('is a folder');
    expect(await refused('letter.pdf', '--out', 'no/such/place.png')).toContain('no folder');
    expect(await refused('letter.pdf', '--out', 'letter.pdf')).toContain('there already');
    expect(await refused('letter.pdf', '--out', 'other.pdf')).toContain('there already');
    expect(await refused('letter.pdf', '--only', 'colours')).toContain('Choices');
    expect(await readFile(place.at('other.pdf'))).toEqual(madePdf([['Keep me']]));
    expect((await place.files('.')).filter((name) => name.includes('.part') || name.endsWith('.png'))).toEqual([]);
  });

  test('exits 3 for a document that cannot be read, and says why', async ({ place }) => {
    await writeFile(place.at('not-really.pdf'), 'This only claims to be a PDF.\n');
    const { code, stdout, stderr } = await place.run('explain', 'not-really.pdf');
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^millrace: error\[document\.unsupported-type\] /);
  });

  test('follows a link that a person names', async ({ place }) => {
    await writeFile(place.at('letter.pdf'), madePdf([['Dear miller']]));
    await symlink(place.at('letter.pdf'), place.at('latest.pdf'));
    expect((await place.run('explain', 'latest.pdf')).code).toBe(0);
    expect(await place.files('.')).toContain('latest.pdf.page-1.png');
  });
});
