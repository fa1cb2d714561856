import { defer } from 'rxjs';
import type { Fault, FaultKind } from '../model/fault.ts';
import type { Limits, RenderWork, StageWork, Workers } from '../model/workers.ts';
import { createWorkers } from './host.ts';
import type { WorkerOptions } from './host.ts';
import { signalGroup } from './kill-group.ts';

/**
 * One real worker process at a time, to which faults happen from outside as they do to any: killed, made to hang until its limit, taken for too large. For
 * tests of pipelines; everything else is as in `createWorkers`.
 */
export function faultyWorkers(options: WorkerOptions, faults: readonly Fault[]): Workers {
  let pid = 0;
  const workers = createWorkers({
    ...options,
    processes: 1,
    emit: (event) => {
      if (event.type === 'worker.started') pid = event.pid;
      options.emit(event);
    },
  });
  const due = faults.map((fault) => ({ ...fault }));
  return {
    ready: () => workers.ready(),
    close: () => workers.close(),
    run: (work, limits, begun) =>
      defer(() => {
        const fault = due.find(({ stage, times }) => times > 0 && stage === nameOf(work));
        if (fault === undefined) return workers.run(work, limits, begun);
        fault.times--;
        return workers.run(work, { ...limits, ...lowered[fault.kind] }, () => {
          begun?.();
          signalGroup(pid, signals[fault.kind]);
        });
      }),
  };
}

function nameOf(work: StageWork | RenderWork): string {
  return work.kind === 'stage' ? work.stage : `sink:${work.sink}`;
}

/** A stopped process answers nothing, whatever it was doing, until it is killed at its limit. */
const signals: Record<FaultKind, NodeJS.Signals> = { kill: 'SIGKILL', hang: 'SIGSTOP', out_of_memory: 'SIGSTOP' };

const lowered: Record<FaultKind, Partial<Limits>> = { kill: {}, hang: { timeout: 200 }, out_of_memory: { memory: 1 } };
