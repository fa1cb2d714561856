import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Activity } from '../activity.ts';
import type { Api } from '../api.ts';
import { operation } from '../shape.ts';

const quantiles = { p50: z.int().nullable(), p95: z.int().nullable() };

const shape = z.object({
  pipelines: z.array(
    z.object({
      name: z.string(),
      waiting: z.int().describe('Documents in the queue.'),
      in_flight: z.int().describe('Documents in work.'),
      lanes: z.int().describe('Documents that may be in work at once.'),
      stages: z.array(
        z
          .object({ stage: z.string(), running: z.int(), last_minute: z.int(), done: z.int(), failed: z.int(), ...quantiles })
          .describe('Counts of pages; of documents where a stage sees the whole.'),
      ),
    }),
  ),
  series: z.array(z.object({ at: z.string(), completed: z.int(), failed: z.int(), pages: z.int(), ...quantiles })),
});

/** What the charts of the dashboard are drawn from. */
export function activityRoutes(server: FastifyInstance, api: Api, activity: Activity): void {
  server.get(
    '/api/activity',
    { schema: operation({ summary: 'What each stage is doing, and the last hour', tags: ['overview'] }, { answer: { 200: shape } }) },
    () => {
      const counts = api.ledger.counts();
      const countOf = (name: string, wanted: string): number =>
        counts.find(({ pipeline, status }) => pipeline === name && status === wanted)?.count ?? 0;
      return {
        pipelines: api.plans.map(({ name, stages, sinks, inFlight }) => {
          const known = new Map(activity.stagesOf(name).map((one) => [one.stage, one]));
          const names = [...stages.map((stage) => stage.name), ...sinks.map((sink) => `sink:${sink.name}`)];
          return {
            name,
            waiting: countOf(name, 'pending'),
            in_flight: countOf(name, 'processing'),
            lanes: inFlight,
            stages: names.map((stage) => {
              const { running = 0, lastMinute = 0, done = 0, failed = 0, p50 = null, p95 = null } = known.get(stage) ?? {};
              return { stage, running, last_minute: lastMinute, done, failed, p50, p95 };
            }),
          };
        }),
        series: activity.series().map(({ at, ...rest }) => ({ at: new Date(at).toISOString(), ...rest })),
      };
    },
  );
}
