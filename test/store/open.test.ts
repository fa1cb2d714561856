import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { assertSafe, openDatabase } from '../../src/store/open.ts';
import { migrations } from '../../src/store/migrations.ts';
import { tempFolder } from '../support/temp-folder.ts';

function opened(path: string): Database.Database {
  const db = openDatabase(path);
  onTestFinished(() => void db.close());
  return db;
}

/** A database that answers these questions its own way. */
function lying(answers: Record<string, unknown>): Database.Database {
  const db = opened(join(tempFolder(), 'ledger.db'));
  return new Proxy(db, {
    get(target, name) {
      if (name === 'pragma') return (pragma: string) => (pragma in answers ? answers[pragma] : target.pragma(pragma, { simple: true }));
      if (name === 'prepare' && 'version' in answers) return () => ({ pluck: () => ({ get: () => answers['version'] }) });
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

describe('opening a ledger', () => {
  it('sets what durability depends on, on every connection (the compiled-in default loses acknowledged jobs in a power cut)', () => {
    const path = join(tempFolder(), 'ledger.db');
    for (const db of [opened(path), opened(path), opened(path)]) {
      const read = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout', 'journal_size_limit', 'trusted_schema', 'mmap_size'];
      expect(Object.fromEntries(read.map((name) => [name, db.pragma(name, { simple: true })]))).toEqual({
        journal_mode: 'wal',
        synchronous: 2,
        foreign_keys: 1,
        busy_timeout: 5_000,
        journal_size_limit: 67_108_864,
        trusted_schema: 0,
        mmap_size: expect.toBeOneOf([0, undefined]) as unknown,
      });
    }
  });

  it.each(['3.51.2', '3.50.9', '3.7.0', '2.99.99', '3.51'])('refuses SQLite %s, which can corrupt its log', (version) => {
    expect(() => assertSafe(lying({ version }))).toThrow(expect.objectContaining({ code: 'state.unsafe' }));
  });

  it.each(['3.51.3', '3.52.0', '3.100.0', '4.0.0'])('takes SQLite %s', (version) => {
    expect(() => assertSafe(lying({ version }))).not.toThrow();
  });

  it.each([
    { journal_mode: 'delete' },
    { synchronous: 1 },
    { foreign_keys: 0 },
    { busy_timeout: 0 },
    { journal_size_limit: -1 },
    { trusted_schema: 1 },
    { mmap_size: 268_435_456 },
  ])('refuses to start when a setting does not hold: %o', (answers) => {
    expect(() => assertSafe(lying(answers))).toThrow(expect.objectContaining({ code: 'state.unsafe' }));
  });

  it('refuses a ledger of a newer version and leaves it as it is', () => {
    const path = join(tempFolder(), 'ledger.db');
    const db = openDatabase(path);
    db.pragma('user_version = 4711');
    db.close();
    expect(() => openDatabase(path)).toThrow(expect.objectContaining({ code: 'state.newer' }));
    const after = new Database(path, { readonly: true });
    expect(after.pragma('user_version', { simple: true })).toBe(4711);
    after.close();
  });

  it('says of garbage that it is damaged, and does not write over it', () => {
    const path = join(tempFolder(), 'ledger.db');
    const garbage = randomBytes(20_000);
    writeFileSync(path, garbage);
    expect(() => openDatabase(path)).toThrow(expect.objectContaining({ code: 'state.damaged' }));
    expect(readFileSync(path).equals(garbage)).toBe(true);
  });

  it.each([1, 2, 5, 9])(
    'says of a ledger whose page %i was overwritten that it is damaged (SQLite throws where it is expected to answer)',
    (page) => {
      const path = join(tempFolder(), 'ledger.db');
      openDatabase(path).close();
      const file = openSync(path, 'r+');
      writeSync(file, randomBytes(4_000), 0, 4_000, (page - 1) * 4_096 + (page === 1 ? 96 : 0));
      closeSync(file);
      expect(() => openDatabase(path)).toThrow(expect.objectContaining({ code: 'state.damaged' }));
    },
  );

  it('does not call a folder that cannot be written a damaged ledger', ({ skip }) => {
    if (process.getuid?.() === 0) skip('root may write anywhere');
    const folder = join(tempFolder(), 'state');
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    expect(() => openDatabase(join(folder, 'ledger.db'))).toThrow(expect.objectContaining({ code: 'permission.denied' }));
  });

  it('says what is wrong when a folder stands in the place of the ledger', () => {
    const path = join(tempFolder(), 'ledger.db');
    mkdirSync(path);
    expect(() => openDatabase(path)).toThrow(expect.objectContaining({ code: 'permission.denied' }));
  });

  it('makes the newest form from nothing, and changes nothing when it is opened again', () => {
    const path = join(tempFolder(), 'ledger.db');
    const schema = (db: Database.Database): unknown[] =>
      db.prepare('SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name').all();
    const first = opened(path);
    const made = schema(first);
    expect(first.pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.number);
    expect(schema(opened(path))).toEqual(made);
    expect(first.pragma('foreign_key_check')).toEqual([]);
    expect(first.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('numbers the migrations from 1 without a gap', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, i) => i + 1));
  });

  it('leaves a ledger in its old form when a migration dies in the middle, and goes on from there', () => {
    const path = join(tempFolder(), 'ledger.db');
    const statements = (migrations[0]?.sql ?? '').split(';').filter((statement) => statement.trim() !== '');
    for (let count = 0; count <= statements.length; count++) {
      const cut = new Database(path);
      cut.exec('BEGIN IMMEDIATE');
      for (const statement of statements.slice(0, count)) cut.exec(statement);
      // Closed without COMMIT, as a process that is killed.
      cut.close();
      const left = new Database(path);
      expect(left.pragma('user_version', { simple: true })).toBe(0);
      expect(left.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()).toBe(0);
      left.close();
    }
    expect(opened(path).pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.number);
  });
});
