import { catalog } from '../../src/catalog.ts';
import type { Plan } from '../../src/model/plan.ts';
import { checkpointKeys } from '../../src/pipeline/checkpoint-key.ts';
import { loadPlan } from '../../src/pipeline/load.ts';
import type { AttemptRow, LedgerRows } from '../support/ledger-copy.ts';

/** Pages that were stored, by job and stage. */
export type SavedPages = Map<string, Set<number>>;

/** What the ledger held when the daemon died. */
export function savedPages(ledger: LedgerRows, pipeline: string): SavedPages {
  const plan = planOf(pipeline);
  const owners = new Map(
    ledger.jobs.flatMap(({ id, sha256 }) => [...checkpointKeys(plan, sha256)].map(([stage, key]) => [key, placeOf(id, stage)] as const)),
  );
  const saved: SavedPages = new Map();
  for (const { key, page } of ledger.checkpoints) {
    const owner = owners.get(key);
    if (owner === undefined) throw new Error(`A checkpoint belongs to no job: ${key}`);
    saved.set(owner, (saved.get(owner) ?? new Set()).add(page));
  }
  return saved;
}

let plan: { file: string; plan: Plan } | undefined;

function planOf(file: string): Plan {
  if (plan?.file !== file) {
    const loaded = loadPlan(file, { catalog, env: {} });
    if ('problems' in loaded) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
    plan = { file, plan: loaded.plan };
  }
  return plan.plan;
}

/**
 * Whether any work was done twice: attempts after the first `known` ones may not touch a page that was stored before they began, nor one that an
 * attempt has brought to its end, nor a job that had ended. Sinks are no stages: a result may be rendered again.
 */
export function checkWork(ledger: LedgerRows, known: number, saved: SavedPages): string[] {
  const completed = new Map(ledger.jobs.map(({ id, completed_at }) => [id, completed_at ?? Infinity]));
  const stages = ledger.attempts.filter(({ stage }) => !stage.startsWith('sink:'));
  const fresh = ledger.attempts.slice(known).filter(({ stage }) => !stage.startsWith('sink:'));
  const finished = Map.groupBy(stages.filter(isFinished), ({ job, stage }) => placeOf(job, stage));
  return fresh.flatMap((attempt) => {
    const { id, job, stage, first, last, started_at } = attempt;
    const name = `attempt ${id} of ${stage}, pages ${first}–${last}`;
    const stored = [...(saved.get(placeOf(job, stage)) ?? [])].filter((page) => page >= first && page <= last);
    const earlier = (finished.get(placeOf(job, stage)) ?? []).filter((other) => other.id < id && other.first <= last && other.last >= first);
    return [
      ...(stored.length > 0 ? [`${name}, reads pages again that were stored: ${stored.join(', ')}`] : []),
      ...earlier.map((other) => `${name}, does again what attempt ${other.id} had finished (pages ${other.first}–${other.last})`),
      ...(started_at > (completed.get(job) ?? Infinity) ? [`${name}, began after its job had ended`] : []),
    ];
  });
}

/** Ended with nothing to blame; one that the daemon died with is ended by the next start, without a blame. */
const isFinished = ({ ended_at, blamed, error_code }: AttemptRow): boolean => ended_at !== null && blamed === 0 && error_code === null;

const placeOf = (job: string, stage: string): string => `${job} ${stage}`;
