import { z } from 'zod';
import type { Job, JobStatus } from '../model/job.ts';
import type { Attempt } from '../model/ledger.ts';
import type { EtaRange } from '../model/eta.ts';

/** What the API says of jobs: names of design, no path, no cause of an error. */
export const statuses = ['pending', 'processing', 'completed', 'failed', 'cancelled'] as const satisfies readonly JobStatus[];

const errorShape = z.object({ code: z.string(), message: z.string() });

export const jobShape = z.object({
  job_id: z.string(),
  filename: z.string(),
  pipeline: z.string(),
  status: z.enum(statuses),
  progress: z.number().min(0).max(1),
  stage: z.string().nullable(),
  pages: z.int().nullable(),
  bytes: z.int(),
  error: errorShape.nullable(),
  retries: z.int(),
  max_retries: z.int(),
  created_at: z.string(),
  started_at: z.string().nullable(),
  completed_at: z.string().nullable(),
  next_at: z.string().nullable(),
});

export const jobDetailShape = jobShape.extend({
  sha256: z.string(),
  eta_seconds: z.number().nullable().describe('Half of all jobs are done sooner.'),
  eta_seconds_p90: z.number().nullable().describe('Nine of ten are done sooner.'),
  stages: z.array(z.object({ name: z.string(), state: z.enum(['waiting', 'running', 'done']) })),
  findings: z
    .array(z.object({ code: z.string(), severity: z.string(), page: z.int().optional(), message: z.string() }))
    .describe('What its result says; empty where the result is very large.'),
  files: z.array(z.object({ sink: z.string(), name: z.string(), media_type: z.string(), href: z.string() })),
  attempts: z.array(
    z.object({
      stage: z.string(),
      first: z.int(),
      last: z.int(),
      started_at: z.string(),
      ended_at: z.string().nullable(),
      error: errorShape.nullable(),
      spending: z
        .object({ requests: z.int(), input_tokens: z.int(), output_tokens: z.int(), cost: z.number() })
        .optional()
        .describe('What it took of services that count tokens; the cost by the prices of the pipeline file.'),
    }),
  ),
});

export const errorAnswer = z.object({ detail: z.string(), code: z.string() });

export type JobView = z.output<typeof jobShape>;

export function jobView(job: Job): JobView {
  const { id, filename, pipeline, status, progress, stage, pages, bytes, error, retries, max_retries } = job;
  const when = {
    created_at: iso(job.created_at),
    started_at: isoOrNull(job.started_at),
    completed_at: isoOrNull(job.completed_at),
    next_at: isoOrNull(job.next_at),
  };
  return { job_id: id, filename, pipeline, status, progress, stage, pages, bytes, error: errorView(error), retries, max_retries, ...when };
}

export function attemptView({ stage, first, last, started_at, ended_at, error, spending }: Attempt) {
  return { stage, first, last, started_at: iso(started_at), ended_at: isoOrNull(ended_at), error: errorView(error), ...(spending && { spending }) };
}

export function etaView(eta: EtaRange | undefined) {
  return { eta_seconds: eta?.p50 ?? null, eta_seconds_p90: eta?.p90 ?? null };
}

/** Messages name files by their path where they stand; the last part of it says enough. */
function errorView(error: Job['error']): z.output<typeof errorShape> | null {
  return error && { code: error.code, message: error.message.replaceAll(/(?:\/[^\s/:]+)+\/([^\s/:]+)/g, '$1') };
}

const iso = (time: number): string => new Date(time).toISOString();
const isoOrNull = (time: number | null): string | null => (time === null ? null : iso(time));
