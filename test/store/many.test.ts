import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/model/clock.ts';
import { admissionStore } from '../../src/store/admission.ts';
import { openDatabase } from '../../src/store/open.ts';
import { progressStore } from '../../src/store/progress.ts';
import { questionStore } from '../../src/store/questions.ts';
import { workStore } from '../../src/store/work.ts';
import { tempLedger, watchQueue } from '../support/ledger-terms.ts';
import { quickFolder, tempFolder } from '../support/temp-folder.ts';

/** A ledger in which this many files wait, half of them in a batch. */
function crowded(count: number): string {
  const path = join(tempFolder(quickFolder), 'ledger.db');
  const db = openDatabase(path);
  db.exec(`
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${String(count)})
    INSERT INTO jobs (id, pipeline, queue, destination, filename, file_path, input_path, custody, signature, sha256, bytes, result_name, status, max_retries, fingerprint, created_at, due_at)
    SELECT 'id' || i, 'p', iif(i % 2, 'batch-1', '${watchQueue}'), '/out', i, '/in/' || i, '/in/' || i, 'in_place', 's', 'sha' || i, 1, i, 'pending', 3, 'f', i, i FROM n`);
  db.close();
  return path;
}

/** Every statement of the stores, as SQLite is going to run it. */
function statements(): { sql: string; plan: string[] }[] {
  const db = openDatabase(join(tempFolder(), 'ledger.db'));
  onTestFinished(() => void db.close());
  const prepared: string[] = [];
  const spy = new Proxy(db, {
    get: (target, name) => {
      if (name === 'prepare') {
        return (sql: string) => {
          prepared.push(sql);
          return target.prepare(sql);
        };
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  for (const store of [admissionStore, workStore, progressStore, questionStore]) store(spy);
  return prepared.map((sql) => ({ sql, plan: planOf(db, sql) }));
}

function planOf(db: Database, sql: string): string[] {
  const names = new Set([...sql.matchAll(/:(\w+)/g)].map(([, name = '']) => name));
  const values = Object.fromEntries([...names].map((name) => [name, null]));
  return db
    .prepare<[Record<string, null>], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(values)
    .map(({ detail }) => detail);
}

describe('a ledger with very many rows', () => {
  it('reads no whole table, but for what people ask now and then', () => {
    const slow = statements().filter(({ plan }) =>
      plan.some((step) =>
        /^SCAN (jobs|arrivals|attempts|checkpoints|j|a|c|later|given_up)\b(?!.*USING (COVERING )?INDEX (jobs_processing|attempts_open|jobs_custody|jobs_due))/.test(
          step,
        ),
      ),
    );
    expect(slow.map(({ sql }) => sql.trim().slice(0, 72))).toMatchInlineSnapshot(`
      [
        "SELECT * FROM jobs WHERE id GLOB :prefix OR file_path = :text OR filenam",
        "SELECT pipeline, status, count(*) AS count FROM jobs GROUP BY status, pi",
        "SELECT * FROM arrivals WHERE path = :text OR filename = :text ORDER BY i",
      ]
    `);
  });

  it('hands out the next of 100,000 waiting jobs at once', { timeout: 30_000 }, () => {
    const ledger = tempLedger(crowded(100_000));
    const queues = ['batch-1', watchQueue, 'none'];
    const times: number[] = [];
    for (let i = 1; i <= 50; i++) {
      const startedAt = systemClock.monotonic();
      expect([ledger.nextDue(queues), ledger.claimNext(queues, 1e9)?.filename]).toEqual([i, String(i)]);
      times.push(systemClock.monotonic() - startedAt);
    }
    // A look at every row takes some 30 ms, on an idle machine.
    expect(Math.min(...times)).toBeLessThan(10);
  });
});
