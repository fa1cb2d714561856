import { describe, expect, it } from 'vitest';
import { MillraceError } from '../../src/model/errors.ts';
import type { ErrorCode } from '../../src/model/errors.ts';
import { smallMill, stage } from '../support/small-mill.ts';
import type { SmallMill } from '../support/small-mill.ts';

const dies = (code: ErrorCode) => ({ dies: new MillraceError(code, 'it died') });

describe('a document on its way', () => {
  it('goes through all stages, in ranges of pages, and its result stands where the ledger says', async () => {
    const small = smallMill({ pageCount: 5 });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(small.job(id)).toMatchObject({ status: 'completed', pages: 5, progress: 1, retries: 0, stage: null });
    expect(small.result(id)).toMatchObject({
      status: 'success',
      findings: [],
      pages: [1, 2, 3, 4, 5].map((page) => ({ page, text: `text ${String(page)}`, confidence: 0.5 })),
    });
    const ranges = (name: string): unknown[] => small.workers.tasks.filter((task) => task.stage === name).map(({ pages }) => pages);
    expect([ranges('identify'), ranges('text'), ranges('classify')]).toEqual([[[0]], [[1, 2], [3, 4], [5]], [[0]]]);
    expect(small.ledger.attempts(id).every((attempt) => attempt.ended_at !== null && attempt.error === null)).toBe(true);
    expect(small.released.map((job) => [job.id, job.status])).toEqual([[id, 'completed']]);
  });

  it('tells progress that only grows, up to the end', async () => {
    const small = smallMill({
      pageCount: 9,
      act: (name, page, nth) => (name === 'text' && page === 4 && nth < 3 ? dies('worker.signal') : undefined),
    });
    small.admit('a.pdf');
    await small.drain();
    const progress = small.log.all('job.progress').map((event) => event.progress);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect([Math.min(...progress) > 0, Math.max(...progress) < 1]).toEqual([true, true]);
  });

  it('lets no more tasks of a stage run at once than the stage allows, over all documents', async () => {
    const stages = [stage('identify', 'document', []), stage('text', 'page', ['identify'], { concurrency: 2, pagesPerTask: 1 })];
    const small = smallMill({ pageCount: 12, stages, plan: { inFlight: 3 } });
    for (const name of ['a', 'b', 'c']) small.admit(name);
    await small.drain();
    expect(small.workers.most.get('text')).toBe(2);
    expect(small.log.all('job.completed')).toHaveLength(3);
  });
});

describe('a page stage that also looks at the whole', () => {
  const stages = [stage('identify', 'document', []), stage('tables', 'page', ['identify'], { whole: true })];
  const tasks = (small: SmallMill): unknown[] => small.workers.tasks.filter((task) => task.stage === 'tables').map(({ pages }) => pages);

  it('does so once, after all of its pages, and its last word is part of the checkpoint', async () => {
    const small = smallMill({ pageCount: 3, stages });
    const first = small.admit('a.pdf', 'same');
    await small.drain();
    expect(tasks(small)).toEqual([[1, 2], [3], [0]]);
    expect(small.job(first.id)).toMatchObject({ status: 'completed', pages: 3 });
  });

  it('is asked again for the whole alone when that was all that was missing (all pages were read again)', async () => {
    let deaths = 0;
    const small = smallMill({
      pageCount: 3,
      stages,
      act: (name, page) => (name === 'tables' && page === 0 && deaths++ === 0 ? dies('worker.signal') : undefined),
    });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(tasks(small)).toEqual([[1, 2], [3], [0], [0]]);
    expect(small.job(id)).toMatchObject({ status: 'completed', retries: 1 });
  });

  it('keeps what its pages gave when the whole fails: a finding says so', async () => {
    const small = smallMill({ pageCount: 3, stages, act: (name, page) => (name === 'tables' && page === 0 ? dies('document.damaged') : undefined) });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(small.result(id)).toMatchObject({
      status: 'partial',
      findings: [{ code: 'stage.failed', message: 'tables: it died (document.damaged)' }],
    });
    expect(small.result(id).pages.map(({ confidence }) => confidence)).toEqual([0.5, 0.5, 0.5]);
  });
});

