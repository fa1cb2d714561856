import { closeSync, openSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { MillraceError, asMillraceError } from '../model/errors.ts';
import { migrations } from './migrations.ts';

/** Below this SQLite has the WAL-reset corruption (3.7.0–3.51.2). */
const oldestSqlite = [3, 51, 3] as const;

/** Opens the ledger's file with the settings that durability depends on, proves that they hold, and brings it to the newest form. */
export function openDatabase(path: string): Database.Database {
  try {
    makePrivate(path);
    const db = new Database(path, { timeout: 5_000 });
    try {
      for (const [name, value] of settings) db.pragma(`${name} = ${String(value)}`);
      assertSafe(db);
      assertWhole(db, path);
      migrate(db, path);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    throw openError(path, error);
  }
}

/** The ledger holds the text of all documents; its log and its index take over its mode. */
function makePrivate(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
}

/** Only what SQLite itself calls damage is called so: nobody shall restore a backup because a folder could not be written. */
function openError(path: string, thrown: unknown): MillraceError {
  const code = String((thrown as { code?: unknown }).code);
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return new MillraceError('state.damaged', `${path} is no whole ledger`, thrown);
  if (/^(SQLITE_(CANTOPEN|READONLY|PERM)|EACCES|EPERM|EROFS|EISDIR)/.test(code))
    return new MillraceError('permission.denied', `${path} cannot be opened for writing`, thrown);
  return asMillraceError(thrown);
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
  const form = (): number => Number(db.pragma('user_version', { simple: true }));
  if (form() > newest) throw new MillraceError('state.newer', `${path} has form ${String(form())}; this version knows forms up to ${String(newest)}`);
  if (form() === newest) return;
  for (const { number, sql } of migrations) {
    // Looked at inside the transaction: another process may be opening the same new ledger.
    db.transaction(() => {
      if (form() >= number) return;
      db.exec(sql);
      db.pragma(`user_version = ${String(number)}`);
    }).immediate();
  }
}
