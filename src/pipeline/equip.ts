import type { StageEntry } from './check.ts';
import type { Mistake } from './mistake.ts';
import { withoutSecrets } from './secret-options.ts';

/** Has stages look for what they need of the machine: it joins their config, or is missing. */
export function equip(entries: readonly StageEntry[]): { stages: StageEntry[]; mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const stages = entries.map((entry) => {
    const { index, spec, config } = entry;
    const equipment = config && spec.equip?.(withoutSecrets(spec.config, config).config);
    if (config === undefined || equipment === undefined) return entry;
    if ('found' in equipment) return { ...entry, config: { ...config, equipment: equipment.found } };
    for (const { option, message } of equipment.missing) mistakes.push(lacking(index, option, message));
    return entry;
  });
  return { stages, mistakes };
}

function lacking(index: number, option: string, message: string): Mistake {
  return { path: ['stages', index, option], or: ['stages', index, 'use'], at: 'value', code: 'not-installed', message };
}
