import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { MillraceError } from '../model/errors.ts';
import { migrations } from './migrations.ts';

/** Below this SQLite has the WAL-reset corruption (3.7.0–3.51.2). */
const oldestSqlite = [3, 51, 3] as const;

/** Opens the ledger's file with the settings that durability depends on, proves that they hold, and brings it to the newest form. */
export function openDatabase(path: string): Database.Database {
  const db = connect(path);
  try {
    assertSafe(db);
    assertWhole(db, path);
    migrate(db, path);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function connect(path: string): Database.Database {
  try {
    const db = new Database(path, { timeout: 5_000 });
    for (const [name, value] of settings) db.pragma(`${name} = ${String(value)}`);
    return db;
  } catch (error) {
    throw new MillraceError('state.damaged', `${path} cannot be opened as a ledger`, error);
  }
}

/** Pragma, the value it is set to and reads back as. WAL with FULL survives a power cut; the compiled-in NORMAL loses commits. */
const settings: readonly (readonly [string, string | number])[] = [
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['busy_timeout', 5_000],
  ['journal_size_limit', 64 * 1024 * 1024],
  ['trusted_schema', 0],
  ['mmap_size', 0],
];

/** A setting that the library ignores would lose acknowledged work without a word, so each is read back. */
export function assertSafe(db: Database.Database): void {
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  const different = oldestSqlite.findIndex((least, i) => parts[i] !== least);
  if (different >= 0 && (parts[different] ?? 0) < (oldestSqlite[different] ?? 0)) {
    throw new MillraceError('state.unsafe', `SQLite ${version} can corrupt its log; ${oldestSqlite.join('.')} or newer is needed`);
  }
  for (const [name, expected] of settings) {
    const value: unknown = db.pragma(name, { simple: true });
    if (value !== expected && !(name === 'mmap_size' && value === undefined)) {
      throw new MillraceError('state.unsafe', `SQLite keeps ${name} at ${String(value)} where ${String(expected)} is needed`);
    }
  }
}

/** A large ledger is not read whole at every start: the next job must run within seconds. */
const largestCheckedAtStart = 256 * 1024 * 1024;

function assertWhole(db: Database.Database, path: string): void {
  if (statSync(path).size > largestCheckedAtStart) return;
  const verdict: unknown = db.pragma('quick_check(1)', { simple: true });
  if (verdict !== 'ok') throw new MillraceError('state.damaged', `${path} is damaged: ${String(verdict)}`);
}

function migrate(db: Database.Database, path: string): void {
  const newest = migrations.at(-1)?.number ?? 0;
  const current = Number(db.pragma('user_version', { simple: true }));
  if (current > newest) throw new MillraceError('state.newer', `${path} has form ${String(current)}; this version knows forms up to ${String(newest)}`);
  for (const { number, sql } of migrations.filter((migration) => migration.number > current)) {
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${String(number)}`);
    }).immediate();
  }
}
