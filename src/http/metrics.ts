import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Event } from '../model/events.ts';
import type { Ledger } from '../model/ledger.ts';
import { spendingMetrics } from './spending-metrics.ts';
import { statuses } from './views.ts';

export interface Metrics {
  contentType: string;
  text(): Promise<string>;
  hear(event: Event): void;
}

/** Numbers of jobs are read from the ledger when they are asked for, so that they add up to it at every moment; the rest is counted as it happens. */
export function metricsOf(ledger: Pick<Ledger, 'counts'>, pipelines: readonly string[]): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'millrace_' });
  new Gauge({
    name: 'millrace_jobs',
    help: 'Jobs in the ledger, by pipeline and status.',
    labelNames: ['pipeline', 'status'],
    registers,
    collect() {
      this.reset();
      for (const pipeline of pipelines) for (const status of statuses) this.set({ pipeline, status }, 0);
      for (const { pipeline, status, count } of ledger.counts()) this.set({ pipeline, status }, count);
    },
  });
  const pages = new Counter({ name: 'millrace_pages_total', help: 'Pages of completed jobs.', labelNames: ['pipeline'], registers });
  const bytes = new Counter({ name: 'millrace_bytes_total', help: 'Bytes of completed jobs.', labelNames: ['pipeline'], registers });
  const failures = new Counter({ name: 'millrace_failures_total', help: 'Failed jobs, by error.', labelNames: ['pipeline', 'code'], registers });
  const retries = new Counter({
    name: 'millrace_retries_total',
    help: 'Tries that failed and were made again.',
    labelNames: ['pipeline'],
    registers,
  });
  const exits = new Counter({
    name: 'millrace_worker_exits_total',
    help: 'Worker processes that ended, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const tasks = new Histogram({
    name: 'millrace_task_seconds',
    help: 'Time of one task of a stage.',
    labelNames: ['pipeline', 'stage'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
    registers,
  });
  const spend = spendingMetrics(registry);
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    hear(event) {
      if (event.type === 'task.finished') {
        tasks.observe({ pipeline: event.pipeline, stage: event.stage }, event.duration / 1_000);
        spend(event);
      } else if (event.type === 'job.completed') {
        pages.inc({ pipeline: event.pipeline }, event.pages);
        bytes.inc({ pipeline: event.pipeline }, event.bytes);
      } else if (event.type === 'job.failed') failures.inc({ pipeline: event.pipeline, code: event.error.code });
      else if (event.type === 'job.retrying') retries.inc({ pipeline: event.pipeline });
      else if (event.type === 'worker.exited') exits.inc({ reason: event.reason });
    },
  };
}
