import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY, concat, lastValueFrom, of, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { MillraceError } from '../../src/model/errors.ts';
import type { Explanation } from '../../src/model/explanation.ts';
import { packPatch, unpackOutputs } from '../../src/model/packing.ts';
import type { PlannedStage } from '../../src/model/plan.ts';
import { Secrets } from '../../src/model/secrets.ts';
import type { PageOutput, RenderWork, StageWork, Workers } from '../../src/model/workers.ts';
import { explainPage } from '../../src/processing/explain-page.ts';
import { manualClock } from '../support/manual-clock.ts';
import { smallMill, stage } from '../support/small-mill.ts';
import { tempFolder } from '../support/temp-folder.ts';

const stages = [
  stage('identify', 'document', []),
  stage('text', 'page', ['identify']),
  stage('ocr', 'page', ['identify', 'text']),
  stage('tables', 'page', ['identify', 'ocr'], { whole: true }),
  stage('furniture', 'document', ['identify', 'text']),
];

type Answer = (work: StageWork | RenderWork) => Observable<PageOutput> | undefined;

/** Workers that remember what they were asked; three pages, and every stage says its name, unless `answer` knows better. */
function explaining(
  page: number,
  answer: Answer = () => undefined,
  { planned = stages, alone = true, drawn = true }: Partial<{ planned: readonly PlannedStage[]; alone: boolean; drawn: boolean }> = {},
) {
  const asked: (StageWork | RenderWork)[] = [];
  const workers: Workers = {
    ready: () => Promise.resolve(),
    close: () => Promise.resolve(),
    run: (work) => {
      asked.push(work);
      return answer(work) ?? (work.kind === 'render' ? EMPTY : of(...said(work)));
    },
  };
  const path = join(tempFolder(), 'a.pdf');
  writeFileSync(path, 'bytes');
  const { plan } = smallMill({ stages: planned });
  const result = (): Promise<Explanation | undefined> =>
    lastValueFrom(
      explainPage(workers, manualClock(), {
        plan,
        path,
        filename: 'a.pdf',
        page,
        alone,
        only: [],
        picture: drawn ? '/nowhere/picture.png' : undefined,
      }),
      {
        defaultValue: undefined,
      },
    );
  return { asked, result };
}

function said({ stage: name, pages }: StageWork): PageOutput[] {
  return pages.map((page) => {
    if (page === 0)
      return { page, bytes: packPatch(name === 'identify' ? { metadata: { page_count: 3 } } : {}), ...(name === 'identify' && { pageCount: 3 }) };
    return { page, bytes: packPatch({ text: name, notes: [{ stage: name, kind: 'region', box: [0, 0, 1, 1] }] }) };
  });
}

const namesOf = (asked: readonly (StageWork | RenderWork)[]) => asked.map((work) => (work.kind === 'stage' ? work.stage : work.sink));

