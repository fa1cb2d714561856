import { EMPTY, catchError, concat, concatMap, defer, ignoreElements, of, tap } from 'rxjs';
import type { Observable } from 'rxjs';
import { fingerprint } from '../admission/fingerprint.ts';
import type { Clock } from '../model/clock.ts';
import { foldDocument } from '../model/document.ts';
import type { SourceFile } from '../model/document.ts';
import { asMillraceError, MillraceError, toErrorData } from '../model/errors.ts';
import type { ExplainedStep, Explanation, PictureLayer } from '../model/explanation.ts';
import { stageFailure } from '../model/finding.ts';
import { packPatch, unpackOutputs } from '../model/packing.ts';
import type { Plan, PlannedStage } from '../model/plan.ts';
import type { PageOutput, RenderWork, StageWork, Workers } from '../model/workers.ts';
import { configDigest } from '../pipeline/config-digest.ts';

export interface ExplainTerms {
  plan: Plan;
  /** Absolute; no link. */
  path: string;
  /** What the document is called. */
  filename: string;
  /** From 1. */
  page: number;
  /** What the picture shows; nothing named: all. */
  only: readonly PictureLayer[];
  /** Absolute; nothing stands there yet. */
  picture: string;
}

/**
 * Takes one page through the page stages of a pipeline, which tell what they see and decide, and has it drawn. Nothing is stored, and no stage is tried
 * twice; one that fails is a step that failed, and the next ones go on without it, as in a job. What stages find by looking at all pages together is left out.
 * Fails with what reading the file or identifying it throws, and `usage.invalid` for a page that it does not have.
 */
export function explainPage(workers: Workers, clock: Clock, terms: ExplainTerms): Observable<Explanation> {
  const { plan, path, filename, page } = terms;
  return defer(() => fingerprint(path)).pipe(
    concatMap(({ sha256, bytes }) => {
      const file: SourceFile = { path, filename, sha256, bytes, passwords: plan.passwords };
      const reading: Reading = { workers, clock, terms, file, outputs: new Map(), steps: [] };
      const stages = plan.stages.filter((stage) => isFirst(stage) || stage.scope === 'page');
      const result = defer(() => {
        const document = foldDocument(unpackOutputs([...reading.outputs.values()]));
        return of({ document, page: document.pages[page - 1]!, steps: reading.steps });
      });
      return concat(...stages.map((stage) => readPage(reading, stage)), drawPage(reading), result);
    }),
  );
}

interface Reading {
  workers: Workers;
  clock: Clock;
  terms: ExplainTerms;
  file: SourceFile;
  /** By stage, in pipeline order. */
  outputs: Map<string, PageOutput>;
  steps: ExplainedStep[];
}

/** The stage that finds out what the document is. */
function isFirst({ reads }: PlannedStage): boolean {
  return reads.length === 0;
}

function readPage(reading: Reading, stage: PlannedStage): Observable<never> {
  const { workers, terms, file, outputs } = reading;
  const { page, plan, filename } = terms;
  const { name, config, secrets, timeout, scope, reads } = stage;
  const take = (output: PageOutput): void => {
    if (isFirst(stage)) assertHasPage(filename, output, page);
    outputs.set(name, output);
  };
  const read = defer(() => {
    const inputs = reads.flatMap((other) => outputs.get(other) ?? []);
    const pages = [scope === 'page' ? page : 0];
    const work: StageWork = {
      kind: 'stage',
      stage: name,
      file,
      config,
      digest: configDigest(config),
      ...(secrets && { secrets }),
      inputs,
      pages,
      explain: true,
    };
    return workers.run(work, { timeout, memory: plan.workerMemory });
  }).pipe(
    tap(take),
    catchError((thrown: unknown) => {
      // Without knowing what the document is there is nothing to explain.
      if (isFirst(stage)) throw thrown;
      const error = asMillraceError(thrown);
      return of({ page, bytes: packPatch({ findings: [stageFailure(name, page, error)] }), failed: toErrorData(error) }).pipe(tap(take));
    }),
  );
  return timed(reading, name, read);
}

function assertHasPage(filename: string, { pageCount = 0 }: PageOutput, page: number): void {
  if (page <= pageCount) return;
  const has = pageCount === 1 ? 'has only one page' : `has ${pageCount} pages`;
  throw new MillraceError('usage.invalid', `${filename} ${has}; there is no page ${page}`);
}

/** Milliseconds that the drawing of the picture may take. */
const drawTimeout = 120_000;

/** A page that cannot be drawn, or whose drawing kills its worker, has still been read. */
function drawPage(reading: Reading): Observable<never> {
  const { workers, terms, file, outputs } = reading;
  const { plan, page, only, picture } = terms;
  const drawn = defer(() => {
    const pipeline = { name: plan.name, fingerprint: plan.fingerprint };
    const what = { sink: 'explain', form: 'file', config: { page, only }, target: picture } as const;
    const work: RenderWork = { kind: 'render', ...what, file, pipeline, inputs: [...outputs.values()] };
    return workers.run(work, { timeout: drawTimeout, memory: plan.workerMemory });
  }).pipe(catchError((thrown: unknown) => of({ failed: toErrorData(asMillraceError(thrown)) })));
  return timed(reading, 'picture', drawn);
}

/** Writes down how long a step took, and how it failed if it did. */
function timed({ clock, steps }: Reading, name: string, work: Observable<Pick<PageOutput, 'failed'>>): Observable<never> {
  return defer(() => {
    const begun = clock.monotonic();
    const step: ExplainedStep = { name, duration: 0 };
    const ended = defer(() => {
      steps.push({ ...step, duration: clock.monotonic() - begun });
      return EMPTY;
    });
    const heard = work.pipe(
      tap(({ failed }) => {
        if (failed !== undefined) step.failed = failed;
      }),
      ignoreElements(),
    );
    return concat(heard, ended);
  });
}
