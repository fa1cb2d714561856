import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { catchError, concat, concatMap, defer, endWith, ignoreElements, map } from 'rxjs';
import type { Observable, OperatorFunction } from 'rxjs';
import { makeFolder } from '../disk/durable.ts';
import { MillraceError, asMillraceError } from '../model/errors.ts';
import type { ErrorClass } from '../model/errors.ts';
import { stageFailure } from '../model/finding.ts';
import type { Finding } from '../model/finding.ts';
import type { Outcome } from '../model/outcome.ts';
import { packPatch } from '../model/packing.ts';
import type { PlannedSink } from '../model/plan.ts';
import type { RenderWork } from '../model/workers.ts';
import type { Mill } from '../processing/mill.ts';
import { assertUntouched, sourceFile } from '../processing/run.ts';
import type { Run } from '../processing/run.ts';
import { runTask } from '../processing/task.ts';
import { place } from './place.ts';
import { placeFolder, takeAway } from './place-folder.ts';
import { resultPath } from './result-path.ts';

/** Milliseconds that the rendering of one result may take. */
const renderTimeout = 120_000;

/** What has become of the results so far. */
interface Published {
  /** Where a sink has left something. */
  places: Map<PlannedSink, string>;
  /** Of sinks that failed; the results rendered after them say so. */
  findings: Finding[];
}

/**
 * Writes the results of a run, durably, one sink after the other; the ledger hears of it afterwards. Sinks that read the original come first: one that
 * fails by it takes nothing of the others with it, and those of whom the result is told.
 */
export function publish(mill: Mill): OperatorFunction<Run, Outcome> {
  return concatMap((run) => {
    const { sinks } = run.plan;
    const published: Published = { places: new Map(), findings: [] };
    const inTurn = [...sinks.filter((sink) => sink.readsSource), ...sinks.filter((sink) => !sink.readsSource)];
    return concat(
      defer(() => assertStillWanted(mill, run)),
      ...inTurn.map((sink) => publishTo(mill, run, sink, published)),
    ).pipe(
      ignoreElements(),
      endWith(undefined),
      map(() => completed(run, published)),
    );
  });
}

/** A document of which no sink had anything to write is as well published as any: its results stand in the folder of the first one. */
function completed({ plan, partial }: Run, { places, findings }: Published): Outcome {
  const written = plan.sinks.map((sink) => places.get(sink)).find((place) => place !== undefined);
  return { kind: 'completed', result: written ?? plan.sinks[0]?.folder ?? '', partial: partial || findings.length > 0 };
}

function publishTo(mill: Mill, run: Run, sink: PlannedSink, published: Published): Observable<unknown> {
  const stage = taskName(run.plan.sinks, sink);
  const scratch = join(mill.workFolder, run.job.id, `${stage.replace(':', '-')}${sink.extension}`);
  const target = resultPath(sink, run.job.result_name, run.plan.sinks);
  const limits = { timeout: renderTimeout, memory: run.plan.workerMemory };
  const rendering = runTask(mill, run, {
    stage,
    key: '',
    pages: [0],
    start: (_pages, begun) =>
      concat(
        clear(scratch),
        defer(() => mill.workers.run(renderWork(mill, run, sink, scratch, published.findings), limits, begun)),
      ),
    onPage: () => undefined,
    progress: () => run.plan.stages.length / (run.plan.stages.length + 1),
    giveUp: (_page, error) => {
      throw error;
    },
  });
  const placing = defer(async () => {
    await assertStillWanted(mill, run);
    if (await put(sink, scratch, target)) published.places.set(sink, target);
  });
  const doingWithout = (thrown: unknown): Observable<unknown> => {
    const error = asMillraceError(thrown);
    if (!sink.readsSource || !isOfDocument(error)) throw thrown;
    published.findings.push(stageFailure(sink.name, 0, error));
    return defer(async () => {
      await assertStillWanted(mill, run);
      await takeAway(target);
    });
  };
  return concat(rendering, placing).pipe(catchError(doingWithout));
}

/** Attempts are counted by it, so two sinks of one kind need two. */
function taskName(sinks: readonly PlannedSink[], sink: PlannedSink): string {
  const nth = sinks.filter(({ name }) => name === sink.name).indexOf(sink) + 1;
  return nth === 1 ? `sink:${sink.name}` : `sink:${sink.name}-${nth}`;
}

async function put(sink: PlannedSink, scratch: string, target: string): Promise<boolean> {
  if (sink.form === 'folder') return placeFolder(scratch, target);
  await place(scratch, target);
  return true;
}

/** Whether the document itself is to blame: another try would end in the same way, and the machine is well. */
function isOfDocument({ class: kind, code }: MillraceError): boolean {
  return faultsOfDocuments.has(kind) && !code.startsWith('source.');
}

const faultsOfDocuments: ReadonlySet<ErrorClass> = new Set(['permanent', 'crash', 'timeout']);

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
    await rm(scratch, { recursive: true, force: true });
  }).pipe(ignoreElements());
}

function renderWork(mill: Mill, run: Run, sink: PlannedSink, target: string, findings: readonly Finding[]): RenderWork {
  const { plan } = run;
  const outputs = mill.ledger.loadOutputs(plan.stages.map((stage) => run.keys.get(stage.name) ?? ''));
  return {
    kind: 'render',
    sink: sink.name,
    form: sink.form,
    file: sourceFile(run),
    pipeline: { name: plan.name, fingerprint: plan.fingerprint },
    config: sink.config,
    inputs: findings.length === 0 ? outputs : [...outputs, { page: 0, bytes: packPatch({ findings: [...findings] }) }],
    target,
  };
}
