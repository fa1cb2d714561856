import type { Database } from 'better-sqlite3';
import type { Arrival } from '../model/ledger.ts';

/** Every file that came, and the job that it came to. */
export function arrivalStore(db: Database) {
  const sql = statements(db);
  return {
    record: (
      arrival: Arrival,
      filename: string,
      job: string,
      { duplicate, signature }: { duplicate: boolean; signature: string },
      now: number,
    ): void => {
      sql.record.run({ batch: arrival.batch, path: arrival.path, filename, job, duplicate: duplicate ? 1 : 0, signature, now });
    },
    /** Whether this run of the batch has met the file that the job reads. */
    metInBatch: (batch: string, job: string): boolean => sql.metInBatch.get({ batch, job }) !== undefined,
    beginBatch: (batch: string): void => {
      sql.beginBatch.run({ batch });
    },
    isKnown: (pipeline: string, path: string, signature: string): boolean => sql.isKnown.get({ pipeline, path, signature }) !== undefined,
  };
}

function statements(db: Database) {
  const write = (sql: string) => db.prepare<[Record<string, unknown>]>(sql);
  return {
    metInBatch: db.prepare<[Record<string, unknown>], { id: number }>(
      'SELECT id FROM arrivals WHERE job = :job AND batch = :batch AND duplicate = 0',
    ),
    record: write(`
      INSERT INTO arrivals (batch, path, filename, job, duplicate, signature, created_at) VALUES (:batch, :path, :filename, :job, :duplicate, :signature, :now)
      ON CONFLICT (batch, path) DO UPDATE SET job = excluded.job, duplicate = min(excluded.duplicate, iif(job = excluded.job, duplicate, 1)), signature = excluded.signature, created_at = excluded.created_at`),
    beginBatch: write('DELETE FROM arrivals WHERE batch = :batch'),
    isKnown: db
      .prepare<[Record<string, unknown>], number>(
        `
        SELECT 1 FROM arrivals JOIN jobs ON jobs.id = arrivals.job
        WHERE arrivals.path = :path AND arrivals.batch IS NULL AND arrivals.signature = :signature AND jobs.pipeline = :pipeline LIMIT 1`,
      )
      .pluck(),
  };
}
