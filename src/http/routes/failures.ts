import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { errorKinds } from '../../model/errors.ts';
import type { ErrorCode } from '../../model/errors.ts';
import type { Api } from '../api.ts';
import { Refusal } from '../refusal.ts';
import { operation } from '../shape.ts';

const shape = z.object({ failures: z.array(z.object({ code: z.string(), count: z.int(), help: z.string() })) });
const params = z.object({ code: z.string().min(1).max(100) });

/** Jobs that are run again by one request; with more, the request is made again. */
const atOnce = 1_000;

/** What fails, by its reason; and another try for all that failed for one. */
export function failureRoutes(server: FastifyInstance, { ledger, clock, tell }: Api): void {
  server.get(
    '/api/failures',
    { schema: operation({ summary: 'Failed jobs by their error', tags: ['overview'] }, { answer: { 200: shape } }) },
    () => ({
      failures: ledger.failureCounts().map(({ code, count }) => ({ code, count, help: errorKinds[code].help })),
    }),
  );

  server.post<{ Params: { code: string } }>(
    '/api/failures/:code/retry',
    {
      schema: operation(
        { summary: 'Run all jobs again that failed with this error', tags: ['jobs'] },
        { params, answer: { 202: z.object({ retried: z.int() }) }, errors: [404] },
      ),
    },
    async ({ params: { code } }, reply) => {
      if (!Object.hasOwn(errorKinds, code)) throw new Refusal(404, 'error.unknown', 'There is no such error.');
      const failed = ledger.listJobs({ status: 'failed', code: code as ErrorCode, limit: atOnce });
      const retried = failed.filter(({ id }) => ledger.retry(id, clock.now()));
      for (const { id, pipeline, filename, bytes } of retried) tell({ type: 'job.admitted', job: id, pipeline, filename, bytes, again: true });
      return reply.code(202).send({ retried: retried.length });
    },
  );
}
