import { rm, writeFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { test } from '../support/in-workspace.ts';
import { readLedger } from '../support/ledger-copy.ts';
import { pdfOf } from '../support/made-documents.ts';
import { seededRandom } from '../support/random.ts';

// Catches a stored output that is believed although the disk has changed it, and one whose rot costs more than its own page.
test('a stored page of which one bit has flipped is read again, alone, and the result is as before', async ({ place }) => {
  await writeFile(place.at('long.pdf'), pdfOf(seededRandom(3), 12));
  expect((await place.run('batch', 'long.pdf', '--out', 'results')).code).toBe(0);
  const before = await place.read('results', 'long.pdf.json');
  const attempts = (await readLedger(place.at('.millrace')))?.attempts.length ?? 0;

  const db = new Database(place.at('.millrace', 'ledger.db'));
  const stored = db.prepare("SELECT bytes FROM checkpoints WHERE stage = 'text' AND page = 7").pluck().get() as Buffer;
  stored[stored.length >> 1] = (stored[stored.length >> 1] ?? 0) ^ 0b100;
  db.prepare("UPDATE checkpoints SET bytes = ? WHERE stage = 'text' AND page = 7").run(stored);
  db.close();
  await rm(place.at('results', 'long.pdf.json'));

  expect((await place.run('batch', 'long.pdf', '--out', 'results')).code).toBe(0);
  expect(await place.read('results', 'long.pdf.json')).toBe(before);
  const again = (await readLedger(place.at('.millrace')))?.attempts.slice(attempts).filter(({ stage }) => stage === 'text');
  expect(again).toMatchObject([{ first: 7, last: 7, error_code: null }]);
});
