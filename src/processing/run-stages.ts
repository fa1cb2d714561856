import { EMPTY, concat, concatMap, defer, endWith, from, ignoreElements, mergeMap } from 'rxjs';
import type { Observable, OperatorFunction } from 'rxjs';
import { MillraceError, fromErrorData, toErrorData } from '../model/errors.ts';
import { stageFailure } from '../model/finding.ts';
import { packPatch } from '../model/packing.ts';
import type { PlannedStage } from '../model/plan.ts';
import type { PageOutput, StageWork } from '../model/workers.ts';
import type { SavedPages } from '../model/ledger.ts';
import { configDigest } from '../pipeline/config-digest.ts';
import type { Mill } from './mill.ts';
import { pageRanges } from './page-ranges.ts';
import { sourceFile } from './run.ts';
import type { Run } from './run.ts';
import { runTask } from './task.ts';

/** Ranges of one document that wait for a worker at once; more would only hold their inputs in memory. */
const rangesAtOnce = 8;

/** Takes a run through the stages of its pipeline, one after the other; what the ledger already has is not made again. */
export function runStages(mill: Mill): OperatorFunction<Run, Run> {
  return concatMap((run) =>
    concat(...run.plan.stages.map((stage, i) => runStage(mill, run, stage, i)), assertSomethingRead(run)).pipe(ignoreElements(), endWith(run)),
  );
}

function runStage(mill: Mill, run: Run, stage: PlannedStage, index: number): Observable<never> {
  return defer(() => {
    const key = keyOf(run, stage.name);
    const saved = mill.ledger.savedPages(key);
    run.pageCount ??= saved.pageCount;
    const wanted = wantedPages(run, stage);
    const there = new Set(saved.pages);
    const missing = wanted.filter((page) => !there.has(page));
    countSaved(mill, run, stage, saved);
    let done = wanted.length - missing.length;
    const limits = { timeout: stage.timeout, memory: run.plan.workerMemory };
    const read = (range: readonly number[]): Observable<never> =>
      runTask(mill, run, {
        stage: stage.name,
        key,
        pages: range,
        prices: stage.prices,
        start: (rest, begun) => defer(() => mill.workers.run(workOf(mill, run, stage, rest), limits, begun)).pipe(mill.gateOf(run.plan, stage)),
        onPage: (output) => {
          done++;
          count(run, output);
        },
        progress: () => (index + (wanted.length === 0 ? 1 : done / wanted.length)) / (run.plan.stages.length + 1),
        giveUp: (page, error) => giveUp(stage, page, error),
      });
    const ranges = pageRanges(
      missing.filter((page) => page > 0),
      stage.pagesPerTask,
    );
    return concat(from(ranges).pipe(mergeMap(read, rangesAtOnce)), missing.includes(0) ? read([0]) : EMPTY);
  });
}

/** 0 stands for the whole document, and comes last. */
function wantedPages(run: Run, { scope, whole }: PlannedStage): number[] {
  if (scope === 'document') return [0];
  const pages = Array.from({ length: run.pageCount ?? 0 }, (_, i) => i + 1);
  return whole ? [...pages, 0] : pages;
}

function countSaved(mill: Mill, run: Run, { name, scope }: PlannedStage, saved: SavedPages): void {
  if (saved.pages.length === 0) return;
  const { id, pipeline, filename } = run.job;
  mill.emit({ type: 'stage.reused', job: id, pipeline, filename, stage: name, pages: saved.pages.length });
  run.partial ||= saved.failed > 0;
  if (scope === 'page') run.pagesRead += Math.max(0, saved.pages.filter((page) => page > 0).length - saved.failed);
}

/** Inputs are loaded once the stage's gate is open, so that they are in memory for the few ranges that run or are next. */
function workOf(mill: Mill, run: Run, stage: PlannedStage, pages: readonly number[]): StageWork {
  const whole = pages.includes(0);
  const keys = (whole && stage.whole ? [...stage.reads, stage.name] : stage.reads).map((name) => keyOf(run, name));
  const inputs = mill.ledger.loadOutputs(keys, whole ? undefined : pages);
  const { name, config, secrets } = stage;
  return { kind: 'stage', stage: name, file: sourceFile(run), config, digest: configDigest(config), ...(secrets && { secrets }), inputs, pages };
}

function count(run: Run, output: PageOutput): void {
  run.pageCount ??= output.pageCount;
  if (output.failed !== undefined) {
    run.lastError = fromErrorData(output.failed);
    run.partial = true;
  } else if (output.page > 0) run.pagesRead++;
}

/** A stage that fails takes nothing of the others with it: a finding stands in its place. Only the first stage, which all others build on, ends the job. */
function giveUp(stage: PlannedStage, page: number, error: MillraceError): PageOutput {
  if (stage.reads.length === 0) throw error;
  return { page, bytes: packPatch({ findings: [stageFailure(stage.name, page, error)] }), failed: toErrorData(error) };
}

/** A document of which no stage could read any page has no result worth the name. */
function assertSomethingRead(run: Run): Observable<never> {
  return defer(() => {
    if (run.pagesRead > 0 || !run.partial) return EMPTY;
    throw run.lastError ?? new MillraceError('stage.failed', 'No page could be read');
  });
}

function keyOf(run: Run, stage: string): string {
  const key = run.keys.get(stage);
  if (key === undefined) throw new MillraceError('internal.unexpected', `Stage "${stage}" has no checkpoint key`);
  return key;
}
