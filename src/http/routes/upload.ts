import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Admission } from '../../model/ledger.ts';
import type { Api } from '../api.ts';
import { Refusal } from '../refusal.ts';
import { operation } from '../shape.ts';
import { spool } from '../spool.ts';
import type { SpooledFile, UploadLimits } from '../spool.ts';
import { statuses } from '../views.ts';

/** Requests of one address in ten seconds. */
const mostUploads = 500;

const answer = z.object({
  batch_id: z.string(),
  jobs: z.array(z.object({ job_id: z.string(), filename: z.string(), status: z.enum(statuses), duplicate: z.boolean() })),
  total: z.int(),
});

const query = z.object({ pipeline: z.string().optional().describe('Needed only where the daemon runs several.') });
const key = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });

/** Files handed in: written to disk as they arrive, admitted like files of the watched folder, acknowledged once their rows are durable. */
export function uploadRoutes(server: FastifyInstance, api: Api, limits: UploadLimits): void {
  const busy = new Set<string>();
  server.post<{ Querystring: z.output<typeof query>; Headers: z.output<typeof key> }>(
    '/api/batch',
    {
      config: { rateLimit: { max: mostUploads, timeWindow: 10_000 } },
      schema: operation(
        { summary: 'Hand in files', tags: ['jobs'] },
        { querystring: query, headers: key, answer: { 202: answer }, errors: [400, 409, 413, 415, 422, 429, 503] },
      ),
    },
    async (request, reply) => {
      if (api.stopping()) throw new Refusal(503, 'daemon.stopping', 'The daemon is stopping; come again when it has been started anew.', 30);
      const pipeline = pipelineOf(api, request.query.pipeline);
      const batch = batchId(pipeline, request.headers['idempotency-key']);
      if (busy.has(batch)) throw new Refusal(409, 'upload.in-progress', 'A request with this Idempotency-Key is being answered.', 1);
      busy.add(batch);
      try {
        const { files, admissions } = await takeAll(api, request, { pipeline, batch, limits });
        const jobs = admissions.map(({ job, kind }, i) => ({
          job_id: job.id,
          filename: files[i]?.name ?? job.filename,
          status: job.status,
          duplicate: kind !== 'admitted',
        }));
        return await reply.code(202).send({ batch_id: batch, jobs, total: jobs.length });
      } finally {
        busy.delete(batch);
      }
    },
  );
}

/** The same key means the same batch: its files are written to the same places and found to be known. */
function batchId(pipeline: string, idempotencyKey: string | undefined): string {
  return idempotencyKey === undefined ? randomUUID() : createHash('sha256').update(`${pipeline}\n${idempotencyKey}`).digest('hex').slice(0, 32);
}

function pipelineOf({ plans }: Api, wanted: string | undefined): string {
  const names = plans.map(({ name }) => name);
  const name = wanted ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined) throw new Refusal(400, 'pipeline.required', `Say which pipeline by ?pipeline=: ${names.join(', ')}.`);
  if (!names.includes(name)) throw new Refusal(400, 'pipeline.unknown', `There is no such pipeline; there are: ${names.join(', ')}.`);
  return name;
}

interface Terms {
  pipeline: string;
  batch: string;
  limits: UploadLimits;
}

/** Nothing is admitted before everything has arrived: a request that breaks off leaves no half of it behind. */
async function takeAll(api: Api, request: FastifyRequest, terms: Terms): Promise<{ files: SpooledFile[]; admissions: Admission[] }> {
  const { pipeline, batch, limits } = terms;
  const { uploads } = api;
  assertRoom(api, pipeline, 1);
  const folder = join(uploads.folder, batch);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const files = await spool(request, folder, limits);
    assertRoom(api, pipeline, files.length);
    const admissions: Admission[] = [];
    for (const file of files) admissions.push(await uploads.take({ pipeline, batch, ...file }));
    return { files, admissions };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Back-pressure towards clients: with the queue full they are told when to come again. */
function assertRoom({ uploads, eta }: Api, pipeline: string, files: number): void {
  const room = uploads.room(pipeline);
  if (room >= files) return;
  const seconds = Math.max(1, Math.ceil((eta.ofBacklog(pipeline)?.p90 ?? 30) / 5));
  throw new Refusal(429, 'queue.full', `${room} more documents may wait; come again later, or hand in fewer at once.`, seconds);
}
