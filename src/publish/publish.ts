import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { concat, concatMap, defer, endWith, ignoreElements } from 'rxjs';
import type { Observable, OperatorFunction } from 'rxjs';
import { MillraceError } from '../model/errors.ts';
import { makeFolder } from '../disk/durable.ts';
import type { Outcome } from '../model/outcome.ts';
import type { PlannedSink } from '../model/plan.ts';
import type { RenderWork } from '../model/workers.ts';
import type { Mill } from '../processing/mill.ts';
import { assertUntouched } from '../processing/run.ts';
import type { Run } from '../processing/run.ts';
import { runTask } from '../processing/task.ts';
import { place } from './place.ts';
import { resultPath } from './result-path.ts';

/** Milliseconds that the rendering of one result may take. */
const renderTimeout = 120_000;

/** Writes the results of a run, durably, one sink after the other; the ledger hears of it afterwards. */
export function publish(mill: Mill): OperatorFunction<Run, Outcome> {
  return concatMap((run) => {
    const targets = run.plan.sinks.map((sink) => resultPath(sink.folder, run.job.result_name, sink.extension));
    const outcome: Outcome = { kind: 'completed', result: targets[0] ?? '', partial: run.partial };
    return concat(
      defer(() => assertStillWanted(mill, run)),
      ...run.plan.sinks.map((sink, i) => publishTo(mill, run, sink, targets[i] ?? '')),
    ).pipe(ignoreElements(), endWith(outcome));
  });
}

function publishTo(mill: Mill, run: Run, sink: PlannedSink, target: string): Observable<unknown> {
  const scratch = join(mill.workFolder, run.job.id, `${sink.name}${sink.extension}`);
  const limits = { timeout: renderTimeout, memory: run.plan.workerMemory };
  const rendering = runTask(mill, run, {
    stage: `sink:${sink.name}`,
    key: '',
    pages: [0],
    start: (_pages, begun) =>
      concat(
        clear(scratch),
        defer(() => mill.workers.run(renderWork(mill, run, sink, scratch), limits, begun)),
      ),
    onPage: () => undefined,
    progress: () => run.plan.stages.length / (run.plan.stages.length + 1),
    giveUp: (_page, error) => {
      throw error;
    },
  });
  return concat(
    rendering,
    defer(() => assertStillWanted(mill, run)),
    defer(() => place(scratch, target)),
  );
}

/** The file may have been touched and found to be the same, or a newer state of it may own the name of the result by now: the ledger knows. */
async function assertStillWanted({ ledger }: Mill, { job }: Run): Promise<void> {
  const now = ledger.job(job.id) ?? job;
  if (now.result_name !== job.result_name) throw new MillraceError('source.changed', `${job.filename} has a newer state`);
  await assertUntouched(now);
}

/** A try that was cut off may have left half a file. */
function clear(scratch: string): Observable<never> {
  return defer(async () => {
    await makeFolder(dirname(scratch));
    await rm(scratch, { force: true });
  }).pipe(ignoreElements());
}

function renderWork(mill: Mill, run: Run, sink: PlannedSink, target: string): RenderWork {
  const { job, plan } = run;
  return {
    kind: 'render',
    sink: sink.name,
    source: { filename: job.filename, sha256: job.sha256, bytes: job.bytes },
    pipeline: { name: plan.name, fingerprint: plan.fingerprint },
    config: sink.config,
    inputs: mill.ledger.loadOutputs(plan.stages.map((stage) => run.keys.get(stage.name) ?? '')),
    target,
  };
}
