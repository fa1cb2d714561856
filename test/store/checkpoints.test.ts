import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { admitFile, batchOf, tempLedger } from '../support/ledger-terms.ts';
import { tempFolder } from '../support/temp-folder.ts';

describe('checkpoints', () => {
  it('that no longer are what was stored count as never made (a flipped bit went into a result)', () => {
    const path = join(tempFolder(), 'ledger.db');
    const ledger = tempLedger(path);
    const { id: job } = admitFile(ledger, 'a');
    ledger.claimNext([batchOf], 0);
    const task = { job, stage: 'text', first: 1, last: 50 };
    const outputs = Array.from({ length: 50 }, (_, i) => ({ page: i + 1, bytes: Buffer.from(`page ${String(i)}`) }));
    ledger.saveProgress(task, { attempt: ledger.startTask(task, 0), checkpoint: { key: 'k', stage: 'text' }, outputs, progress: 0.5 }, 0);

    const vandal = new Database(path);
    for (let page = 1; page <= 50; page += 2) {
      const bytes = vandal.prepare<[number], Buffer>('SELECT bytes FROM checkpoints WHERE page = ?').pluck().get(page) ?? Buffer.alloc(1);
      bytes[page % bytes.length]! ^= 1 << (page % 8);
      vandal.prepare('UPDATE checkpoints SET bytes = ? WHERE page = ?').run(bytes, page);
    }
    vandal.close();

    const even = Array.from({ length: 25 }, (_, i) => 2 * i + 2);
    expect(ledger.savedPages('k').pages).toEqual(even);
    expect(ledger.loadOutputs(['k']).map(({ page }) => page)).toEqual(even);
  });
});
