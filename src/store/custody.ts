import type { Database } from 'better-sqlite3';
import type { Job } from '../model/job.ts';
import { toJob } from './rows.ts';
import type { JobRow } from './rows.ts';
import { unsynced } from './unsynced.ts';

/** Where originals are, between the row that claims one and the end of its job. What a power cut undoes here, the next start sees in the folders. */
export function custodyStore(db: Database) {
  const sql = statements(db);
  return {
    held: (job: string, signature: string): void => {
      unsynced(db, () => sql.held.run({ id: job, signature }));
    },
    unclaim: (job: string): void => {
      const { unclaim, failClaim } = sql;
      (sql.wasOpenedAgain.get({ id: job }) === undefined ? unclaim : failClaim).run({ id: job });
    },
    released: (job: string, place: { path: string; signature: string } | null): void => {
      unsynced(db, () => sql.released.run({ id: job, path: place?.path ?? null, signature: place?.signature ?? null }));
    },
    unsettledCustody: (): Job[] => sql.unsettled.all({}).map(toJob),
  };
}

function statements(db: Database) {
  const one = (sql: string) => db.prepare<[Record<string, unknown>], JobRow>(sql);
  const write = (sql: string) => db.prepare<[Record<string, unknown>]>(sql);
  return {
    held: write("UPDATE jobs SET custody = 'held', signature = :signature WHERE id = :id"),
    unclaim: write("DELETE FROM jobs WHERE id = :id AND custody = 'claiming'"),
    wasOpenedAgain: one('SELECT * FROM jobs WHERE id = :id AND generation > 1'),
    failClaim: write(`
      UPDATE jobs SET custody = 'released', input_path = file_path, status = 'failed', completed_at = due_at,
        error_code = 'source.vanished', error_message = 'The file was gone before it could be claimed'
      WHERE id = :id AND custody = 'claiming'`),
    released: write(
      "UPDATE jobs SET custody = 'released', input_path = ifnull(:path, input_path), signature = ifnull(:signature, signature) WHERE id = :id",
    ),
    unsettled: one(
      "SELECT * FROM jobs WHERE custody IN ('claiming', 'held') AND (custody = 'claiming' OR status IN ('completed', 'failed', 'cancelled')) ORDER BY seq",
    ),
  };
}
