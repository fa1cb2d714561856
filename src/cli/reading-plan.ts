import { join } from 'node:path';
import { catalog } from '../catalog.ts';
import { MillraceError } from '../model/errors.ts';
import type { Plan, PlannedSink } from '../model/plan.ts';

/** Stages that bring words. */
const reading: ReadonlySet<string> = new Set(['text', 'ocr']);

/** A pipeline up to the last of its stages that reads, with plain results: what documents say, and nothing that is made of it. */
export function readingPlan(plan: Plan, folder: string): Plan {
  const last = plan.stages.findLastIndex(({ name }) => reading.has(name));
  if (last < 0) throw new MillraceError('usage.invalid', `Pipeline "${plan.name}" has no stage that reads: add "text", and "ocr" for scans`);
  return { ...plan, stages: plan.stages.slice(0, last + 1), sinks: [plainResults(join(folder, 'results'))] };
}

function plainResults(folder: string): PlannedSink {
  const spec = catalog.sinks.find(({ name }) => name === 'json');
  if (spec === undefined) throw new MillraceError('internal.unexpected', 'There is no json sink');
  const { folder: _, ...config } = spec.config.parse({});
  return { name: spec.name, version: spec.version, config, folder, form: spec.form, extension: spec.extension, readsSource: false };
}
