import type { Database } from 'better-sqlite3';
import type { ErrorCode } from '../model/errors.ts';
import type { Job } from '../model/job.ts';
import type { ArrivalRecord, Backlog, BatchSpending, BatchTotals, JobCount, JobFilter } from '../model/ledger.ts';
import { toArrival, toJob } from './rows.ts';
import { noSpending } from '../model/usage.ts';
import type { Spending } from '../model/usage.ts';
import type { ArrivalRow, JobRow } from './rows.ts';
import { jobList } from './job-list.ts';
import { unsynced } from './unsynced.ts';

/** What people ask the ledger, and the two things that they may tell it about a job. */
export function questionStore(db: Database) {
  const sql = statements(db);
  const list = jobList(db);
  const exists = (id: string): boolean => sql.byId.get({ id }) !== undefined;

  function batchTotals(batch: string): BatchTotals {
    const byStatus = { pending: 0, processing: 0, completed: 0, failed: 0, cancelled: 0 };
    const totals: BatchTotals = { files: 0, duplicates: 0, byStatus, pages: 0, bytes: 0, retries: 0 };
    for (const row of sql.batchCounts.all({ batch })) {
      totals.files += row.files;
      if (row.duplicate === 1) {
        totals.duplicates += row.files;
        continue;
      }
      byStatus[row.status] += row.files;
      totals.pages += row.pages;
      totals.bytes += row.bytes;
      totals.retries += row.retries;
    }
    return totals;
  }

  return {
    job(id: string): Job | undefined {
      const row = sql.byId.get({ id });
      return row && toJob(row);
    },
    findJobs: (text: string): Job[] => (text === '' ? [] : sql.find.all({ text, prefix: `${text.replaceAll(/[*?[]/g, '[$&]')}*` }).map(toJob)),
    listJobs: (filter: JobFilter): Job[] => list(filter).map(toJob),
    failureCounts: (): { code: ErrorCode; count: number }[] => sql.failureCounts.all({}),
    counts: (): JobCount[] => sql.counts.all({}),
    backlog: (queues: readonly string[], before?: string): Backlog =>
      (before === undefined ? sql.backlog : sql.backlogBefore).get({ queues: JSON.stringify(queues), before }) ?? { jobs: 0, bytes: 0 },
    arrivalsOf: (text: string): ArrivalRecord[] => sql.arrivals.all({ text }).map(toArrival),
    batchTotals,
    batchFailures: (batch: string, limit: number): Job[] => sql.batchFailures.all({ batch, limit }).map(toJob),
    batchFailureCounts: (batch: string): { code: ErrorCode; count: number }[] => sql.batchFailureCounts.all({ batch }),
    batchSpending: (batch: string, limit: number): BatchSpending => ({
      total: sql.batchSpending.get({ batch }) ?? noSpending,
      files: sql.batchSpenders.all({ batch, limit }),
    }),
    batchDuplicates: (batch: string, limit: number): ArrivalRecord[] => sql.batchDuplicates.all({ batch, limit }).map(toArrival),
    retry: (job: string, now: number): boolean => exists(job) && sql.retry.run({ id: job, now }).changes === 1,
    cancel: (job: string, now: number): boolean => sql.cancelWaiting.run({ id: job, now }).changes + sql.askToCancel.run({ id: job }).changes === 1,
    cancelRequests: (): string[] => sql.cancelRequests.all({}).map(({ id }) => id),
    remember(name: string, value: string): void {
      unsynced(db, () => sql.remember.run({ name, value }));
    },
    remembered: (name: string): string | undefined => sql.remembered.get({ name }),
    version: (): number => Number(db.pragma('data_version', { simple: true })),
  };
}

interface BatchCount {
  status: Job['status'];
  duplicate: number;
  files: number;
  pages: number;
  bytes: number;
  retries: number;
}

const spent = `ifnull(sum(t.requests), 0) AS requests, ifnull(sum(t.input_tokens), 0) AS input_tokens,
  ifnull(sum(t.output_tokens), 0) AS output_tokens, ifnull(sum(t.cost), 0) AS cost`;
const spenders = `arrivals a JOIN jobs j ON j.id = a.job JOIN attempts t ON t.job = j.id AND t.requests > 0
  WHERE a.batch = :batch AND a.duplicate = 0`;

