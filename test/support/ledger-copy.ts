import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export interface AttemptRow {
  id: number;
  job: string;
  generation: number;
  stage: string;
  first: number;
  last: number;
  started_at: number;
  ended_at: number | null;
  /** Null while it runs, and for ever when the daemon died with it. */
  blamed: number | null;
  error_code: string | null;
}

export interface JobRow {
  id: string;
  file_path: string;
  sha256: string;
  status: string;
  custody: string;
  result: string | null;
  error_code: string | null;
  pages: number | null;
  retries: number;
  created_at: number;
  completed_at: number | null;
}

/** What a ledger holds, as raw rows. */
export interface LedgerRows {
  integrity: string;
  jobs: JobRow[];
  arrivals: { path: string; job: string; duplicate: number }[];
  attempts: AttemptRow[];
  checkpoints: { key: string; page: number; stage: string }[];
}

/**
 * Reads a copy of a ledger, log and all, so that looking at it changes nothing that the next start will find; undefined when there is none yet.
 * Only for a state folder on which no daemon runs.
 */
export async function readLedger(state: string): Promise<LedgerRows | undefined> {
  if (!existsSync(join(state, 'ledger.db'))) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'millrace-ledger-'));
  try {
    for (const name of ['ledger.db', 'ledger.db-wal']) if (existsSync(join(state, name))) await copyFile(join(state, name), join(folder, name));
    return rowsOf(join(folder, 'ledger.db'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function rowsOf(path: string): LedgerRows | undefined {
  const db = new Database(path);
  try {
    const integrity = String(db.pragma('integrity_check', { simple: true }));
    if (db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'jobs'").pluck().get() === 0) return undefined;
    return {
      integrity,
      jobs: db.prepare('SELECT * FROM jobs ORDER BY seq').all() as JobRow[],
      arrivals: db.prepare('SELECT * FROM arrivals ORDER BY id').all() as LedgerRows['arrivals'],
      attempts: db.prepare('SELECT * FROM attempts ORDER BY id').all() as AttemptRow[],
      checkpoints: db.prepare('SELECT key, page, stage FROM checkpoints').all() as LedgerRows['checkpoints'],
    };
  } finally {
    db.close();
  }
}
