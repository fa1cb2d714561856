import { NEVER, Observable, concat, concatMap, defer, finalize, from, ignoreElements, of } from 'rxjs';
import { MillraceError, toErrorData } from '../../src/model/errors.ts';
import type { ErrorCode } from '../../src/model/errors.ts';
import { stageFailure } from '../../src/model/finding.ts';
import { packPatch } from '../../src/model/packing.ts';
import type { Limits, PageOutput, RenderWork, StageWork, Workers } from '../../src/model/workers.ts';
import { render as renderJson } from '../../src/sink/json/render.ts';
import { runRenderTask } from '../../src/workers/render-task.ts';
import type { AnyRender } from '../../src/workers/render-task.ts';

/** What becomes of one page: its text; a failure that the stage reports; the end of the whole task with an error; a hang. */
export type Act = { text: string } | { fails: ErrorCode } | { dies: unknown } | 'hang' | 'late';

export interface FakeTask {
  stage: string;
  pages: readonly number[];
  ended: 'running' | 'well' | 'failed' | 'cancelled';
}

export interface FakeWorkers extends Workers {
  tasks: FakeTask[];
  /** Most tasks of each stage that have run at once. */
  most: Map<string, number>;
}

export interface Script {
  pageCount?: number;
  /** `nth` counts, from 1, how often this page of this stage has been tried. */
  act?: (stage: string, page: number, nth: number) => Act | undefined;
  /** What sinks give, by their name; the json sink is the real one. */
  renders?: Readonly<Record<string, AnyRender>>;
}

/** Workers without processes: every page is what the script says, and well when it says nothing. */
export function fakeWorkers({ pageCount = 3, act = () => undefined, renders = {} }: Script = {}): FakeWorkers {
  const tries = new Map<string, number>();
  const fake: FakeWorkers = {
    tasks: [],
    most: new Map(),
    ready: () => Promise.resolve(),
    close: () => Promise.resolve(),
    run: (work: StageWork | RenderWork, _limits: Limits, begun?: () => void) =>
      new Observable<PageOutput>((subscriber) => {
        begun?.();
        const task: FakeTask =
          work.kind === 'stage' ? { stage: work.stage, pages: work.pages, ended: 'running' } : { stage: 'render', pages: [], ended: 'running' };
        fake.tasks.push(task);
        const now = fake.tasks.filter(({ stage, ended }) => stage === task.stage && ended === 'running').length;
        fake.most.set(task.stage, Math.max(now, fake.most.get(task.stage) ?? 0));
        const answers = work.kind === 'render' ? rendering(work) : from(work.pages).pipe(concatMap((page) => answer(work.stage, page)));
        subscriber.add(
          answers.pipe(finalize(() => (task.ended = task.ended === 'running' ? 'cancelled' : task.ended))).subscribe({
            next: (output) => subscriber.next(output),
            error: (error: unknown) => {
              task.ended = 'failed';
              subscriber.error(error);
            },
            complete: () => {
              task.ended = 'well';
              subscriber.complete();
            },
          }),
        );
      }),
  };

  function rendering(work: RenderWork): Observable<PageOutput> {
    const render = renders[work.sink] ?? renderJson;
    return concat(
      acted(work.sink === 'json' ? 'render' : work.sink, 0).pipe(ignoreElements()),
      defer(() => runRenderTask((task) => render({ ...task, config: { folder: '', include: [] } }), work)).pipe(concatMap(() => [])),
    );
  }

  function answer(stage: string, page: number): Observable<PageOutput> {
    return defer(async () => Promise.resolve()).pipe(concatMap(() => acted(stage, page)));
  }

  function acted(stage: string, page: number): Observable<PageOutput> {
    const nth = (tries.get(`${stage}/${String(page)}`) ?? 0) + 1;
    tries.set(`${stage}/${String(page)}`, nth);
    const said = act(stage, page, nth) ?? { text: `${stage} ${String(page)}` };
    if (said === 'hang') return NEVER;
    if (said === 'late')
      return concat(
        of(well(stage, page, 'in time')),
        defer(() => {
          throw new MillraceError('worker.exit', 'died after its last page');
        }),
      );
    if ('dies' in said) throw said.dies;
    if ('fails' in said) return of(failed(stage, page, said.fails));
    return of(well(stage, page, said.text));
  }

  function well(stage: string, page: number, text: string): PageOutput {
    if (page > 0) return { page, bytes: packPatch(stage === 'text' ? { text, method: 'text' } : { confidence: 0.5 }) };
    return stage === 'identify'
      ? { page, bytes: packPatch({ mediaType: 'application/pdf', metadata: { page_count: pageCount } }), pageCount }
      : { page, bytes: packPatch({}) };
  }

  return fake;
}

function failed(stage: string, page: number, code: ErrorCode): PageOutput {
  const error = new MillraceError(code, 'no use');
  return { page, bytes: packPatch({ findings: [stageFailure(stage, page, error)] }), failed: toErrorData(error) };
}
