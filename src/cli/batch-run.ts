import { resolve } from 'node:path';
import { startDaemon } from '../daemon.ts';
import type { Event } from '../model/events.ts';
import type { Plan } from '../model/plan.ts';
import { batchReport } from '../report/batch-report.ts';
import type { BatchReport } from '../report/batch-report.ts';
import { progressView } from '../report/progress-view.ts';
import { runFigures } from '../report/run-figures.ts';
import { runDaemon } from './drain.ts';
import type { Signal } from './drain.ts';
import type { Io } from './io.ts';

export interface BatchRun {
  plan: Plan;
  /** Absolute. */
  paths: readonly string[];
  /** The same batch again goes on where it stopped. */
  batch: string;
  /** Folder of the ledger. */
  state: string;
  workers: number;
  quiet: boolean;
  /** Said when the first signal comes. */
  stopping: string;
}

/** Takes files through a pipeline from first to last, shows how far things are, and reports what came of it. */
export async function runBatch(io: Io, run: BatchRun): Promise<{ report: BatchReport; signal: Signal | undefined }> {
  const { plan, batch, paths, workers, quiet } = run;
  const figures = runFigures(io.clock);
  // A terminal that does not know its width (as some containers have) cannot be drawn on.
  const redraw = io.isTTY && io.stderr.columns > 0;
  const view = progressView(io.stderr, figures, io.columns, redraw);
  const emit = (event: Event): void => {
    figures.listen(event);
    if (figures.listed) view.complete();
    view.listen(event);
  };
  const intake = { kind: 'batch', plan, batch, paths } as const;
  const ticking = quiet ? undefined : setInterval(() => view.tick(), redraw ? 200 : 5_000);
  try {
    return await runDaemon(io, {
      start: () => startDaemon({ state: resolve(io.cwd, run.state), plans: [plan], workers, node: io.node, clock: io.clock, emit, intake }),
      stopping: () => io.err(run.stopping),
      ended: (daemon, signal) => {
        clearInterval(ticking);
        if (!quiet) view.end();
        return { report: batchReport(daemon.ledger, batch, figures, io.peakMemory()), signal };
      },
    });
  } finally {
    clearInterval(ticking);
  }
}

/** Whether a batch was stopped with something left to do. */
export function stoppedShort({ unfinished, all_found }: BatchReport, signal: Signal | undefined): signal is Signal {
  return signal !== undefined && (unfinished > 0 || !all_found);
}
