import type { Database } from 'better-sqlite3';
import { toErrorData } from '../model/errors.ts';
import type { Job } from '../model/job.ts';
import type { Outcome } from '../model/outcome.ts';
import { errorColumns, toJob } from './rows.ts';
import type { JobRow } from './rows.ts';
import { unsynced } from './unsynced.ts';

/** A job that the daemon died with this often is run alone, so that it is known whom to blame … */
const suspectAfter = 2;
/** … and one that it died with this often is given up. Saved pages set the count back. */
const givenUpAfter = 6;

/** Who works on what: recovery, the next due job, and the end of a run. */
export function workStore(db: Database) {
  const sql = statements(db);
  let latest = Infinity;

  function recover(now: number): number {
    sql.endOpenAttempts.run({ now });
    sql.cancelAsked.run({ id: null, now });
    sql.giveUp.run({ now, limit: givenUpAfter });
    return sql.takeBack.run({}).changes;
  }

  function claimNext(queues: readonly string[], now: number): Job | undefined {
    if (now < latest) sql.clockWentBack.run({ now });
    latest = now;
    if (sql.suspectInWork.get({ suspect: suspectAfter }) !== undefined) return undefined;
    const terms = { queues: JSON.stringify(queues), now, suspect: suspectAfter };
    const row = sql.nextDue.get(terms) ?? (sql.anyInWork.get({}) === undefined ? sql.nextSuspect.get(terms) : undefined);
    if (row === undefined) return undefined;
    sql.start.run({ id: row.id, now });
    return { ...toJob(row), status: 'processing', started_at: row.started_at ?? now, next_at: null };
  }

  function commit(id: string, outcome: Outcome, terms: { fingerprint: string; keys: readonly string[] }, now: number): void {
    const ends = outcome.kind !== 'retry' && outcome.kind !== 'released';
    if (ends) sql.forgetGivenUp.run({ keys: JSON.stringify(terms.keys) });
    else if (sql.cancelAsked.run({ id, now }).changes === 1) return;
    switch (outcome.kind) {
      case 'completed':
        return void sql.complete.run({ id, result: outcome.result, fingerprint: terms.fingerprint, now });
      case 'failed':
        return void sql.fail.run({ id, ...errorColumns(toErrorData(outcome.error)), now });
      case 'retry':
        return void sql.postpone.run({ id, ...errorColumns(toErrorData(outcome.error)), next_at: outcome.nextAt, counted: outcome.counted ? 1 : 0 });
      case 'cancelled':
        return void sql.cancel.run({ id, now });
      case 'released':
        return void sql.release.run({ id });
    }
  }

  return {
    recover: (now: number) => db.transaction(recover).immediate(now),
    claimNext: (queues: readonly string[], now: number) => unsynced(db, () => db.transaction(claimNext).immediate(queues, now)),
    commit: (id: string, outcome: Outcome, terms: { fingerprint: string; keys: readonly string[] }, now: number) => {
      db.transaction(commit).immediate(id, outcome, terms, now);
    },
    nextDue: (queues: readonly string[]) => sql.earliest.get({ queues: JSON.stringify(queues) }) ?? undefined,
    unfinished: (queues: readonly string[]) => sql.unfinished.get({ queues: JSON.stringify(queues) }) ?? 0,
  };
}

const ofQueues = 'queue IN (SELECT value FROM json_each(:queues))';
/** Without being told, SQLite takes the index that lists jobs by status, and sorts all that wait. */
const waiting = 'jobs INDEXED BY jobs_backlog';
const due = `status = 'pending' AND custody <> 'claiming' AND ${ofQueues} AND due_at <= :now`;

function statements(db: Database) {
  const one = (sql: string) => db.prepare<[Record<string, unknown>], JobRow>(sql);
  const number = (sql: string) => db.prepare<[Record<string, unknown>], number>(sql).pluck();
  const write = (sql: string) => db.prepare<[Record<string, unknown>]>(sql);
  return {
    endOpenAttempts: write('UPDATE attempts SET ended_at = :now WHERE ended_at IS NULL'),
    cancelAsked: write(`
      UPDATE jobs SET status = 'cancelled', completed_at = :now, error_code = 'job.cancelled', error_message = 'The job was cancelled'
      WHERE status = 'processing' AND cancel_requested = 1 AND id = ifnull(:id, id)`),
    giveUp: write(`
      UPDATE jobs SET status = 'failed', completed_at = :now, error_code = 'job.interrupted',
        error_message = 'The daemon died ' || (interruptions + 1) || ' times while it was working on this document'
      WHERE status = 'processing' AND interruptions + 1 >= :limit`),
    takeBack: write("UPDATE jobs SET status = 'pending', interruptions = interruptions + 1 WHERE status = 'processing'"),
    // What came in by a clock that was ahead would have to wait until that time comes again.
    clockWentBack: write("UPDATE jobs SET due_at = :now WHERE status = 'pending' AND next_at IS NULL AND due_at > :now"),
    suspectInWork: one("SELECT * FROM jobs WHERE status = 'processing' AND interruptions >= :suspect LIMIT 1"),
    anyInWork: one("SELECT * FROM jobs WHERE status = 'processing' LIMIT 1"),
    nextDue: one(`SELECT * FROM ${waiting} WHERE ${due} AND interruptions < :suspect ORDER BY due_at, seq LIMIT 1`),
    nextSuspect: one(`SELECT * FROM ${waiting} WHERE ${due} ORDER BY due_at, seq LIMIT 1`),
    start: write("UPDATE jobs SET status = 'processing', started_at = ifnull(started_at, :now), next_at = NULL WHERE id = :id"),
    earliest: number(`SELECT min(due_at) FROM ${waiting} WHERE status = 'pending' AND custody <> 'claiming' AND ${ofQueues}`),
    unfinished: number(`SELECT count(*) FROM jobs WHERE status IN ('pending', 'processing') AND ${ofQueues}`),
    complete: write(`
      UPDATE jobs SET status = 'completed', result = :result, fingerprint = :fingerprint, progress = 1, stage = NULL, completed_at = :now,
        interruptions = 0, error_code = NULL, error_message = NULL, error_cause = NULL
      WHERE id = :id AND status = 'processing'`),
    fail: write(`
      UPDATE jobs SET status = 'failed', completed_at = :now, error_code = :error_code, error_message = :error_message, error_cause = :error_cause
      WHERE id = :id AND status = 'processing'`),
    postpone: write(`
      UPDATE jobs SET status = 'pending', retries = retries + :counted, next_at = :next_at, due_at = :next_at,
        error_code = :error_code, error_message = :error_message, error_cause = :error_cause
      WHERE id = :id AND status = 'processing'`),
    cancel: write(`
      UPDATE jobs SET status = 'cancelled', completed_at = :now, error_code = 'job.cancelled', error_message = 'The job was cancelled'
      WHERE id = :id AND status = 'processing'`),
    release: write("UPDATE jobs SET status = 'pending' WHERE id = :id AND status = 'processing'"),
    // Later stages may have read what is forgotten, so what they said of the same page, or of the whole, goes with it.
    forgetGivenUp: write(`
      DELETE FROM checkpoints WHERE rowid IN (
        SELECT later.rowid FROM json_each(:keys) AS g
        JOIN checkpoints AS given_up ON given_up.key = g.value AND given_up.failed = 1
        JOIN json_each(:keys) AS l ON l.key >= g.key
        JOIN checkpoints AS later ON later.key = l.value AND (later.page = given_up.page OR later.page = 0 OR given_up.page = 0))`),
  };
}
