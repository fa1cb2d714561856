import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MillraceError } from '../../src/model/errors.ts';
import type { PlannedSink } from '../../src/model/plan.ts';
import type { AnyRender } from '../../src/workers/render-task.ts';
import { smallMill } from '../support/small-mill.ts';
import type { SmallMill, SmallMillTerms } from '../support/small-mill.ts';
import { tempFolder } from '../support/temp-folder.ts';

const common = { version: 1, config: {}, folder: '' };
const json: PlannedSink = { ...common, name: 'json', form: 'file', extension: '.json', readsSource: false };
const csv: PlannedSink = { ...common, name: 'csv', form: 'folder', extension: '.tables', readsSource: false };
const pdf: PlannedSink = { ...common, name: 'pdf', form: 'file', extension: '.pdf', readsSource: true };

const oneTable: AnyRender = () => [{ name: 'table-1.csv', content: 'a,b\r\n' }];
const copy: AnyRender = ({ file }) => readFileSync(file.path);

/** A mill with these sinks into a folder of its own. */
function millOf(sinks: readonly PlannedSink[], terms: SmallMillTerms = {}): { small: SmallMill; results: string } {
  const results = tempFolder();
  const plan = { sinks: sinks.map((sink) => ({ ...sink, folder: results })), ...terms.plan };
  return { small: smallMill({ renders: { csv: oneTable, pdf: copy }, ...terms, plan }), results };
}

describe('the results of a run', () => {
  it('are files and folders, each by its sink, and the first of them is on record', async () => {
    const { small, results } = millOf([json, csv, pdf]);
    const { id } = small.admit('a.pdf', 'the bytes');
    await small.drain();
    expect(readdirSync(results, { recursive: true }).sort()).toEqual([
      'a.pdf.json',
      'a.pdf.pdf',
      'a.pdf.tables',
      join('a.pdf.tables', 'table-1.csv'),
    ]);
    expect(readFileSync(join(results, 'a.pdf.pdf'), 'utf8')).toBe('the bytes');
    expect(small.job(id)).toMatchObject({ status: 'completed', result: join(results, 'a.pdf.json') });
  });

  it('may be two of one kind, in two folders', async () => {
    const { small, results } = millOf([]);
    const other = tempFolder();
    small.mill.plans = new Map([['p', { ...small.plan, sinks: [csv, csv].map((sink, at) => ({ ...sink, folder: at === 0 ? results : other })) }]]);
    small.admit('a.pdf');
    await small.drain();
    expect([results, other].map((place) => readdirSync(place))).toEqual([['a.pdf.tables'], ['a.pdf.tables']]);
    expect(small.log.all('task.started').flatMap(({ stage }) => (stage.startsWith('sink') ? [stage] : []))).toEqual(['sink:csv', 'sink:csv-2']);
  });

  // A pipeline with nothing but a csv sink made every document without tables anew in each batch.
  it('stand in the folder of the first sink when no sink has anything to write, and the folder of an earlier run is gone', async () => {
    let tables = true;
    const { small, results } = millOf([csv], { renders: { csv: (task) => (tables ? oneTable(task) : []) } });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(existsSync(join(results, 'a.pdf.tables'))).toBe(true);
    tables = false;
    small.ledger.retry(id, 0);
    await small.drain();
    expect([readdirSync(results), small.job(id).result]).toEqual([[], results]);
  });
});

describe('a sink that fails', () => {
  const partial = { status: 'partial', findings: [{ code: 'stage.failed', message: 'pdf: no use (document.damaged)' }] };

  it('by the original takes no other result with it: they say so, and what stood there from an earlier run is gone', async () => {
    let broken = false;
    const { small, results } = millOf([json, pdf], {
      act: (name) => (name === 'pdf' && broken ? { dies: new MillraceError('document.damaged', 'no use') } : undefined),
    });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(readdirSync(results)).toEqual(['a.pdf.json', 'a.pdf.pdf']);
    broken = true;
    small.ledger.retry(id, 0);
    await small.drain();
    expect(readdirSync(results)).toEqual(['a.pdf.json']);
    expect(small.result(id)).toMatchObject(partial);
    expect(small.log.all('job.completed').map((event) => event.partial)).toEqual([false, true]);
  });

  it('by the original also when it is the process that dies, once its tries are used up', async () => {
    const { small } = millOf([pdf, json], { act: (name) => (name === 'pdf' ? { dies: new MillraceError('worker.memory', 'too much') } : undefined) });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(small.result(id)).toMatchObject({ status: 'partial', findings: [{ message: 'pdf: too much (worker.memory)' }] });
    expect(small.log.all('task.finished').filter(({ stage }) => stage === 'sink:pdf')).toHaveLength(3);
  });

  it('by something unforeseen tells no path', async () => {
    const { small } = millOf([pdf, json], {
      renders: {
        pdf: ({ file }) => {
          throw new TypeError(`cannot read ${file.path}`);
        },
      },
    });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(small.result(id).findings[0]?.message).toBe('pdf: cannot read a.pdf (stage.failed)');
  });

  it('by the disk lets the job wait, as ever', async () => {
    const { small } = millOf([pdf, json], {
      act: (name, _page, nth) => (name === 'pdf' && nth < 6 ? { dies: Object.assign(new Error('full'), { code: 'ENOSPC' }) } : undefined),
    });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(small.job(id)).toMatchObject({ status: 'pending', error: { code: 'disk.full' } });
  });

  it('though it reads no original, fails the job: it is the result that is missing', async () => {
    const { small } = millOf([json, csv], {
      renders: {
        csv: () => {
          throw new TypeError('a fault');
        },
      },
    });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect(small.job(id)).toMatchObject({ status: 'failed', error: { code: 'stage.failed' } });
  });

  it.each<[string, AnyRender]>([
    ['a name that is a path', () => [{ name: '../../x.csv', content: '' }]],
    ['a name that is hidden', () => [{ name: '.x', content: '' }]],
    ['a file where a folder is promised', () => 'text'],
  ])('is one that gives %s', async (_what, render) => {
    const { small, results } = millOf([csv], { renders: { csv: render }, plan: { maxRetries: 0 } });
    const { id } = small.admit('a.pdf');
    await small.drain();
    expect([small.job(id).status, readdirSync(results)]).toEqual(['failed', []]);
  });
});
