import { resolve } from 'node:path';
import type { Plan, PlannedSink, PlannedSource, PlannedStage } from '../model/plan.ts';
import type { SinkSpec } from '../model/sink.ts';
import type { Checked, Entry, StageEntry } from './check.ts';
import { fingerprint } from './fingerprint.ts';
import { withoutPrices } from './price-option.ts';
import { withoutSecrets } from './secret-options.ts';

/** What a command line may say in place of the file. */
export interface Overrides {
  /** Absolute path of the folder that all sinks write to. */
  folder?: string | undefined;
  include?: readonly string[] | undefined;
}

/** A sink and its place in the list. */
export interface SinkAt {
  index: number;
  sink: PlannedSink;
}

/** Tasks of one stage at once when nobody limits them: more than any machine has workers. */
const unlimited = 1024;

/** The plan, frozen: nothing that runs can change what it runs by. */
export function compile(
  file: string,
  options: NonNullable<Checked['options']>,
  source: PlannedSource,
  stages: PlannedStage[],
  sinks: SinkAt[],
  { include }: Overrides,
): Plan {
  const targets = sinks.map(({ sink }) => sink);
  const plan: Plan = {
    name: options.name,
    file,
    fingerprint: fingerprint(stages, targets),
    source: { ...source, include: include ?? source.include },
    inFlight: options.in_flight,
    maxRetries: options.max_retries,
    retryDelay: options.retry_delay,
    retryDelayMax: options.retry_delay_max,
    workerMemory: options.worker_memory,
    passwords: options.passwords,
    stages,
    sinks: targets,
  };
  return frozen(plan);
}

/** Stages with their defaults, those left out whose options are wrong. */
export function plannedStages(entries: readonly StageEntry[]): PlannedStage[] {
  const names = entries.map(({ spec }) => spec.name);
  return entries.flatMap(({ spec, common, config }) => {
    if (common === undefined || config === undefined) return [];
    const { name, version, scope, pagesPerTask, whole } = spec;
    const reads = names.filter((other) => spec.reads.includes(other));
    const { timeout = spec.timeout, concurrency = unlimited } = common;
    const { prices, config: rest } = withoutPrices(spec.config, config);
    const own = { ...withoutSecrets(spec.config, rest), ...(prices && { prices }) };
    return [{ name, version, scope, reads, ...own, timeout, concurrency, pagesPerTask, ...(whole && { whole }) }];
  });
}

/** Sinks with absolute folders, those left out whose options are wrong. `base` is the folder of the pipeline file. */
export function plannedSinks(entries: readonly Entry<SinkSpec>[], base: string, overrides: Overrides): SinkAt[] {
  return entries.flatMap(({ index, spec, config }) => {
    if (config === undefined) return [];
    const { folder, ...rest } = config;
    const { name, version, form, extension, readsSource = false } = spec;
    return [
      { index, sink: { name, version, config: rest, folder: overrides.folder ?? resolve(base, String(folder)), form, extension, readsSource } },
    ];
  });
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
