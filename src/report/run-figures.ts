import type { Clock } from '../model/clock.ts';
import type { Event } from '../model/events.ts';
import { Quantiles } from './quantile.ts';

/** What one run of the program has seen happen. Counts of a batch come from the ledger, since a batch may take several runs. */
export interface RunFigures {
  /** Milliseconds since the figures began. */
  elapsed(): number;
  files: number;
  ended: number;
  failed: number;
  readonly pages: number;
  retries: number;
  stages: ReadonlyMap<string, Quantiles>;
  /** Longest first, at most ten. */
  slowest: readonly { filename: string; duration: number }[];
  listen(event: Event): void;
}

const slowestKept = 10;

export function runFigures(clock: Clock): RunFigures {
  const startedAt = clock.monotonic();
  const stages = new Map<string, Quantiles>();
  const pagesBy = new Map<string, number>();
  let slowest: { filename: string; duration: number }[] = [];
  const figures: RunFigures = {
    elapsed: () => clock.monotonic() - startedAt,
    files: 0,
    ended: 0,
    failed: 0,
    /** Several stages may read the same page. */
    get pages() {
      return Math.max(0, ...pagesBy.values());
    },
    retries: 0,
    stages,
    get slowest() {
      return slowest;
    },
    listen(event) {
      switch (event.type) {
        case 'job.admitted':
          figures.files++;
          break;
        case 'job.known':
          figures.files++;
          if (event.status !== 'pending') figures.ended++;
          break;
        case 'job.duplicate':
          figures.files++;
          figures.ended++;
          break;
        case 'job.retrying':
          figures.retries++;
          break;
        case 'job.failed':
          figures.failed++;
          figures.ended++;
          break;
        case 'job.cancelled':
          figures.ended++;
          break;
        case 'job.completed':
          figures.ended++;
          slowest = [...slowest, { filename: event.filename, duration: event.duration }].sort((a, b) => b.duration - a.duration).slice(0, slowestKept);
          break;
        case 'task.finished': {
          const times = stages.get(event.stage) ?? new Quantiles(clock.random);
          times.add(event.duration);
          stages.set(event.stage, times);
          if (event.first > 0) pagesBy.set(event.stage, (pagesBy.get(event.stage) ?? 0) + event.pages);
          break;
        }
        default:
      }
    },
  };
  return figures;
}
