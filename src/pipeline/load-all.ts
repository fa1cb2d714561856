import { dirname } from 'node:path';
import type { Plan, PlannedSource } from '../model/plan.ts';
import { overlap, overlapping, shown } from './folders.ts';
import { loadPlan } from './load.ts';
import type { LoadedPlan, LoadOptions } from './load.ts';
import type { Mistake } from './mistake.ts';
import { inFileOrder } from './problem.ts';
import type { Problem } from './problem.ts';

/** Loads pipelines that are to run together: plans for all of them, or everything that is wrong with any of them. */
export function loadPlans(files: readonly string[], options: LoadOptions): { plans: Plan[] } | { problems: Problem[] } {
  const loaded = files.map((file) => loadPlan(file, options));
  const good = loaded.filter((one) => 'plan' in one);
  const problems = [...loaded.flatMap((one) => ('problems' in one ? one.problems : [])), ...checkPlans(good)];
  return problems.length > 0 ? { problems: inFileOrder(problems) } : { plans: good.map(({ plan }) => plan) };
}

/** Whether pipelines that are in order each for itself also are beside one another. Each is compared with those before it. */
function checkPlans(loaded: readonly LoadedPlan[]): Problem[] {
  return loaded.flatMap(({ plan, locate }, i) => {
    const others = loaded.slice(0, i).map((other) => other.plan);
    return others.flatMap((other) => conflicts(plan, other)).map(locate);
  });
}

function conflicts(plan: Plan, other: Plan): Mistake[] {
  const name: Mistake = {
    path: ['name'],
    at: 'value',
    code: 'duplicate-name',
    message: `The pipeline in ${other.file} is called "${other.name}" as well`,
  };
  return [...(plan.name === other.name ? [name] : []), ...sharedFolders(plan, other)];
}

function sharedFolders(plan: Plan, other: Plan): Mistake[] {
  const base = dirname(plan.file);
  const owner = `of pipeline "${other.name}"`;
  const clash = (path: Mistake['path'], folder: string, theirs: string, what: string) => {
    const how = overlap(folder, theirs);
    return how === undefined ? [] : [overlapping(path, ['source', 'watch'], `${shown(folder, base)} ${how} ${what} ${shown(theirs, base)} ${owner}`)];
  };
  const inboxes = clash(['source', 'watch'], plan.source.watch, other.source.watch, 'the watched folder');
  // Folders beside one inbox are inside of the other when the inboxes are: one mistake is enough.
  if (inboxes.length > 0) return inboxes;
  return [
    ...putAway(plan.source).flatMap(([key, folder]) => clash(['source', key], folder, other.source.watch, 'the watched folder')),
    ...putAway(other.source).flatMap(([key, folder]) => clash(['source', 'watch'], plan.source.watch, folder, `the ${key} folder`)),
    ...plan.sinks.flatMap((sink, i) => {
      const same = other.sinks.find((theirs) => theirs.extension === sink.extension && overlap(theirs.folder, sink.folder) === 'is');
      const message = `${shown(sink.folder, base)} takes the ${sink.extension} files ${owner} already`;
      return same === undefined ? [] : [overlapping(['sinks', i, 'folder'], ['name'], message)];
    }),
  ];
}

/** Where originals go that have been worked on: in another inbox they would be worked on again. */
function putAway({ originals, archive, failed }: PlannedSource): [key: 'archive' | 'failed', folder: string][] {
  return originals === 'archive'
    ? [
        ['archive', archive],
        ['failed', failed],
      ]
    : [['failed', failed]];
}
