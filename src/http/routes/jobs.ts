import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Job } from '../../model/job.ts';
import type { Attempt, JobFilter } from '../../model/ledger.ts';
import type { Plan } from '../../model/plan.ts';
import type { Api, ResultFile } from '../api.ts';
import { findingsOf } from '../findings.ts';
import { Refusal, unknownJob } from '../refusal.ts';
import { operation } from '../shape.ts';
import { attemptView, etaView, jobDetailShape, jobShape, jobView, statuses } from '../views.ts';

const query = z.object({
  status: z.enum(statuses).optional(),
  pipeline: z.string().optional(),
  batch: z.string().optional(),
  q: z.string().min(1).max(200).optional().describe('Part of a file name.'),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional()
    .describe('`next` of the page before.'),
});

const list = z.object({ jobs: z.array(jobShape), next: z.string().nullable() });

export const idParams = z.object({ id: z.string().min(1).max(100) });
export type IdParams = z.output<typeof idParams>;

/** What there is, newest first, and one job in full. */
export function jobRoutes(server: FastifyInstance, api: Api): void {
  const { ledger } = api;
  server.get<{ Querystring: z.output<typeof query> }>(
    '/api/jobs',
    { schema: operation({ summary: 'List jobs, newest first', tags: ['jobs'] }, { querystring: query, answer: { 200: list }, errors: [400] }) },
    ({ query: { status, pipeline, batch, q, limit, cursor } }) => {
      const filter: JobFilter = {
        ...(status && { status }),
        ...(pipeline !== undefined && { pipeline }),
        ...(batch !== undefined && { batch }),
        ...(q !== undefined && { search: q }),
        ...(cursor !== undefined && { before: Number(cursor) }),
        limit: limit + 1,
      };
      const found = ledger.listJobs(filter);
      const page = found.slice(0, limit);
      return { jobs: page.map(jobView), next: found.length > limit ? String(page.at(-1)?.seq) : null };
    },
  );

  server.get<{ Params: IdParams }>(
    '/api/jobs/:id',
    { schema: operation({ summary: 'One job', tags: ['jobs'] }, { params: idParams, answer: { 200: jobDetailShape }, errors: [404] }) },
    ({ params: { id } }) => detail(api, jobOf(api, id)),
  );

  server.post<{ Params: IdParams }>(
    '/api/jobs/:id/retry',
    {
      schema: operation(
        { summary: 'Run an ended job again', tags: ['jobs'] },
        { params: idParams, answer: { 202: jobDetailShape }, errors: [404, 409] },
      ),
    },
    async ({ params: { id } }, reply) => {
      const { pipeline, filename, bytes } = jobOf(api, id);
      if (!ledger.retry(id, api.clock.now())) throw new Refusal(409, 'job.not-ended', 'The job has not ended; only an ended job can be run again.');
      api.tell({ type: 'job.admitted', job: id, pipeline, filename, bytes, again: true });
      return reply.code(202).send(await detail(api, jobOf(api, id)));
    },
  );

  server.post<{ Params: IdParams }>(
    '/api/jobs/:id/cancel',
    { schema: operation({ summary: 'Cancel a job', tags: ['jobs'] }, { params: idParams, answer: { 202: jobDetailShape }, errors: [404, 409] }) },
    async ({ params: { id } }, reply) => {
      const { pipeline, filename } = jobOf(api, id);
      if (!ledger.cancel(id, api.clock.now())) throw new Refusal(409, 'job.ended', 'The job has ended; there is nothing to cancel.');
      // One in work is told of by the flow, once it has let go.
      if (jobOf(api, id).status === 'cancelled') api.tell({ type: 'job.cancelled', job: id, pipeline, filename });
      return reply.code(202).send(await detail(api, jobOf(api, id)));
    },
  );
}

export function jobOf({ ledger }: Api, id: string): Job {
  const job = ledger.job(id);
  if (job === undefined) throw unknownJob();
  return job;
}

async function detail(api: Api, job: Job): Promise<z.output<typeof jobDetailShape>> {
  const attempts = api.ledger.attempts(job.id);
  const plan = api.plans.find(({ name }) => name === job.pipeline);
  return {
    ...jobView(job),
    sha256: job.sha256,
    ...etaView(api.eta.ofJob(job)),
    stages: stagesOf(job, plan, attempts),
    findings: await findingsOf(job),
    files: job.status === 'completed' ? (await api.filesOf(job)).map((file) => fileView(job, file)) : [],
    attempts: attempts.map(attemptView),
  };
}

function fileView({ id }: Job, { sink, name, mediaType }: ResultFile) {
  return { sink, name, media_type: mediaType, href: `/api/jobs/${id}/files/${encodeURIComponent(sink)}/${encodeURIComponent(name)}` };
}

function stagesOf(job: Job, plan: Plan | undefined, attempts: readonly Attempt[]): z.output<typeof jobDetailShape>['stages'] {
  const names = plan?.stages.map(({ name }) => name) ?? [...new Set(attempts.map(({ stage }) => stage))];
  const at = job.stage === null ? -1 : names.indexOf(job.stage);
  return names.map((name, i) => ({
    name,
    state: job.status === 'completed' || i < at ? 'done' : i === at && job.status === 'processing' ? 'running' : 'waiting',
  }));
}
