import { EMPTY, catchError, concat, concatMap, defer, from, ignoreElements, of, tap } from 'rxjs';
import type { Observable } from 'rxjs';
import { fingerprint } from '../admission/fingerprint.ts';
import type { Clock } from '../model/clock.ts';
import { foldDocument } from '../model/document.ts';
import type { Document, SourceFile } from '../model/document.ts';
import { asMillraceError, MillraceError, toErrorData } from '../model/errors.ts';
import type { ExplainedStep, Explanation, PictureLayer } from '../model/explanation.ts';
import { stageFailure } from '../model/finding.ts';
import type { Finding } from '../model/finding.ts';
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
  /** Read no other page, and leave out what looks at the whole document. */
  alone: boolean;
  /** What the picture shows; nothing named: all. */
  only: readonly PictureLayer[];
  /** Absolute; nothing stands there yet. Undefined: no picture is wanted. */
  picture: string | undefined;
}

/**
 * Takes one page through the stages of a pipeline, which tell what they see and decide, and has it drawn. For stages that look at the whole document the
 * other pages are read as well, but for those of a long one. Nothing is stored, and no stage is tried twice; one that fails is a step that failed, and the
 * next ones go on without it, as in a job.
 * Fails with what reading the file or identifying it throws, and `usage.invalid` for a page that it does not have.
 */
export function explainPage(workers: Workers, clock: Clock, terms: ExplainTerms): Observable<Explanation> {
  const { plan, path, filename, page } = terms;
  return defer(() => fingerprint(path)).pipe(
    concatMap(({ sha256, bytes }) => {
      const file: SourceFile = { path, filename, sha256, bytes, passwords: plan.passwords };
      const reading: Reading = { workers, clock, terms, file, others: [], outputs: new Map(), steps: [] };
      const stages = terms.alone ? plan.stages.filter((stage) => isFirst(stage) || stage.scope === 'page') : plan.stages;
      const result = defer(() => {
        const document = foldDocument(unpackOutputs([...reading.outputs.values()].flat()));
        document.findings.push(...leftOut(reading, document));
        return of({ document, page: document.pages[page - 1]!, steps: reading.steps });
      });
      return concat(...stages.map((stage) => readStage(reading, stage)), drawPage(reading), result);
    }),
  );
}

interface Reading {
  workers: Workers;
  clock: Clock;
  terms: ExplainTerms;
  file: SourceFile;
  /** Pages that are read for the sake of the whole, once it is known how many there are. */
  others: readonly number[];
  /** By stage, in pipeline order. */
  outputs: Map<string, PageOutput[]>;
  steps: ExplainedStep[];
}

/** Pages that are read beside the one that is explained: what a document is and says mostly stands on its first ones. */
const mostOthers = 10;

/** The stage that finds out what the document is. */
function isFirst({ reads }: PlannedStage): boolean {
  return reads.length === 0;
}

/** The page first, which is what people look at; the others are not explained. */
function readStage(reading: Reading, stage: PlannedStage): Observable<never> {
  const { page } = reading.terms;
  if (stage.scope === 'document') return timed(reading, stage.name, read(reading, stage, [0], true));
  const all = concat(
    read(reading, stage, [page], true),
    defer(() => (reading.others.length === 0 ? EMPTY : read(reading, stage, reading.others, false))),
    defer(() => (reading.others.length === 0 || stage.whole === undefined ? EMPTY : read(reading, stage, [0], true))),
  );
  return timed(reading, stage.name, all);
}

function read(reading: Reading, stage: PlannedStage, pages: readonly number[], explain: boolean): Observable<PageOutput> {
  const { workers, terms, file, outputs } = reading;
  const { name, config, secrets, timeout } = stage;
  const take = (output: PageOutput): void => {
    if (isFirst(stage)) reading.others = othersOf(terms, output);
    outputs.set(name, [...(outputs.get(name) ?? []), output]);
  };
  return defer(() => {
    const inputs = inputsOf(reading, stage, pages);
    const work: StageWork = { kind: 'stage', stage: name, file, config, digest: configDigest(config), ...(secrets && { secrets }), inputs, pages };
    return workers.run({ ...work, ...(explain && { explain }) }, { timeout: timeout * pages.length, memory: terms.plan.workerMemory });
  }).pipe(
    tap(take),
    catchError((thrown: unknown) => {
      // Without knowing what the document is there is nothing to explain.
      if (isFirst(stage)) throw thrown;
      const error = asMillraceError(thrown);
      const answered = new Set(outputs.get(name)?.map(({ page }) => page));
      const lost = pages.filter((page) => !answered.has(page));
      const failed = lost.map((page) => ({ page, bytes: packPatch({ findings: [stageFailure(name, page, error)] }), failed: toErrorData(error) }));
      return from(failed).pipe(tap(take));
    }),
  );
}

/** What was said of the pages that are to be read, and of the document; a stage that looks at all pages is given all, its own included. */
function inputsOf({ outputs }: Reading, { name, reads, whole }: PlannedStage, pages: readonly number[]): PageOutput[] {
  const ofAll = pages.includes(0);
  const given = (ofAll && whole ? [...reads, name] : reads).flatMap((other) => outputs.get(other) ?? []);
  return given.filter(({ page }) => ofAll || page === 0 || pages.includes(page));
}

function othersOf({ filename, page, plan, alone }: ExplainTerms, output: PageOutput): number[] {
  assertHasPage(filename, output, page);
  const wholes = plan.stages.some((stage) => !isFirst(stage) && stage.scope === 'document');
  if (alone || !wholes) return [];
  const others = Array.from({ length: output.pageCount ?? 0 }, (_, index) => index + 1).filter((other) => other !== page);
  return others.slice(0, mostOthers);
}

function leftOut({ terms, others }: Reading, { metadata }: Document): Finding[] {
  const unread = metadata.page_count - 1 - others.length;
  if (terms.alone || others.length === 0 || unread === 0) return [];
  const message = `Of the other pages the first ${mostOthers} were read; what stages find on the whole document may be more.`;
  return [{ code: 'explain.pages-left-out', severity: 'info', message }];
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
  if (picture === undefined) return EMPTY;
  const drawn = defer(() => {
    const pipeline = { name: plan.name, fingerprint: plan.fingerprint };
    const what = { sink: 'explain', form: 'file', config: { page, only }, target: picture } as const;
    const work: RenderWork = { kind: 'render', ...what, file, pipeline, inputs: [...outputs.values()].flat() };
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
