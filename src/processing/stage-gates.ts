import type { MonoTypeOperatorFunction } from 'rxjs';
import type { Plan, PlannedStage } from '../model/plan.ts';
import type { PageOutput } from '../model/workers.ts';
import { gate } from '../rx/gate.ts';

/** One gate for each stage of each pipeline, made when it is first asked for. */
export function stageGates(): (plan: Plan, stage: PlannedStage) => MonoTypeOperatorFunction<PageOutput> {
  const gates = new Map<string, MonoTypeOperatorFunction<PageOutput>>();
  return (plan, stage) => {
    const name = `${plan.name}/${stage.name}`;
    const known = gates.get(name) ?? gate<PageOutput>(stage.concurrency);
    gates.set(name, known);
    return known;
  };
}
