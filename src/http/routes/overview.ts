import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { JobStatus } from '../../model/job.ts';
import type { Api } from '../api.ts';
import { operation } from '../shape.ts';
import { etaView, statuses } from '../views.ts';

export const countsShape = z.object(Object.fromEntries(statuses.map((status) => [status, z.int()])) as Record<JobStatus, z.ZodInt>);

const etaShape = { eta_seconds: z.number().nullable(), eta_seconds_p90: z.number().nullable() };

const summary = z.object({
  version: z.string(),
  total: z.int(),
  counts: countsShape,
  pipelines: z.array(
    z.object({ name: z.string(), stages: z.array(z.string()), sinks: z.array(z.string()), in_flight: z.int(), counts: countsShape, ...etaShape }),
  ),
  promises: z.object({ made: z.int(), held: z.int() }).describe('How many jobs were done within the 90 % time that was told when they came in.'),
});

/** Everything at a glance. */
export function overviewRoutes(server: FastifyInstance, api: Api): void {
  server.get(
    '/api/summary',
    { schema: operation({ summary: 'Counts, and when all will be done', tags: ['overview'] }, { answer: { 200: summary } }) },
    () => summaryOf(api),
  );
}

function summaryOf({ version, plans, ledger, eta }: Api): z.output<typeof summary> {
  const counted = ledger.counts();
  const countsOf = (pipeline?: string): Record<JobStatus, number> => {
    const counts = { pending: 0, processing: 0, completed: 0, failed: 0, cancelled: 0 };
    for (const { pipeline: of, status, count } of counted) if (pipeline === undefined || of === pipeline) counts[status] += count;
    return counts;
  };
  const { promises, held } = eta.calibration();
  return {
    version,
    total: counted.reduce((sum, { count }) => sum + count, 0),
    counts: countsOf(),
    pipelines: plans.map(({ name, stages, sinks, inFlight }) => ({
      name,
      stages: stages.map((stage) => stage.name),
      sinks: sinks.map((sink) => sink.name),
      in_flight: inFlight,
      counts: countsOf(name),
      ...etaView(eta.ofBacklog(name)),
    })),
    promises: { made: promises, held },
  };
}