function statements(db: Database) {
  const jobs = (sql: string) => db.prepare<[Record<string, unknown>], JobRow>(sql);
  const arrivals = (sql: string) => db.prepare<[Record<string, unknown>], ArrivalRow>(sql);
  const write = (sql: string) => db.prepare<[Record<string, unknown>]>(sql);
  const backlog = (which: string) =>
    db.prepare<[Record<string, unknown>], Backlog>(`
      SELECT count(*) AS jobs, ifnull(sum(bytes), 0) AS bytes FROM jobs INDEXED BY jobs_backlog
      WHERE status = 'pending' AND queue IN (SELECT value FROM json_each(:queues)) ${which}`);
  return {
    byId: jobs('SELECT * FROM jobs WHERE id = :id'),
    find: jobs('SELECT * FROM jobs WHERE id GLOB :prefix OR file_path = :text OR filename = :text ORDER BY seq DESC LIMIT 50'),
    failureCounts: db.prepare<[Record<string, unknown>], { code: ErrorCode; count: number }>(
      "SELECT error_code AS code, count(*) AS count FROM jobs WHERE status = 'failed' GROUP BY error_code ORDER BY count DESC, code",
    ),
    counts: db.prepare<[Record<string, unknown>], JobCount>('SELECT pipeline, status, count(*) AS count FROM jobs GROUP BY status, pipeline'),
    backlog: backlog(''),
    backlogBefore: backlog('AND (due_at, seq) < (SELECT due_at, seq FROM jobs WHERE id = :before)'),
    remember: write('INSERT INTO memory (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value'),
    remembered: db.prepare<[Record<string, unknown>], string>('SELECT value FROM memory WHERE name = :name').pluck(),
    arrivals: arrivals('SELECT * FROM arrivals WHERE path = :text OR filename = :text ORDER BY id DESC LIMIT 50'),
    batchCounts: db.prepare<[Record<string, unknown>], BatchCount>(`
      SELECT j.status, a.duplicate, count(*) AS files, sum(ifnull(j.pages, 0)) AS pages, sum(j.bytes) AS bytes, sum(j.retries) AS retries
      FROM arrivals a JOIN jobs j ON j.id = a.job WHERE a.batch = :batch GROUP BY j.status, a.duplicate`),
    batchFailures: jobs(`
      SELECT j.* FROM arrivals a JOIN jobs j ON j.id = a.job
      WHERE a.batch = :batch AND a.duplicate = 0 AND j.status = 'failed' ORDER BY j.error_code, j.file_path LIMIT :limit`),
    batchFailureCounts: db.prepare<[Record<string, unknown>], { code: ErrorCode; count: number }>(`
      SELECT j.error_code AS code, count(*) AS count FROM arrivals a JOIN jobs j ON j.id = a.job
      WHERE a.batch = :batch AND a.duplicate = 0 AND j.status = 'failed' GROUP BY j.error_code ORDER BY count DESC, code`),
    batchSpending: db.prepare<[Record<string, unknown>], Spending>(`SELECT ${spent} FROM ${spenders}`),
    batchSpenders: db.prepare<[Record<string, unknown>], { file_path: string } & Spending>(
      `SELECT j.file_path, ${spent} FROM ${spenders} GROUP BY j.id ORDER BY sum(t.cost) DESC, sum(t.input_tokens + t.output_tokens) DESC, j.seq LIMIT :limit`,
    ),
    batchDuplicates: arrivals('SELECT * FROM arrivals WHERE batch = :batch AND duplicate = 1 ORDER BY path LIMIT :limit'),
    retry: write(`
      UPDATE jobs SET status = 'pending', result = NULL, retries = 0, interruptions = 0, cancel_requested = 0, generation = generation + 1, progress = 0,
        stage = NULL, started_at = NULL, completed_at = NULL, next_at = NULL, due_at = :now, error_code = NULL, error_message = NULL, error_cause = NULL
      WHERE id = :id AND status IN ('failed', 'cancelled', 'completed')`),
    cancelWaiting: write(`
      UPDATE jobs SET status = 'cancelled', completed_at = :now, next_at = NULL, error_code = 'job.cancelled', error_message = 'The job was cancelled'
      WHERE id = :id AND status = 'pending'`),
    askToCancel: write("UPDATE jobs SET cancel_requested = 1 WHERE id = :id AND status = 'processing'"),
    cancelRequests: jobs("SELECT * FROM jobs WHERE status = 'processing' AND cancel_requested = 1"),
  };
}
