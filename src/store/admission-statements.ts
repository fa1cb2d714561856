import type Sqlite from 'better-sqlite3';
import type { JobRow } from './rows.ts';

type Read = Sqlite.Statement<[Record<string, unknown>], JobRow>;
type Write = Sqlite.Statement<[Record<string, unknown>]>;

export type AdmissionStatements = Record<'byId' | 'byContent' | 'byResult', Read> &
  Record<'insert' | 'reopen' | 'supersede' | 'touch' | 'refuse' | 'dropRefusal', Write>;

export function admissionStatements(db: Sqlite.Database): AdmissionStatements {
  const one = (sql: string): Read => db.prepare(sql);
  const write = (sql: string): Write => db.prepare(sql);
  return {
    byId: one('SELECT * FROM jobs WHERE id = :id'),
    byContent: one("SELECT * FROM jobs WHERE pipeline = :pipeline AND destination = :destination AND sha256 = :sha256 AND sha256 <> ''"),
    byResult: one("SELECT * FROM jobs WHERE destination = :destination AND result_name = :result_name AND result_name <> ''"),
    insert: write(`
      INSERT INTO jobs (id, pipeline, queue, destination, filename, file_path, input_path, custody, signature, sha256, bytes, result_name,
        status, max_retries, fingerprint, created_at, due_at)
      VALUES (:id, :pipeline, :queue, :destination, :filename, :file_path, :input_path, :custody, :signature, :sha256, :bytes, :result_name,
        'pending', :max_retries, :fingerprint, :now, :now)`),
    reopen: write(`
      UPDATE jobs SET status = 'pending', queue = :queue, custody = :custody, input_path = :input_path, filename = :filename, file_path = :file_path, signature = :signature,
        result_name = :result_name, result = NULL, error_code = NULL, error_message = NULL, error_cause = NULL, retries = 0, max_retries = :max_retries,
        interruptions = 0, cancel_requested = 0, generation = generation + 1, progress = 0, stage = NULL, started_at = NULL, completed_at = NULL,
        next_at = NULL, due_at = :now
      WHERE id = :id`),
    supersede: write(`
      UPDATE jobs SET result_name = '',
        error_code = CASE WHEN status = 'pending' THEN 'source.changed' ELSE error_code END,
        error_message = CASE WHEN status = 'pending' THEN 'A newer state of the file has taken its place' ELSE error_message END,
        completed_at = CASE WHEN status = 'pending' THEN :now ELSE completed_at END,
        status = CASE WHEN status = 'pending' THEN 'failed' ELSE status END
      WHERE id = :id`),
    touch: write(`
      UPDATE jobs SET queue = :queue, signature = :signature, file_path = iif(:moved, :path, file_path), input_path = iif(:moved, :path, input_path)
      WHERE id = :id`),
    refuse: write(`
      INSERT INTO jobs (id, pipeline, queue, destination, filename, file_path, input_path, custody, signature, sha256, bytes, result_name,
        status, max_retries, fingerprint, created_at, completed_at, due_at, error_code, error_message, error_cause)
      VALUES (:id, :pipeline, :queue, :destination, :filename, :path, :path, 'in_place', '', '', 0, '',
        'failed', :max_retries, :fingerprint, :now, :now, :now, :error_code, :error_message, :error_cause)`),
    dropRefusal: write("DELETE FROM jobs WHERE pipeline = :pipeline AND destination = :destination AND file_path = :path AND sha256 = ''"),
  };
}
