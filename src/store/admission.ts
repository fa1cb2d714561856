import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { ErrorData } from '../model/errors.ts';
import type { Job } from '../model/job.ts';
import { queueOf } from '../model/ledger.ts';
import type { Admission, AdmissionTerms, Arrival, Fingerprint } from '../model/ledger.ts';
import { errorColumns, toJob } from './rows.ts';
import type { JobRow } from './rows.ts';

/** Decides, in one transaction each, whether a file becomes a job, opens one again, or is linked to the one that has its content. */
export function admissionStore(db: Database) {
  const sql = statements(db);

  function admit(arrival: Arrival, print: Fingerprint, terms: AdmissionTerms, now: number): Admission {
    sql.dropRefusal.run({ ...arrival, destination: terms.destination });
    const row = sql.byContent.get({ pipeline: arrival.pipeline, destination: terms.destination, sha256: print.sha256 });
    const admission = row === undefined ? insert(arrival, print, terms, now) : meetAgain(row, arrival, print, terms, now);
    record(arrival, admission.job.id, admission.kind === 'duplicate', now);
    return admission;
  }

  function insert(arrival: Arrival, print: Fingerprint, terms: AdmissionTerms, now: number): Admission {
    const id = randomUUID();
    sql.insert.run({
      ...placed(id, arrival, terms),
      ...print,
      id,
      pipeline: arrival.pipeline,
      destination: terms.destination,
      filename: fileNameOf(arrival.name),
      file_path: arrival.path,
      result_name: freeName(arrival, print.sha256, terms),
      max_retries: terms.maxRetries,
      fingerprint: terms.fingerprint,
      now,
    });
    return { kind: 'admitted', job: get(id), again: false };
  }

  function meetAgain(row: JobRow, arrival: Arrival, print: Fingerprint, terms: AdmissionTerms, now: number): Admission {
    const job = toJob(row);
    const sameFile = row.file_path === arrival.path;
    const ended = row.status !== 'pending' && row.status !== 'processing';
    const stale = row.status === 'completed' && (row.fingerprint !== terms.fingerprint || row.result_name === '' || !terms.resultStands(job));
    const again = terms.custody === 'claim' ? ended && (stale || row.status !== 'completed') : ended && sameFile && (stale || row.status !== 'completed');
    if (again) {
      const name = row.result_name === '' ? freeName(arrival, row.sha256, terms) : row.result_name;
      sql.reopen.run({ ...placed(row.id, arrival, terms), id: row.id, file_path: arrival.path, signature: print.signature, result_name: name, max_retries: terms.maxRetries, now });
      return { kind: 'admitted', job: get(row.id), again: true };
    }
    if (!sameFile || terms.custody === 'claim') return { kind: 'duplicate', job };
    sql.touch.run({ id: row.id, queue: queueOf(arrival), signature: print.signature });
    return { kind: 'known', job: get(row.id) };
  }

  /** A changed file read in place takes its result's name over; any other file of that name gets one of its own. */
  function freeName(arrival: Arrival, sha256: string, terms: AdmissionTerms): string {
    const holder = sql.byResult.get({ destination: terms.destination, result_name: arrival.name });
    if (holder === undefined) return arrival.name;
    if (terms.custody === 'in_place' && holder.file_path === arrival.path) {
      sql.supersede.run({ id: holder.id });
      return arrival.name;
    }
    const dot = arrival.name.lastIndexOf('.') > arrival.name.lastIndexOf('/') + 1 ? arrival.name.lastIndexOf('.') : arrival.name.length;
    return `${arrival.name.slice(0, dot)}~${sha256.slice(0, 8)}${arrival.name.slice(dot)}`;
  }

  function refuse(arrival: Arrival, terms: AdmissionTerms, error: ErrorData, now: number): Job {
    const id = randomUUID();
    const { destination, maxRetries: max_retries, fingerprint } = terms;
    sql.dropRefusal.run({ ...arrival, destination });
    sql.refuse.run({ id, ...arrival, queue: queueOf(arrival), destination, max_retries, fingerprint, filename: fileNameOf(arrival.name), ...errorColumns(error), now });
    record(arrival, id, false, now);
    return get(id);
  }

  function record(arrival: Arrival, job: string, duplicate: boolean, now: number): void {
    sql.record.run({ batch: arrival.batch, path: arrival.path, filename: fileNameOf(arrival.name), job, duplicate: duplicate ? 1 : 0, now });
  }

  const get = (id: string): Job => toJob(sql.byId.get({ id }) as JobRow);

  return {
    admit: (arrival: Arrival, print: Fingerprint, terms: AdmissionTerms, now: number) => db.transaction(admit).immediate(arrival, print, terms, now),
    refuse: (arrival: Arrival, terms: AdmissionTerms, error: ErrorData, now: number) => db.transaction(refuse).immediate(arrival, terms, error, now),
    beginBatch: (batch: string) => void sql.beginBatch.run({ batch }),
    held: (job: string) => void sql.held.run({ id: job }),
    unclaim: (job: string) => void sql.unclaim.run({ id: job }),
    released: (job: string, place: { path: string; signature: string } | null) => {
      sql.released.run({ id: job, path: place?.path ?? null, signature: place?.signature ?? null });
    },
    isKnown: (pipeline: string, path: string, signature: string) => sql.isKnown.get({ pipeline, path, signature }) !== undefined,
    unsettledCustody: () => sql.unsettled.all({}).map(toJob),
  };
}