describe('explaining a page', () => {
  it('takes this page alone through the page stages when that is asked for, each with what it reads, and has all of it drawn', async () => {
    const { asked, result } = explaining(2);
    const explanation = await result();
    expect(namesOf(asked)).toEqual(['identify', 'text', 'ocr', 'tables', 'explain']);
    const work = asked.filter((one) => one.kind === 'stage');
    expect(work.map(({ pages, explain }) => [pages, explain])).toEqual([
      [[0], true],
      [[2], true],
      [[2], true],
      [[2], true],
    ]);
    expect(work.map(({ inputs }) => unpackOutputs(inputs).map(({ patch }) => ('text' in patch ? patch.text : 'identity')))).toEqual([
      [],
      ['identity'],
      ['identity', 'text'],
      ['identity', 'ocr'],
    ]);
    expect(asked.at(-1)).toMatchObject({ kind: 'render', config: { page: 2 }, target: '/nowhere/picture.png' });
    expect(explanation?.page).toMatchObject({ page: 2, text: 'tables' });
    expect(explanation?.document.notes.map((note) => note.stage)).toEqual(['text', 'ocr', 'tables']);
    expect(explanation?.steps.map(({ name }) => name)).toEqual(['identify', 'text', 'ocr', 'tables', 'picture']);
  });

  // A template whose keyword stands on another page would seem to miss it.
  it('reads the other pages for the stages that look at the whole document, without having them explained', async () => {
    const { asked, result } = explaining(2, undefined, { alone: false });
    const explanation = await result();
    const work = asked.filter((one) => one.kind === 'stage');
    expect(work.map(({ stage: name, pages, explain = false }) => [name, pages, explain])).toEqual([
      ['identify', [0], true],
      ['text', [2], true],
      ['text', [1, 3], false],
      ['ocr', [2], true],
      ['ocr', [1, 3], false],
      ['tables', [2], true],
      ['tables', [1, 3], false],
      ['tables', [0], true],
      ['furniture', [0], true],
    ]);
    const pagesOf = (index: number): number[] => unpackOutputs(work[index]?.inputs ?? []).map(({ page }) => page);
    expect(pagesOf(4)).toEqual([0, 1, 3]);
    expect(pagesOf(8)).toEqual([0, 2, 1, 3]);
    expect(explanation?.document.pages.map(({ text }) => text)).toEqual(['tables', 'tables', 'tables']);
    expect(explanation?.document.findings).toEqual([]);
    expect(explanation?.steps.map(({ name }) => name)).toEqual(['identify', 'text', 'ocr', 'tables', 'furniture', 'picture']);
  });

  it('reads the first pages of a long document, and says so', async () => {
    const { asked, result } = explaining(
      30,
      (work) =>
        work.kind === 'stage' && work.stage === 'identify'
          ? of({ page: 0, bytes: packPatch({ metadata: { page_count: 40 } }), pageCount: 40 })
          : undefined,
      { alone: false },
    );
    const explanation = await result();
    const others = asked.flatMap((work) => (work.kind === 'stage' && work.stage === 'text' ? [work.pages] : []))[1];
    expect(others).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(explanation?.document.findings).toMatchObject([{ code: 'explain.pages-left-out', severity: 'info' }]);
  });

  // The worker dies on page 3, after it has told of page 1.
  it('keeps what was said of other pages before a stage died on one of them', async () => {
    const { result } = explaining(
      2,
      (work) => {
        if (work.kind !== 'stage' || work.stage !== 'text' || work.explain) return undefined;
        return concat(
          of(...said({ ...work, pages: [1] })),
          throwError(() => new MillraceError('worker.memory', 'too much')),
        );
      },
      { alone: false },
    );
    const { document, steps } = (await result()) ?? {};
    expect(document?.findings).toMatchObject([{ code: 'stage.failed', page: 3 }]);
    expect(steps?.find(({ name }) => name === 'text')?.failed).toMatchObject({ code: 'worker.memory' });
  });

  it('draws nothing when no picture is wanted', async () => {
    const { asked, result } = explaining(1, undefined, { drawn: false });
    expect((await result())?.steps.map(({ name }) => name)).toEqual(['identify', 'text', 'ocr', 'tables']);
    expect(namesOf(asked)).toEqual(['identify', 'text', 'ocr', 'tables']);
  });

  it('refuses a page that the document does not have, before any stage is asked for it', async () => {
    const { asked, result } = explaining(4);
    await expect(result()).rejects.toMatchObject({ code: 'usage.invalid', message: 'a.pdf has 3 pages; there is no page 4' });
    expect(namesOf(asked)).toEqual(['identify']);
  });

  it('ends when the document cannot even be identified', async () => {
    const { result } = explaining(1, () => throwError(() => new MillraceError('document.damaged', 'broken')));
    await expect(result()).rejects.toMatchObject({ code: 'document.damaged' });
  });

  // A page that kills its worker is just what somebody wants explained.
  it('goes on when a stage dies, and when the drawing does: the rest is told, and what failed', async () => {
    const dies = throwError(() => new MillraceError('worker.memory', 'too much'));
    const { asked, result } = explaining(1, (work) => (work.kind === 'render' || work.stage === 'ocr' ? dies : undefined));
    const explanation = await result();
    expect(namesOf(asked)).toEqual(['identify', 'text', 'ocr', 'tables', 'explain']);
    expect(explanation?.page.text).toBe('tables');
    expect(explanation?.document.findings).toMatchObject([{ code: 'stage.failed', page: 1 }]);
    expect(explanation?.steps.flatMap(({ name, failed }) => (failed === undefined ? [] : [[name, failed.code]]))).toEqual([
      ['ocr', 'worker.memory'],
      ['picture', 'worker.memory'],
    ]);
  });

  it('tells a failure that a stage itself reported', async () => {
    const failed = { code: 'stage.failed', message: 'confused' } as const;
    const { result } = explaining(1, (work) =>
      work.kind === 'stage' && work.stage === 'text' ? of({ page: 1, bytes: packPatch({}), failed }) : undefined,
    );
    expect((await result())?.steps.find(({ name }) => name === 'text')).toMatchObject({ failed });
  });

  it('hands the secrets of a stage on, as a job does', async () => {
    const secrets = new Secrets({ key: 'k' });
    const planned = stages.map((one) => (one.name === 'text' ? { ...one, secrets } : one));
    const { asked, result } = explaining(1, undefined, { planned });
    await result();
    expect(asked.filter((work) => work.kind === 'stage').map((work) => work.secrets !== undefined)).toEqual([false, true, false, false]);
  });
});