describe('a page that kills its worker', () => {
  it('is tried again alone from where the worker died; what came before is kept', async () => {
    const stages = [stage('identify', 'document', []), stage('text', 'page', ['identify'], { pagesPerTask: 5 })];
    const small = smallMill({
      pageCount: 5,
      stages,
      act: (name, page, nth) => (name === 'text' && page === 3 && nth === 1 ? dies('worker.memory') : undefined),
    });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(small.workers.tasks.filter((task) => task.stage === 'text').map(({ pages }) => pages)).toEqual([
      [1, 2, 3, 4, 5],
      [3, 4, 5],
    ]);
    expect(small.job(id)).toMatchObject({ status: 'completed', retries: 1 });
    expect(small.result(id).status).toBe('success');
  });

  it.each<[ErrorCode, number]>([
    ['worker.signal', 3],
    ['worker.memory', 3],
    ['worker.exit', 3],
    ['worker.timeout', 2],
    ['document.damaged', 1],
  ])('is given up alone when it dies of %s, after %i tries, and the others are read', async (code, tries) => {
    let tried = 0;
    const small = smallMill({
      pageCount: 6,
      act: (name, page) => {
        if (name !== 'text' || page !== 3) return undefined;
        tried++;
        return dies(code);
      },
    });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(tried).toBe(tries);
    expect(small.job(id).status).toBe('completed');
    const result = small.result(id);
    expect(result.status).toBe('partial');
    expect(result.findings).toEqual([{ code: 'stage.failed', severity: 'error', page: 3, message: `text: it died (${code})` }]);
    expect(result.pages.map(({ text }) => text)).toEqual(['text 1', 'text 2', '', 'text 4', 'text 5', 'text 6']);
    expect(small.ledger.attempts(id).filter(({ error }) => error?.code === code)).toHaveLength(tries);
  });

  it('uses up no more tries than the job has, however many such pages there are', async () => {
    let tried = 0;
    const small = smallMill({
      pageCount: 10,
      plan: { maxRetries: 2 },
      act: (name, page) => {
        if (name !== 'text' || page % 2 === 0) return undefined;
        tried++;
        return dies('worker.signal');
      },
    });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect([tried, small.job(id).retries, small.job(id).status]).toEqual([7, 2, 'completed']);
    expect(small.result(id).findings).toHaveLength(5);
  });

  it('after its last page has cost nothing, even when no more tries are left (a finding about page 0 was made up)', async () => {
    const small = smallMill({ pageCount: 2, plan: { maxRetries: 0 }, act: (name, page) => (name === 'text' && page === 2 ? 'late' : undefined) });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(small.job(id).status).toBe('completed');
    expect(small.result(id)).toMatchObject({ status: 'success', findings: [] });
  });
});

describe('a stage that fails', () => {
  it('on a page, by its own word, makes a finding and no second try', async () => {
    const small = smallMill({ act: (name, page) => (name === 'tables' && page === 2 ? { fails: 'stage.failed' } : undefined) });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(small.result(id)).toMatchObject({
      status: 'partial',
      findings: [{ page: 2 }],
      pages: [{ text: 'text 1' }, { text: 'text 2' }, { text: 'text 3' }],
    });
    expect(small.workers.tasks.filter((task) => task.stage === 'tables')).toHaveLength(2);
  });

  it('on the whole document makes a finding, and takes nothing of the others with it', async () => {
    const small = smallMill({ act: (name) => (name === 'classify' ? dies('stage.failed') : undefined) });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(small.result(id)).toMatchObject({ status: 'partial', findings: [{ message: 'classify: it died (stage.failed)' }] });
  });

  it('as the first of all ends the job with its error, which the attempt keeps', async () => {
    const small = smallMill({ act: (name) => (name === 'identify' ? dies('document.password-required') : undefined) });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(small.job(id)).toMatchObject({ status: 'failed', retries: 0, error: { code: 'document.password-required', message: 'it died' } });
    expect(small.ledger.attempts(id)).toMatchObject([
      { stage: 'identify', ended_at: small.clock.now(), error: { code: 'document.password-required' } },
    ]);
    expect(small.log.all('job.failed')).toHaveLength(1);
  });

  it('on every page leaves no result worth the name', async () => {
    const small = smallMill({ act: (name) => (name === 'text' || name === 'tables' ? { fails: 'document.damaged' } : undefined) });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(small.job(id)).toMatchObject({ status: 'failed', error: { code: 'document.damaged' } });
  });

  it('is asked again about what it gave up when somebody retries the job', async () => {
    let broken = true;
    const small = smallMill({ act: (name, page) => (broken && name === 'text' && page === 2 ? { fails: 'stage.failed' } : undefined) });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(small.result(id).status).toBe('partial');
    broken = false;
    small.workers.tasks.length = 0;
    expect(small.ledger.retry(id, small.clock.now())).toBe(true);
    await small.drain();
    expect(small.result(id)).toMatchObject({ status: 'success', findings: [] });
    const redone = small.workers.tasks.map((task) => `${task.stage} ${task.pages.join()}`);
    expect(redone).toEqual(['text 2', 'tables 2', 'classify 0', 'render ']);
  });

  it('cannot end the stream, whatever it throws', async () => {
    const thrown = [undefined, null, 'a word', 42, { code: 'ENOSPC' }, Object.create(null), Symbol('odd'), new Error('plain')];
    const small = smallMill({
      plan: { maxRetries: 0 },
      act: (name, _page, nth) => (name === 'identify' && nth <= thrown.length ? { dies: thrown[nth - 1] } : undefined),
    });
    for (const [i] of thrown.entries()) small.admit(`${String(i)}.pdf`);
    small.admit('good.pdf');
    await small.drain();
    expect(small.log.all('job.completed').map(({ filename }) => filename)).toEqual(['good.pdf']);
    expect(small.ledger.listJobs({ status: 'processing', limit: 99 })).toEqual([]);
  });
});
