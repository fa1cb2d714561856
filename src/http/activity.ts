import type { Clock } from '../model/clock.ts';
import type { Event } from '../model/events.ts';

export interface StageActivity {
  stage: string;
  /** Tasks now. */
  running: number;
  /** Pages, or whole documents, in the last minute and since the start. */
  lastMinute: number;
  done: number;
  failed: number;
  /** Milliseconds of a task, middle and 95 of 100, over the last ones. */
  p50: number | null;
  p95: number | null;
}

export interface Interval {
  /** Start, in milliseconds since 1970. */
  at: number;
  completed: number;
  failed: number;
  pages: number;
  /** Milliseconds of a document, middle and 95 of 100. */
  p50: number | null;
  p95: number | null;
}

/** Milliseconds of one point of the charts, and how many are kept: an hour. */
const step = 10_000;
const kept = 360;
/** Points that are told at least, so that a new chart has a width: five minutes. */
const least = 30;
/** Durations that quantiles are taken of. */
const samples = 200;
const minute = 60_000;

interface StageCounts {
  running: number;
  done: number;
  failed: number;
  recent: { at: number; pages: number }[];
  durations: number[];
}

interface Bucket {
  at: number;
  completed: number;
  failed: number;
  pages: number;
  durations: number[];
}

/** What goes on now and went on in the last hour, counted from what happens. It starts anew with the daemon. */
export class Activity {
  readonly #clock: Clock;
  readonly #stages = new Map<string, Map<string, StageCounts>>();
  #buckets: Bucket[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  hear(event: Event): void {
    if (event.type === 'task.started') this.#of(event.pipeline, event.stage).running++;
    else if (event.type === 'task.finished') this.#finished(event);
    else if (event.type === 'job.completed') {
      const bucket = this.#bucket();
      bucket.completed++;
      bucket.pages += event.pages;
      bucket.durations.push(event.duration);
    } else if (event.type === 'job.failed') this.#bucket().failed++;
  }

  stagesOf(pipeline: string): StageActivity[] {
    const from = this.#clock.now() - minute;
    return [...(this.#stages.get(pipeline) ?? new Map<string, StageCounts>())].map(([stage, counts]) => {
      counts.recent = counts.recent.filter(({ at }) => at > from);
      const lastMinute = counts.recent.reduce((sum, { pages }) => sum + pages, 0);
      const { running, done, failed, durations } = counts;
      return { stage, running, lastMinute, done, failed, ...quantiles(durations) };
    });
  }

  /** The last hour, oldest first; stretches in which nothing ended are there too. */
  series(): Interval[] {
    const now = this.#start();
    const known = new Map(this.#buckets.map((bucket) => [bucket.at, bucket]));
    const first = Math.max(now - (kept - 1) * step, Math.min(this.#buckets[0]?.at ?? now, now - (least - 1) * step));
    return Array.from({ length: Math.round((now - first) / step) + 1 }, (_, i) => {
      const at = first + i * step;
      const { completed = 0, failed = 0, pages = 0, durations = [] } = known.get(at) ?? {};
      return { at, completed, failed, pages, ...quantiles(durations) };
    });
  }

  #finished({ pipeline, stage, pages, duration, error }: Extract<Event, { type: 'task.finished' }>): void {
    const counts = this.#of(pipeline, stage);
    counts.running = Math.max(0, counts.running - 1);
    const done = error === undefined ? Math.max(1, pages) : pages;
    counts.done += done;
    if (error !== undefined) counts.failed++;
    counts.recent.push({ at: this.#clock.now(), pages: done });
    counts.durations.push(duration);
    if (counts.durations.length > 2 * samples) counts.durations = counts.durations.slice(-samples);
    if (counts.recent.length > 20_000) counts.recent = counts.recent.slice(-10_000);
  }

  #of(pipeline: string, stage: string): StageCounts {
    const stages = this.#stages.get(pipeline) ?? new Map<string, StageCounts>();
    const counts = stages.get(stage) ?? { running: 0, done: 0, failed: 0, recent: [], durations: [] };
    this.#stages.set(pipeline, stages.set(stage, counts));
    return counts;
  }

  #bucket(): Bucket {
    const at = this.#start();
    const last = this.#buckets.at(-1);
    if (last?.at === at) return last;
    const bucket = { at, completed: 0, failed: 0, pages: 0, durations: [] };
    this.#buckets = [...this.#buckets, bucket].slice(-kept);
    return bucket;
  }

  #start(): number {
    return Math.floor(this.#clock.now() / step) * step;
  }
}

function quantiles(durations: readonly number[]): { p50: number | null; p95: number | null } {
  if (durations.length === 0) return { p50: null, p95: null };
  const sorted = durations.slice(-samples).toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
}
