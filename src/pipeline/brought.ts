import type { StageSpec } from '../model/stage.ts';
import type { StageEntry } from './check.ts';

/** The stages of a pipeline and those that they bring along, each of these as early as what it reads allows, so that others may read it too. */
export function withBrought(entries: readonly StageEntry[], known: readonly StageSpec[]): StageEntry[] {
  const all = [...entries];
  for (const { index, spec } of entries) {
    for (const name of spec.brings ?? []) {
      const brought = known.find((other) => other.name === name);
      if (brought === undefined || all.some((entry) => entry.spec.name === name)) continue;
      const after = all.findLastIndex((entry) => brought.reads.includes(entry.spec.name));
      all.splice(after + 1, 0, { index, spec: brought, common: {}, config: brought.config.parse({}) });
    }
  }
  return all;
}
