import type { StageEntry } from './check.ts';
import type { Mistake } from './mistake.ts';

/** It finds out what the file is and how many pages it has; without it no other stage has anything to read. */
const first = 'identify';

/** Stages are told apart by their names, and each may only read what stands before it. */
export function checkOrder(stages: readonly StageEntry[], listed: number): Mistake[] {
  const names = stages.map(({ spec }) => spec.name);
  const repeated = stages.filter(({ spec }, i) => names.indexOf(spec.name) < i).map(({ spec, index }) => twice(spec.name, index));
  const early = stages.flatMap(({ spec, index }, i) => {
    const later = spec.reads.filter((read) => read !== first && names.indexOf(read) > i);
    return later.map((read) => misplaced(index, `"${spec.name}" reads what "${read}" finds out, so it must stand after it`));
  });
  // With a stage unknown nobody can say whether it was meant to be the first one.
  const [begins] = stages;
  const headless = begins !== undefined && begins.spec.name !== first && (names.includes(first) || stages.length === listed);
  return [
    ...repeated,
    ...early,
    ...(headless ? [misplaced(begins.index, `"${first}" must be the first stage: it finds out what a document is`)] : []),
  ];
}

function twice(name: string, index: number): Mistake {
  return { path: ['stages', index, 'use'], at: 'value', code: 'duplicate-stage', message: `"${name}" is a stage of this pipeline already` };
}

function misplaced(index: number, message: string): Mistake {
  return { path: ['stages', index, 'use'], at: 'value', code: 'stage-order', message };
}
