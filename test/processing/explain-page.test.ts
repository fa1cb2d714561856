import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY, lastValueFrom, of, throwError } from 'rxjs';
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
function explaining(page: number, answer: Answer = () => undefined, planned: readonly PlannedStage[] = stages) {
  const asked: (StageWork | RenderWork)[] = [];
  const workers: Workers = {
    ready: () => Promise.resolve(),
    close: () => Promise.resolve(),
    run: (work) => {
      asked.push(work);
      return answer(work) ?? (work.kind === 'render' ? EMPTY : of(said(work)));
    },
  };
  const path = join(tempFolder(), 'a.pdf');
  writeFileSync(path, 'bytes');
  const { plan } = smallMill({ stages: planned });
  const result = (): Promise<Explanation | undefined> =>
    lastValueFrom(explainPage(workers, manualClock(), { plan, path, filename: 'a.pdf', page, only: [], picture: '/nowhere/picture.png' }), {
      defaultValue: undefined,
    });
  return { asked, result };
}

function said({ stage: name, pages }: StageWork): PageOutput {
  const [page = 0] = pages;
  if (page === 0) return { page, bytes: packPatch({ metadata: { page_count: 3 } }), pageCount: 3 };
  return { page, bytes: packPatch({ text: name, notes: [{ stage: name, kind: 'region', box: [0, 0, 1, 1] }] }) };
}

const namesOf = (asked: readonly (StageWork | RenderWork)[]) => asked.map((work) => (work.kind === 'stage' ? work.stage : work.sink));

describe('explaining a page', () => {
  it('takes this page alone through the page stages, each with what it reads, and has all of it drawn', async () => {
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
    const { asked, result } = explaining(1, undefined, planned);
    await result();
    expect(asked.filter((work) => work.kind === 'stage').map((work) => work.secrets !== undefined)).toEqual([false, true, false, false]);
  });
});