/** Where the original will be read, and who waits for it. */
function placed(id: string, arrival: Arrival, terms: AdmissionTerms) {
  return terms.custody === 'claim'
    ? { queue: queueOf(arrival), custody: 'claiming', input_path: join(terms.workFolder, id, 'original') }
    : { queue: queueOf(arrival), custody: 'in_place', input_path: arrival.path };
}

const fileNameOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

function statements(db: Database) {
  const one = (sql: string) => db.prepare<[Record<string, unknown>], JobRow>(sql);
  const write = (sql: string) => db.prepare<[Record<string, unknown>]>(sql);
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
      UPDATE jobs SET status = 'pending', queue = :queue, custody = :custody, input_path = :input_path, file_path = :file_path, signature = :signature,
        result_name = :result_name, result = NULL, error_code = NULL, error_message = NULL, error_cause = NULL, retries = 0, max_retries = :max_retries,
        interruptions = 0, cancel_requested = 0, generation = generation + 1, progress = 0, stage = NULL, started_at = NULL, completed_at = NULL,
        next_at = NULL, due_at = :now
      WHERE id = :id`),
    supersede: write(`
      UPDATE jobs SET result_name = '',
        error_code = CASE WHEN status IN ('pending', 'processing') THEN 'source.changed' ELSE error_code END,
        error_message = CASE WHEN status IN ('pending', 'processing') THEN 'A newer state of the file has taken its place' ELSE error_message END,
        status = CASE WHEN status IN ('pending', 'processing') THEN 'failed' ELSE status END
      WHERE id = :id`),
    touch: write('UPDATE jobs SET queue = :queue, signature = :signature WHERE id = :id'),
    refuse: write(`
      INSERT INTO jobs (id, pipeline, queue, destination, filename, file_path, input_path, custody, signature, sha256, bytes, result_name,
        status, max_retries, fingerprint, created_at, completed_at, due_at, error_code, error_message, error_cause)
      VALUES (:id, :pipeline, :queue, :destination, :filename, :path, :path, 'in_place', '', '', 0, '',
        'failed', :max_retries, :fingerprint, :now, :now, :now, :error_code, :error_message, :error_cause)`),
    dropRefusal: write("DELETE FROM jobs WHERE pipeline = :pipeline AND destination = :destination AND file_path = :path AND sha256 = ''"),
    record: write(`
      INSERT INTO arrivals (batch, path, filename, job, duplicate, created_at) VALUES (:batch, :path, :filename, :job, :duplicate, :now)
      ON CONFLICT (batch, path) DO UPDATE SET job = excluded.job, duplicate = excluded.duplicate, created_at = excluded.created_at`),
    beginBatch: write('DELETE FROM arrivals WHERE batch = :batch'),
    held: write("UPDATE jobs SET custody = 'held' WHERE id = :id"),
    unclaim: write("DELETE FROM jobs WHERE id = :id AND custody = 'claiming'"),
    released: write("UPDATE jobs SET custody = 'released', input_path = ifnull(:path, input_path), signature = ifnull(:signature, signature) WHERE id = :id"),
    isKnown: one('SELECT * FROM jobs WHERE pipeline = :pipeline AND file_path = :path AND signature = :signature LIMIT 1'),
    unsettled: one("SELECT * FROM jobs WHERE custody = 'claiming' OR (custody = 'held' AND status IN ('completed', 'failed', 'cancelled')) ORDER BY seq"),
  };
}
