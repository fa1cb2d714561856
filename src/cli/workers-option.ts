import type { Options } from 'yargs';
import { MillraceError } from '../model/errors.ts';
import type { Io } from './io.ts';

/** `--concurrency`: worker processes; documents in flight follow. */
export const concurrencyOption = {
  type: 'number',
  describe: 'Worker processes (default: one a processor)',
  requiresArg: true,
} as const satisfies Options;

export function workersOf(io: Io, concurrency: number | undefined): number {
  const workers = concurrency ?? io.processors;
  if (!Number.isInteger(workers) || workers < 1 || workers > 256)
    throw new MillraceError('usage.invalid', `--concurrency must be a whole number from 1 to 256, not ${String(workers)}`);
  return workers;
}
