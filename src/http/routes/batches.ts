import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Job } from '../../model/job.ts';
import type { BatchTotals, Ledger } from '../../model/ledger.ts';
import type { Api } from '../api.ts';
import { Refusal } from '../refusal.ts';
import { operation } from '../shape.ts';
import { countsShape } from './overview.ts';

const params = z.object({ id: z.string().min(1).max(100) });

const batchShape = z.object({
  batch_id: z.string(),
  files: z.int(),
  duplicates: z.int(),
  counts: countsShape,
  pages: z.int(),
  bytes: z.int(),
  progress: z.number().min(0).max(1),
  done: z.boolean(),
});

const reportShape = z.object({
  format: z.literal('millrace.report/1'),
  counts: z.object({ total: z.int(), completed: z.int(), failed: z.int(), duplicate: z.int(), cancelled: z.int() }),
  unfinished: z.int(),
  pages: z.int(),
  bytes: z.int(),
  wall_seconds: z.number(),
  retries: z.int(),
  slowest: z.array(z.object({ filename: z.string(), seconds: z.number() })),
  failures: z.array(z.object({ code: z.string(), count: z.int(), files: z.array(z.string()) })),
  promises: z
    .object({ made: z.int(), held: z.int() })
    .describe('Of all documents so far: how many were done within the time that was told for nine of ten.'),
});

/** Documents that are named. */
const listed = 1_000;
const slowest = 10;

/** The files of one upload together: how far they are, and what came of them. */
export function batchRoutes(server: FastifyInstance, { ledger, eta }: Api): void {
  server.get<{ Params: { id: string } }>(
    '/api/batches/:id',
    {
      schema: operation({ summary: 'The jobs of one upload, together', tags: ['overview'] }, { params, answer: { 200: batchShape }, errors: [404] }),
    },
    ({ params: { id } }) => {
      const { files, duplicates, byStatus, pages, bytes } = totalsOf(ledger, id);
      const open = ledger.listJobs({ batch: id, limit: listed }).filter(({ status }) => status === 'pending' || status === 'processing');
      const progress = 1 - open.reduce((sum, job) => sum + 1 - job.progress, 0) / files;
      return { batch_id: id, files, duplicates, counts: byStatus, pages, bytes, progress: Math.max(0, progress), done: open.length === 0 };
    },
  );
  server.get<{ Params: { id: string } }>(
    '/api/batches/:id/report',
    { schema: operation({ summary: 'What came of one upload', tags: ['overview'] }, { params, answer: { 200: reportShape }, errors: [404] }) },
    ({ params: { id } }) => {
      const { duplicates: duplicate, byStatus, pages, bytes, retries } = totalsOf(ledger, id);
      const { completed, failed, cancelled, pending, processing } = byStatus;
      const jobs = ledger.listJobs({ batch: id, limit: listed });
      const { promises: made, held } = eta.calibration();
      return {
        format: 'millrace.report/1' as const,
        counts: { total: completed + failed + duplicate + cancelled, completed, failed, duplicate, cancelled },
        unfinished: pending + processing,
        pages,
        bytes,
        wall_seconds: wallOf(jobs),
        retries,
        slowest: slowestOf(jobs),
        failures: failuresOf(jobs),
        promises: { made, held },
      };
    },
  );
}

function totalsOf(ledger: Pick<Ledger, 'batchTotals'>, id: string): BatchTotals {
  const totals = ledger.batchTotals(id);
  if (totals.files === 0) throw new Refusal(404, 'batch.unknown', 'Batch not found');
  return totals;
}

/** Seconds from the first that came in to the last that ended. */
function wallOf(jobs: readonly Job[]): number {
  if (jobs.length === 0) return 0;
  const ends = jobs.map((job) => job.completed_at ?? job.created_at);
  return (Math.max(...ends) - Math.min(...jobs.map((job) => job.created_at))) / 1_000;
}

function slowestOf(jobs: readonly Job[]): { filename: string; seconds: number }[] {
  const timed = jobs.flatMap(({ filename, started_at, completed_at }) =>
    started_at === null || completed_at === null ? [] : [{ filename, seconds: (completed_at - started_at) / 1_000 }],
  );
  return timed.sort((a, b) => b.seconds - a.seconds).slice(0, slowest);
}

function failuresOf(jobs: readonly Job[]): { code: string; count: number; files: string[] }[] {
  const byCode = Map.groupBy(
    jobs.filter(({ status }) => status === 'failed'),
    ({ error }) => error?.code ?? '',
  );
  return [...byCode]
    .map(([code, failed]) => ({ code, count: failed.length, files: failed.map(({ filename }) => filename) }))
    .sort((a, b) => b.count - a.count);
}
