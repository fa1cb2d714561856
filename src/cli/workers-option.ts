import type { Options } from 'yargs';
import type { Plan } from '../model/plan.ts';
import { MillraceError } from '../model/errors.ts';
import type { Io } from './io.ts';
import { once } from './once.ts';

/** `--concurrency`: worker processes; documents in flight follow. */
export const concurrencyOption = {
  type: 'number',
  describe: 'Worker processes (default: one a processor)',
  requiresArg: true,
  coerce: once<number>('concurrency'),
} as const satisfies Options;

export function workersOf(io: Io, concurrency: number | undefined): number {
  const workers = concurrency ?? io.processors;
  if (!Number.isInteger(workers) || workers < 1 || workers > 256)
    throw new MillraceError('usage.invalid', `--concurrency must be a whole number from 1 to 256, not ${String(workers)}`);
  return workers;
}

/** Workers that were asked for must not run dry: one document more than there are of them is in flight. */
export function enoughInFlight(plan: Plan, concurrency: number | undefined): Plan {
  return concurrency === undefined ? plan : { ...plan, inFlight: Math.max(plan.inFlight, concurrency + 1) };
}
