import { lastValueFrom, toArray } from 'rxjs';
import { systemClock } from '../../src/model/clock.ts';
import type { Limits, PackedOutput, PageOutput, RenderWork, StageWork, Workers } from '../../src/model/workers.ts';
import { createWorkers } from '../../src/workers/host.ts';
import type { WorkerOptions } from '../../src/workers/host.ts';
import { eventLog } from './event-log.ts';
import type { EventLog } from './event-log.ts';
import { configDigest } from '../../src/pipeline/config-digest.ts';

/** Real processes whose stages go wrong as their names say (chaos-worker.ts). */
export function chaosPool(options: Partial<WorkerOptions> = {}): { workers: Workers; log: EventLog } {
  const log = eventLog();
  const entry = new URL('./chaos-worker.ts', import.meta.url);
  return { workers: createWorkers({ processes: 1, node: process.execPath, emit: log.emit, clock: systemClock, entry, ...options }), log };
}

export const roomy: Limits = { timeout: 60_000, memory: 2 ** 40 };

export interface StageTerms {
  document?: string;
  pages?: readonly number[];
  config?: Record<string, unknown>;
  inputs?: readonly PackedOutput[];
  path?: string;
}

export function stageWork(
  stage: string,
  { document = 'document', pages = [1], config = {}, inputs = [], path = `/nowhere/${document}` }: StageTerms = {},
): StageWork {
  const file = { path, filename: `${document}.pdf`, sha256: document, bytes: 1, passwords: [] };
  return { kind: 'stage', stage, file, config, digest: configDigest(config), inputs, pages };
}

export function outputsOf(workers: Workers, work: StageWork | RenderWork, limits: Limits = roomy): Promise<PageOutput[]> {
  return lastValueFrom(workers.run(work, limits).pipe(toArray()), { defaultValue: [] });
}
