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
    record(arrival, admission.job.id, { duplicate: admission.kind === 'duplicate', signature: print.signature }, now);
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
      result_name: freeName(arrival, print.sha256, terms, now),
      max_retries: terms.maxRetries,
      fingerprint: terms.fingerprint,
      now,
    });
    return { kind: 'admitted', job: get(id), again: false };
  }

  function meetAgain(row: JobRow, arrival: Arrival, print: Fingerprint, terms: AdmissionTerms, now: number): Admission {
    const job = toJob(row);
    const sameFile = row.file_path === arrival.path;
    const stale = row.status === 'completed' && (row.fingerprint !== terms.fingerprint || row.result_name === '' || !terms.resultStands(job));
    // What somebody cancelled comes back by `retry`, or by being delivered anew.
    const wanted = stale || row.status === 'failed' || (row.status === 'cancelled' && terms.custody === 'claim');
    if (wanted && (terms.custody === 'claim' || sameFile || isLost(row, arrival))) {
      const name = row.result_name === '' ? freeName(arrival, row.sha256, terms, now) : row.result_name;
      sql.reopen.run({ ...placed(row.id, arrival, terms), id: row.id, file_path: arrival.path, signature: print.signature, result_name: name, max_retries: terms.maxRetries, now });
      return { kind: 'admitted', job: get(row.id), again: true };
    }
    if (terms.custody === 'claim' || !(sameFile || (row.status === 'pending' && isLost(row, arrival)))) return { kind: 'duplicate', job };
    sql.touch.run({ id: row.id, queue: queueOf(arrival), path: arrival.path, signature: print.signature, moved: row.custody === 'in_place' ? 1 : 0 });
    return { kind: 'known', job: get(row.id) };
  }

  /** A batch that has not met the file which the job read (it was renamed, or belongs to another batch) lets the job read this one instead. */
  function isLost(row: JobRow, { batch }: Arrival): boolean {
    return batch !== null && row.custody !== 'held' && row.custody !== 'claiming' && sql.metInBatch.get({ batch, job: row.id }) === undefined;
  }

  /** A changed file read in place takes its result's name over (a run of its former state ends when it sees the change); any other file of that name gets one of its own. */
  function freeName(arrival: Arrival, sha256: string, terms: AdmissionTerms, now: number): string {
    const holder = sql.byResult.get({ destination: terms.destination, result_name: arrival.name });
    if (holder === undefined) return arrival.name;
    if (terms.custody === 'in_place' && holder.file_path === arrival.path) {
      sql.supersede.run({ id: holder.id, now });
      return arrival.name;
    }
    const dot = arrival.name.lastIndexOf('.') > arrival.name.lastIndexOf('/') + 1 ? arrival.name.lastIndexOf('.') : arrival.name.length;
    const marked = (mark: string): string => `${arrival.name.slice(0, dot)}~${mark}${arrival.name.slice(dot)}`;
    const isTaken = (name: string): boolean => sql.byResult.get({ destination: terms.destination, result_name: name }) !== undefined;
    const short = sha256.slice(0, 8);
    let name = marked(short);
    for (let n = 2; isTaken(name); n++) name = marked(`${short}-${String(n)}`);
    return name;
  }

  function refuse(arrival: Arrival, terms: AdmissionTerms, error: ErrorData, now: number): Job {
    const id = randomUUID();
    const { destination, maxRetries: max_retries, fingerprint } = terms;
    sql.dropRefusal.run({ ...arrival, destination });
    sql.refuse.run({ id, ...arrival, queue: queueOf(arrival), destination, max_retries, fingerprint, filename: fileNameOf(arrival.name), ...errorColumns(error), now });
    record(arrival, id, { duplicate: false, signature: '' }, now);
    return get(id);
  }

  function record(arrival: Arrival, job: string, { duplicate, signature }: { duplicate: boolean; signature: string }, now: number): void {
    sql.record.run({ batch: arrival.batch, path: arrival.path, filename: fileNameOf(arrival.name), job, duplicate: duplicate ? 1 : 0, signature, now });
  }

  const get = (id: string): Job => toJob(sql.byId.get({ id }) as JobRow);

  return {
    admit: (arrival: Arrival, print: Fingerprint, terms: AdmissionTerms, now: number) => db.transaction(admit).immediate(arrival, print, terms, now),
    refuse: (arrival: Arrival, terms: AdmissionTerms, error: ErrorData, now: number) => db.transaction(refuse).immediate(arrival, terms, error, now),
    beginBatch: (batch: string) => void sql.beginBatch.run({ batch }),
    held: (job: string, signature: string) => void sql.held.run({ id: job, signature }),
    unclaim: (job: string) => void sql[sql.wasOpenedAgain.get({ id: job }) === undefined ? 'unclaim' : 'failClaim'].run({ id: job }),
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
        error_code = CASE WHEN status = 'pending' THEN 'source.changed' ELSE error_code END,
        error_message = CASE WHEN status = 'pending' THEN 'A newer state of the file has taken its place' ELSE error_message END,
        completed_at = CASE WHEN status = 'pending' THEN :now ELSE completed_at END,
        status = CASE WHEN status = 'pending' THEN 'failed' ELSE status END
      WHERE id = :id`),
    touch: write(`
      UPDATE jobs SET queue = :queue, signature = :signature, file_path = iif(:moved, :path, file_path), input_path = iif(:moved, :path, input_path)
      WHERE id = :id`),
    metInBatch: db.prepare<[Record<string, unknown>], { id: number }>('SELECT id FROM arrivals WHERE job = :job AND batch = :batch AND duplicate = 0'),
    refuse: write(`
      INSERT INTO jobs (id, pipeline, queue, destination, filename, file_path, input_path, custody, signature, sha256, bytes, result_name,
        status, max_retries, fingerprint, created_at, completed_at, due_at, error_code, error_message, error_cause)
      VALUES (:id, :pipeline, :queue, :destination, :filename, :path, :path, 'in_place', '', '', 0, '',
        'failed', :max_retries, :fingerprint, :now, :now, :now, :error_code, :error_message, :error_cause)`),
    dropRefusal: write("DELETE FROM jobs WHERE pipeline = :pipeline AND destination = :destination AND file_path = :path AND sha256 = ''"),
    record: write(`
      INSERT INTO arrivals (batch, path, filename, job, duplicate, signature, created_at) VALUES (:batch, :path, :filename, :job, :duplicate, :signature, :now)
      ON CONFLICT (batch, path) DO UPDATE SET job = excluded.job, duplicate = excluded.duplicate, signature = excluded.signature, created_at = excluded.created_at`),
    beginBatch: write('DELETE FROM arrivals WHERE batch = :batch'),
    held: write("UPDATE jobs SET custody = 'held', signature = :signature WHERE id = :id"),
    unclaim: write("DELETE FROM jobs WHERE id = :id AND custody = 'claiming'"),
    wasOpenedAgain: one('SELECT * FROM jobs WHERE id = :id AND generation > 1'),
    failClaim: write(`
      UPDATE jobs SET custody = 'released', input_path = file_path, status = 'failed', completed_at = due_at,
        error_code = 'source.vanished', error_message = 'The file was gone before it could be claimed'
      WHERE id = :id AND custody = 'claiming'`),
    released: write("UPDATE jobs SET custody = 'released', input_path = ifnull(:path, input_path), signature = ifnull(:signature, signature) WHERE id = :id"),
    isKnown: db
      .prepare<[Record<string, unknown>], number>(`
        SELECT 1 FROM arrivals JOIN jobs ON jobs.id = arrivals.job
        WHERE arrivals.path = :path AND arrivals.batch IS NULL AND arrivals.signature = :signature AND jobs.pipeline = :pipeline LIMIT 1`)
      .pluck(),
    unsettled: one("SELECT * FROM jobs WHERE custody IN ('claiming', 'held') AND (custody = 'claiming' OR status IN ('completed', 'failed', 'cancelled')) ORDER BY seq"),
  };
}
