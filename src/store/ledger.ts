import type { Ledger } from '../model/ledger.ts';
import { admissionStore } from './admission.ts';
import { custodyStore } from './custody.ts';
import { openDatabase } from './open.ts';
import { progressStore } from './progress.ts';
import { questionStore } from './questions.ts';
import { workStore } from './work.ts';

/** Opens the ledger file, making or migrating it. Errors: `state.damaged`, `state.newer`, `state.unsafe`. */
export function openLedger(path: string): Ledger {
  const db = openDatabase(path);
  return {
    ...admissionStore(db),
    ...custodyStore(db),
    ...workStore(db),
    ...progressStore(db),
    ...questionStore(db),
    close() {
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
}
