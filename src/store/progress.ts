import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Attempt, TaskProgress, TaskRecord } from '../model/ledger.ts';
import type { PackedOutput } from '../model/workers.ts';
import { errorColumns, toAttempt } from './rows.ts';
import type { AttemptRow } from './rows.ts';
import { unsynced } from './unsynced.ts';

/** Attempts, written before the work starts, and the page outputs that they bring. */
export function progressStore(db: Database) {
  const sql = statements(db);

  function saveProgress(task: TaskRecord, progress: TaskProgress, now: number): void {
    const { key, stage } = progress.checkpoint;
    for (const { page, bytes, failed, pageCount } of progress.outputs) {
      sql.saveOutput.run({ key, page, stage, bytes, sha256: digest(bytes), page_count: pageCount ?? null, failed: failed === undefined ? 0 : 1 });
    }
    const saved = progress.outputs.length > 0 ? 1 : 0;
    sql.advance.run({ id: task.job, stage: task.stage, progress: progress.progress, pages: progress.pageCount ?? null, saved });
    if (progress.spending !== undefined) sql.spend.run({ id: progress.attempt, ...progress.spending });
    if (progress.ended !== undefined) {
      sql.endAttempt.run({ id: progress.attempt, ...errorColumns(progress.ended.error), blamed: progress.ended.blamed, now });
      if (progress.ended.retried) sql.countRetry.run({ id: task.job });
    }
  }

  /** What does not match its hash is treated as never made: it is deleted and made anew. */
  function savedPages(key: string) {
    const pages: number[] = [];
    let pageCount: number | undefined;
    let failed = 0;
    for (const row of sql.outputs.all({ key })) {
      if (!isWhole(row)) {
        sql.dropOutput.run({ key, page: row.page });
        continue;
      }
      pages.push(row.page);
      failed += row.failed;
      pageCount ??= row.page_count ?? undefined;
    }
    return { pages, failed, pageCount };
  }

  function loadOutputs(keys: readonly string[], pages?: readonly number[]): PackedOutput[] {
    const wanted = pages && JSON.stringify([0, ...pages]);
    return keys.flatMap((key) =>
      (wanted === undefined ? sql.outputs.all({ key }) : sql.outputsOf.all({ key, wanted })).map(({ page, bytes }) => ({ page, bytes })),
    );
  }

  return {
    startTask: (task: TaskRecord, now: number): number => Number(unsynced(db, () => sql.startAttempt.run({ ...task, now })).lastInsertRowid),
    saveProgress: (task: TaskRecord, progress: TaskProgress, now: number) => {
      unsynced(db, () => db.transaction(saveProgress).immediate(task, progress, now));
    },
    failures: (job: string, stage: string, page: number) => sql.failures.get({ job, stage, page }) ?? 0,
    savedPages,
    loadOutputs,
    attempts: (job: string): Attempt[] => sql.attempts.all({ job }).map(toAttempt),
  };
}

interface OutputRow {
  page: number;
  bytes: Buffer;
  sha256: Buffer;
  page_count: number | null;
  failed: number;
}

const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const isWhole = (row: OutputRow): boolean => digest(row.bytes).equals(row.sha256);

function statements(db: Database) {
  const write = (sql: string) => db.prepare<[Record<string, unknown>]>(sql);
  const outputs = (sql: string) => db.prepare<[Record<string, unknown>], OutputRow>(sql);
  return {
    startAttempt: write(`
      INSERT INTO attempts (job, generation, stage, first, last, started_at)
      VALUES (:job, (SELECT generation FROM jobs WHERE id = :job), :stage, :first, :last, :now)`),
    endAttempt: write(`
      UPDATE attempts SET ended_at = :now, blamed = :blamed, error_code = :error_code, error_message = :error_message, error_cause = :error_cause
      WHERE id = :id`),
    spend: write(`
      UPDATE attempts SET requests = requests + :requests, input_tokens = input_tokens + :input_tokens, output_tokens = output_tokens + :output_tokens,
        cost = cost + :cost
      WHERE id = :id`),
    saveOutput: write(`
      INSERT INTO checkpoints (key, page, stage, bytes, sha256, page_count, failed) VALUES (:key, :page, :stage, :bytes, :sha256, :page_count, :failed)
      ON CONFLICT (key, page) DO UPDATE SET bytes = excluded.bytes, sha256 = excluded.sha256, page_count = excluded.page_count, failed = excluded.failed`),
    advance: write(`
      UPDATE jobs SET stage = :stage, progress = :progress, pages = ifnull(:pages, pages),
        interruptions = CASE WHEN :saved THEN 0 ELSE interruptions END
      WHERE id = :id AND status = 'processing'`),
    countRetry: write('UPDATE jobs SET retries = retries + 1 WHERE id = :id'),
    failures: db
      .prepare<[Record<string, unknown>], number>(
        `SELECT count(*) FROM attempts WHERE job = :job AND stage = :stage AND blamed = :page AND error_code IS NOT NULL
         AND generation = (SELECT generation FROM jobs WHERE id = :job)`,
      )
      .pluck(),
    attempts: db.prepare<[Record<string, unknown>], AttemptRow>('SELECT * FROM attempts WHERE job = :job ORDER BY id'),
    outputs: outputs('SELECT page, bytes, sha256, page_count, failed FROM checkpoints WHERE key = :key ORDER BY page = 0, page'),
    outputsOf: outputs(`
      SELECT page, bytes, sha256, page_count, failed FROM checkpoints
      WHERE key = :key AND page IN (SELECT value FROM json_each(:wanted)) ORDER BY page = 0, page`),
    dropOutput: write('DELETE FROM checkpoints WHERE key = :key AND page = :page'),
  };
}
