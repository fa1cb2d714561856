import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from 'better-sqlite3';
import { openDatabase } from '../../src/store/open.ts';
import { tempFolder } from '../support/temp-folder.ts';

function database(): Database {
  const db = openDatabase(join(tempFolder(), 'ledger.db'));
  onTestFinished(() => void db.close());
  db.exec(`INSERT INTO jobs (id, pipeline, queue, destination, filename, file_path, input_path, custody, signature, sha256, bytes, result_name,
    status, max_retries, fingerprint, created_at, due_at) VALUES ('a', 'p', 'q', '/out', 'a', '/in/a', '/in/a', 'in_place', 's', 'x', 1, 'a', 'pending', 3, 'f', 0, 0)`);
  return db;
}

describe('the constraints of the ledger', () => {
  it.each([
    ["status = 'running'", 'a status that there is not'],
    ["status = 'completed'", 'completed without a result'],
    ["result = '/out/a.json'", 'a result of a job that has not completed'],
    ["status = 'failed'", 'failed without an error'],
    ["custody = 'lost'", 'a custody that there is not'],
    ['progress = 1.01', 'more than all progress'],
    ['progress = -0.1', 'less than no progress'],
    ["retries = 'many'", 'a word where a number belongs'],
    ['status = NULL', 'no status'],
  ])('refuse SET %s: %s', (change) => {
    expect(() => database().exec(`UPDATE jobs SET ${change}`)).toThrow(/constraint failed|cannot store/);
  });

  it('refuse a second job for the same content at the same place, and a second result of the same name', () => {
    const db = database();
    const copy = (changes: string): string => `
      CREATE TEMP TABLE t AS SELECT * FROM jobs LIMIT 1; UPDATE t SET seq = NULL, id = 'b', ${changes}; INSERT INTO jobs SELECT * FROM t; DROP TABLE t`;
    expect(() => db.exec(copy("result_name = 'b'"))).toThrow(/UNIQUE/);
    db.exec('DROP TABLE t');
    expect(() => db.exec(copy("sha256 = 'y'"))).toThrow(/UNIQUE/);
    db.exec('DROP TABLE t');
    db.exec(copy("sha256 = 'y', result_name = 'b'"));
  });

  it('refuse arrivals and attempts of a job that there is not', () => {
    const db = database();
    expect(() => db.exec("INSERT INTO attempts (job, generation, stage, first, last, started_at) VALUES ('none', 1, 's', 0, 0, 0)")).toThrow(
      /FOREIGN KEY/,
    );
  });

  it('are these', () => {
    const rows = database()
      .prepare<[], { sql: string }>("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND type = 'index' ORDER BY name")
      .all();
    expect(rows.map(({ sql }) => sql)).toMatchInlineSnapshot(`
      [
        "CREATE INDEX arrivals_job ON arrivals (job)",
        "CREATE INDEX arrivals_path ON arrivals (path)",
        "CREATE INDEX attempts_job ON attempts (job, stage)",
        "CREATE INDEX attempts_open ON attempts (id) WHERE ended_at IS NULL",
        "CREATE INDEX attempts_spending ON attempts (job) WHERE requests > 0",
        "CREATE INDEX jobs_active ON jobs (queue) WHERE status IN ('pending', 'processing')",
        "CREATE INDEX jobs_backlog ON jobs (queue, due_at, seq, bytes) WHERE status = 'pending'",
        "CREATE UNIQUE INDEX jobs_content ON jobs (pipeline, destination, sha256) WHERE sha256 <> ''",
        "CREATE INDEX jobs_custody ON jobs (custody) WHERE custody IN ('claiming', 'held')",
        "CREATE INDEX jobs_path ON jobs (file_path)",
        "CREATE INDEX jobs_processing ON jobs (interruptions) WHERE status = 'processing'",
        "CREATE UNIQUE INDEX jobs_result ON jobs (destination, result_name) WHERE result_name <> ''",
        "CREATE INDEX jobs_status ON jobs (status, pipeline, seq)",
      ]
    `);
  });
});
