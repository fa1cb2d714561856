import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { test } from '../support/in-workspace.ts';
import { pdfOf } from '../support/made-documents.ts';
import { madePdf } from '../support/made-pdf.ts';
import { seededRandom } from '../support/random.ts';
import type { Workspace } from '../support/workspace.ts';

const pipeline = (classify = ''): string =>
  `name: documents\nsource:\n  watch: ../watch\nstages: [identify, text${classify}]\nsinks:\n  - use: json\n    folder: ../results\n`;

const milling = 'The wheel turns the stone and the stone grinds the grain to flour in sack';
const sailing = 'The wind fills the sail and the crew turns the rudder to leave harbour at tide';

/** Documents of one kind that differ in their numbers. */
async function file(place: Workspace, folder: string, text: string, count: number): Promise<void> {
  await mkdir(place.at('filed', folder), { recursive: true });
  for (let i = 1; i <= count; i++) await writeFile(place.at('filed', folder, `${String(i)}.pdf`), madePdf([[`${text} ${String(i)}`, text]]));
}

describe('learn', () => {
  test('makes a model of labelled folders that classify takes, tells how good it is, and leaves nothing else behind', async ({ place }) => {
    await writeFile(place.at('pipelines', 'documents.yaml'), pipeline());
    await file(place, 'Milling logs', milling, 12);
    await file(place, 'sailing', sailing, 12);
    const { code, stdout } = await place.run('learn', 'filed', '--out', 'pipelines/model.json');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Learned 2 labels from 24 documents: pipelines\/model\.json \(\d+ KB\)\nThe folder "Milling logs" is the label milling_logs\n/,
    );
    expect(stdout).toMatch(/100 % were given their label \(24 of 24\):\n {2}milling_logs {2}12 of 12\n {2}sailing {7}12 of 12\n/);
    expect(await readdir(place.at('pipelines'))).toEqual(['documents.yaml', 'model.json']);
    expect(await place.files('results')).toEqual([]);

    await writeFile(place.at('pipelines', 'documents.yaml'), pipeline(', { use: classify, model: model.json }'));
    await writeFile(place.at('new.pdf'), madePdf([[`${milling} 99`, milling]]));
    await writeFile(place.at('other.pdf'), madePdf([['Nothing that anybody has ever shown to it']]));
    expect((await place.run('batch', 'new.pdf', 'other.pdf')).code).toBe(0);
    expect(await place.json('results', 'new.pdf.json')).toMatchObject({ document_type: 'milling_logs' });
    expect(await place.json('results', 'other.pdf.json')).toMatchObject({ document_type: 'unknown' });
  });

  test('prints the estimate as JSON, ends with 3 when some documents could not be read, and replaces an earlier model', async ({ place }) => {
    await writeFile(place.at('pipelines', 'documents.yaml'), pipeline());
    await file(place, 'milling', milling, 4);
    await file(place, 'sailing', sailing, 4);
    await writeFile(place.at('filed', 'sailing', 'broken.pdf'), '%PDF-1.7 and nothing');
    await writeFile(place.at('filed', 'sailing', 'again.pdf'), madePdf([[`${sailing} 1`, sailing]]));
    const first = await place.run('learn', 'filed', '--json');
    expect(first.code).toBe(3);
    expect(first.stderr).toContain('sailing/broken.pdf');
    expect(JSON.parse(first.stdout)).toMatchObject({
      format: 'millrace.learned/1',
      accuracy: 1,
      folds: 4,
      left_out: { failed: 1, duplicate: 1, blank: 0, surplus: 0 },
    });
    const model = await place.read('model.json');
    expect((await place.run('learn', 'filed', '--json')).code).toBe(3);
    expect(await place.read('model.json')).toBe(model);
  });

  test('exits 2 for too few documents and for a place that is no place for a model, and writes none', async ({ place }) => {
    await writeFile(place.at('pipelines', 'documents.yaml'), pipeline());
    await file(place, 'milling', milling, 4);
    await file(place, 'sailing', sailing, 2);
    await writeFile(place.at('letter.json'), '{"dear": "miller"}');
    const refused = async (...args: string[]): Promise<string> => {
      const { code, stderr } = await place.run('learn', 'filed', ...args);
      expect(code).toBe(2);
      return stderr;
    };
    expect(await refused()).toContain('sailing has 2 documents that could be read; a label needs at least 3');
    expect(await refused('--out', 'letter.json')).toContain('no model');
    expect(await refused('--out', 'filed/model.json')).toContain('among the examples');
    expect(await refused('--out', 'nowhere/model.json')).toContain('There is no folder');
    expect(await place.read('letter.json')).toBe('{"dear": "miller"}');
    expect(await place.files('.')).not.toContain('model.json');
  });

  test('that is stopped writes no model, and the same command goes on', async ({ place }) => {
    await writeFile(place.at('pipelines', 'documents.yaml'), pipeline());
    const random = seededRandom(7);
    for (const folder of ['long', 'longer']) {
      await mkdir(place.at('filed', folder), { recursive: true });
      for (let i = 0; i < 12; i++) await writeFile(place.at('filed', folder, `${String(i)}.pdf`), pdfOf(random, 25));
    }
    await mkdir(place.at('model.json.learning', 'results'), { recursive: true });
    const watcher = watch(place.at('model.json.learning', 'results'));
    const working = once(watcher, 'change').finally(() => watcher.close());
    const command = place.start(['learn', 'filed', '--concurrency', '1']);
    await working;
    command.kill('SIGINT');
    const { code, stderr } = await command.ended;
    expect([code, stderr]).toEqual([130, expect.stringMatching(/^Stopping: /m)]);
    expect(await place.files('.')).not.toContain('model.json');
    const read = (await place.files('model.json.learning/results')).length;
    expect(read).toBeGreaterThan(0);
    expect((await place.run('learn', 'filed')).code).toBe(0);
    expect(await readdir(place.folder)).toEqual(['filed', 'model.json', 'pipelines', 'watch']);
  });
});
