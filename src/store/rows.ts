import type { ErrorCode, ErrorData } from '../model/errors.ts';
import type { Job } from '../model/job.ts';
import type { ArrivalRecord, Attempt } from '../model/ledger.ts';
import type { Spending } from '../model/usage.ts';

interface ErrorColumns {
  error_code: string | null;
  error_message: string | null;
  error_cause: string | null;
}

export type JobRow = Omit<Job, 'error' | 'cancel_requested'> & ErrorColumns & { cancel_requested: number; generation: number; due_at: number };
export type AttemptRow = Omit<Attempt, 'error' | 'spending'> & ErrorColumns & Spending & { generation: number; blamed: number | null };
export type ArrivalRow = Omit<ArrivalRecord, 'duplicate'> & { duplicate: number };

/** Rows keep errors in three columns and truth values as 0 and 1; the words of the model know neither. */
export function toJob(row: JobRow): Job {
  const { error_code, error_message, error_cause, cancel_requested, generation: _generation, due_at: _due, ...job } = row;
  return { ...job, cancel_requested: cancel_requested === 1, error: toError({ error_code, error_message, error_cause }) };
}

export function toAttempt(row: AttemptRow): Attempt {
  const { id, job, stage, first, last, started_at, ended_at, requests, input_tokens, output_tokens, cost } = row;
  const spending = { requests, input_tokens, output_tokens, cost };
  return { id, job, stage, first, last, started_at, ended_at, error: toError(row), ...(requests > 0 && { spending }) };
}

export function toArrival(row: ArrivalRow): ArrivalRecord {
  const { path, filename, job, duplicate, created_at } = row;
  return { path, filename, job, duplicate: duplicate === 1, created_at };
}

/** The three columns of an error, or of none. */
export function errorColumns(error: ErrorData | null): ErrorColumns {
  return { error_code: error?.code ?? null, error_message: error?.message ?? null, error_cause: error?.cause ?? null };
}

function toError({ error_code, error_message, error_cause }: ErrorColumns): ErrorData | null {
  if (error_code === null) return null;
  return { code: error_code as ErrorCode, message: error_message ?? '', ...(error_cause !== null && { cause: error_cause }) };
}
