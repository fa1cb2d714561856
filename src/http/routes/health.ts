import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Api } from '../api.ts';
import type { Metrics } from '../metrics.ts';
import { operation } from '../shape.ts';

const state = z.object({ status: z.enum(['ok', 'unready']), reasons: z.array(z.string()) });

/** For supervisors: alive when the ledger answers, ready when documents can be taken and worked on. And for Prometheus. */
export function healthRoutes(server: FastifyInstance, api: Api, metrics: Metrics): void {
  server.get(
    '/livez',
    {
      schema: operation({ summary: 'Does the process answer, and its ledger?', tags: ['health'] }, { answer: { 200: state } }),
      config: { rateLimit: false },
    },
    () => {
      api.ledger.version();
      return { status: 'ok', reasons: [] };
    },
  );
  server.get(
    '/readyz',
    {
      schema: operation({ summary: 'Can documents be taken and worked on?', tags: ['health'] }, { answer: { 200: state, 503: state } }),
      config: { rateLimit: false },
    },
    async (_request, reply) => {
      const reasons = await api.unready();
      return reply.code(reasons.length === 0 ? 200 : 503).send({ status: reasons.length === 0 ? 'ok' : 'unready', reasons });
    },
  );
  server.get('/metrics', { schema: { summary: 'Metrics for Prometheus', tags: ['health'] } }, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
}
