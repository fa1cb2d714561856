import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openLedger } from '../../src/store/ledger.ts';
import { commands } from '../support/ledger-commands.ts';
import type { Real } from '../support/ledger-commands.ts';
import { Model } from '../support/ledger-model.ts';
import { quickFolder, tempFolder } from '../support/temp-folder.ts';

it('the ledger does what a small model does, whatever happens to it in whatever order', { timeout: 60_000 }, () => {
  const folder = tempFolder(quickFolder);
  let runs = 0;
  fc.assert(
    fc.property(fc.commands(commands, { maxCommands: 40, size: 'max' }), (sequence) => {
      const path = join(folder, `${String(runs++)}.db`);
      const real: Real = { path, ledger: openLedger(path), ids: new Map() };
      try {
        fc.modelRun(() => ({ model: new Model(), real }), sequence);
      } finally {
        real.ledger.close();
      }
    }),
    { numRuns: 300 },
  );
  expect(runs).toBeGreaterThanOrEqual(300);
});
