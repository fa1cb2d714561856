import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { ErrorData } from '../model/errors.ts';
import type { Job } from '../model/job.ts';
import { queueOf } from '../model/ledger.ts';
import type { Admission, AdmissionTerms, Arrival, Fingerprint } from '../model/ledger.ts';
import { admissionStatements } from './admission-statements.ts';
import type { AdmissionStatements } from './admission-statements.ts';
import { arrivalStore } from './arrivals.ts';
import { resultName } from './result-name.ts';
import { errorColumns, toJob } from './rows.ts';
import type { JobRow } from './rows.ts';

/** Decides, in one transaction each, whether a file becomes a job, opens one again, or is linked to the one that has its content. */
export function admissionStore(db: Database) {
  const sql = admissionStatements(db);
  const { record, metInBatch, beginBatch, isKnown } = arrivalStore(db);

  function admit(arrival: Arrival, print: Fingerprint, terms: AdmissionTerms, now: number): Admission {
    sql.dropRefusal.run({ ...arrival, destination: terms.destination });
    const row = sql.byContent.get({ pipeline: arrival.pipeline, destination: terms.destination, sha256: print.sha256 });
    const admission = row === undefined ? insert(sql, arrival, print, terms, now) : meetAgain(row, arrival, print, terms, now);
    record(arrival, fileNameOf(arrival), admission.job.id, { duplicate: admission.kind === 'duplicate', signature: print.signature }, now);
    return admission;
  }

  function meetAgain(row: JobRow, arrival: Arrival, print: Fingerprint, terms: AdmissionTerms, now: number): Admission {
    const job = toJob(row);
    const sameFile = row.file_path === arrival.path;
    // What somebody cancelled comes back by `retry`, or by being delivered anew.
    const wanted = isStale(job, terms) || row.status === 'failed' || (row.status === 'cancelled' && terms.custody === 'claim');
    if (wanted && (terms.custody === 'claim' || sameFile || isLost(row, arrival))) return reopen(sql, row, arrival, print, terms, now);
    if (terms.custody === 'claim' || !(sameFile || (row.status === 'pending' && isLost(row, arrival)))) return { kind: 'duplicate', job };
    sql.touch.run({ id: row.id, queue: queueOf(arrival), path: arrival.path, signature: print.signature, moved: row.custody === 'in_place' ? 1 : 0 });
    return { kind: 'known', job: read(sql, row.id) };
  }

  /** A batch that has not met the file which the job read (it was renamed, or belongs to another batch) lets the job read this one instead. */
  function isLost(row: JobRow, { batch }: Arrival): boolean {
    return batch !== null && row.custody !== 'held' && row.custody !== 'claiming' && !metInBatch(batch, row.id);
  }

  function refuse(arrival: Arrival, terms: AdmissionTerms, error: ErrorData, now: number): Job {
    const id = randomUUID();
    const { destination, maxRetries: max_retries, fingerprint } = terms;
    const filename = fileNameOf(arrival);
    sql.dropRefusal.run({ ...arrival, destination });
    sql.refuse.run({ id, ...arrival, queue: queueOf(arrival), destination, max_retries, fingerprint, filename, ...errorColumns(error), now });
    record(arrival, filename, id, { duplicate: false, signature: '' }, now);
    return read(sql, id);
  }

  return {
    admit: (arrival: Arrival, print: Fingerprint, terms: AdmissionTerms, now: number) => db.transaction(admit).immediate(arrival, print, terms, now),
    refuse: (arrival: Arrival, terms: AdmissionTerms, error: ErrorData, now: number) => db.transaction(refuse).immediate(arrival, terms, error, now),
    beginBatch,
    isKnown,
  };
}

function insert(sql: AdmissionStatements, arrival: Arrival, print: Fingerprint, terms: AdmissionTerms, now: number): Admission {
  const id = randomUUID();
  sql.insert.run({
    ...placed(id, arrival, terms),
    ...print,
    id,
    pipeline: arrival.pipeline,
    destination: terms.destination,
    filename: fileNameOf(arrival),
    file_path: arrival.path,
    result_name: resultName(sql, arrival, print.sha256, terms, now),
    max_retries: terms.maxRetries,
    fingerprint: terms.fingerprint,
    now,
  });
  return { kind: 'admitted', job: read(sql, id), again: false };
}

/** A result is wanted anew when it was made by another plan, has lost its name to a newer state of its file, or is gone. */
function isStale(job: Job, terms: AdmissionTerms): boolean {
  return job.status === 'completed' && (job.fingerprint !== terms.fingerprint || job.result_name === '' || !terms.resultStands(job));
}

function reopen(sql: AdmissionStatements, row: JobRow, arrival: Arrival, { signature }: Fingerprint, terms: AdmissionTerms, now: number): Admission {
  const { id } = row;
  // A run that never had a result leaves no name behind: the job goes by that of the file which is read now.
  const renamed = row.result_name === '' || (row.status !== 'completed' && row.file_path !== arrival.path);
  const result_name = renamed ? resultName(sql, arrival, row.sha256, terms, now) : row.result_name;
  const filename = renamed ? fileNameOf(arrival) : row.filename;
  sql.reopen.run({
    ...placed(id, arrival, terms),
    id,
    filename,
    file_path: arrival.path,
    signature,
    result_name,
    max_retries: terms.maxRetries,
    now,
  });
  return { kind: 'admitted', job: read(sql, id), again: true };
}

/** Where the original will be read, and who waits for it. */
function placed(id: string, arrival: Arrival, terms: AdmissionTerms) {
  return terms.custody === 'claim'
    ? { queue: queueOf(arrival), custody: 'claiming', input_path: join(terms.workFolder, id, 'original') }
    : { queue: queueOf(arrival), custody: 'in_place', input_path: arrival.path };
}

const fileNameOf = ({ name }: Arrival): string => name.slice(name.lastIndexOf('/') + 1);

const read = (sql: AdmissionStatements, id: string): Job => toJob(sql.byId.get({ id }) as JobRow);
