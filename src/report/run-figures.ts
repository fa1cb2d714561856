import type { Clock } from '../model/clock.ts';
import type { Event, EventOf, EventType } from '../model/events.ts';
import { Quantiles } from './quantile.ts';

/** What one run of the program has seen happen. Counts of a batch come from the ledger, since a batch may take several runs. */
export interface RunFigures {
  /** Milliseconds since the figures began. */
  elapsed(): number;
  files: number;
  ended: number;
  failed: number;
  /** Whether all files of the batch have been found and looked at; one that is stopped before never knows how many there are. */
  listed: boolean;
  readonly pages: number;
  retries: number;
  stages: ReadonlyMap<string, Quantiles>;
  /** Longest first, at most ten. */
  slowest: readonly { filename: string; duration: number }[];
  /** Files and folders that were left out as not wanted. */
  ignored: number;
  /** Those that could not be taken though they may be wanted, at most a thousand. */
  missed: readonly { path: string; reason: string }[];
  listen(event: Event): void;
}

export function runFigures(clock: Clock): RunFigures {
  const startedAt = clock.monotonic();
  const stages = new Map<string, Quantiles>();
  const pagesBy = new Map<string, number>();
  let stopping = false;
  const figures: RunFigures = {
    elapsed: () => clock.monotonic() - startedAt,
    files: 0,
    ended: 0,
    failed: 0,
    listed: false,
    /** Several stages may read the same page. */
    get pages() {
      return Math.max(0, ...pagesBy.values());
    },
    retries: 0,
    stages,
    slowest: [],
    ignored: 0,
    missed: [],
    listen(event) {
      if (arriving.has(event.type)) figures.files++;
      if (event.type === 'job.known' ? event.status !== 'pending' : ending.has(event.type)) figures.ended++;
      if (event.type === 'job.failed') figures.failed++;
      else if (event.type === 'job.retrying') figures.retries++;
      else if (event.type === 'daemon.stopping') stopping = true;
      else if (event.type === 'intake.ended') figures.listed = !stopping;
      else if (event.type === 'file.ignored') setAside(figures, event);
      else if (event.type === 'job.completed') figures.slowest = slowest([...figures.slowest, event]);
      else if (event.type === 'task.finished') {
        const times = stages.get(event.stage) ?? new Quantiles(() => clock.random());
        times.add(event.duration);
        stages.set(event.stage, times);
        if (event.first > 0) pagesBy.set(event.stage, (pagesBy.get(event.stage) ?? 0) + event.pages);
      }
    },
  };
  return figures;
}

const arriving: ReadonlySet<EventType> = new Set(['job.admitted', 'job.known', 'job.duplicate']);
const ending: ReadonlySet<EventType> = new Set(['job.duplicate', 'job.failed', 'job.cancelled', 'job.completed']);

const slowestKept = 10;

function slowest(documents: readonly { filename: string; duration: number }[]): { filename: string; duration: number }[] {
  const longestFirst = documents.toSorted((a, b) => b.duration - a.duration).slice(0, slowestKept);
  return longestFirst.map(({ filename, duration }) => ({ filename, duration }));
}

const missedKept = 1_000;

function setAside(figures: RunFigures, { path, reason, missed }: EventOf<'file.ignored'>): void {
  if (!missed) figures.ignored++;
  else if (figures.missed.length < missedKept) figures.missed = [...figures.missed, { path, reason }];
}
