import fc from 'fast-check';
import { expect } from 'vitest';
import { MillraceError } from '../../src/model/errors.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import { openLedger } from '../../src/store/ledger.ts';
import type { Model, ModelJob } from './ledger-model.ts';
import { batchArrival, batchOf, inPlace, noKeys, printOf } from './ledger-terms.ts';

/** A ledger that can be lost and opened again. */
export interface Real {
  path: string;
  ledger: Ledger;
  /** Ids by content. */
  ids: Map<string, string>;
}

type Step = fc.Command<Model, Real>;

const contents = ['a', 'b', 'c', 'd', 'e'];

/** Everything that can happen to a ledger; the model says what must come of it. */
export const commands: fc.Arbitrary<Step>[] = [
  fc.tuple(fc.constantFrom(...contents), fc.boolean()).map(([content, other]) => admit(content, other ? `other-${content}` : content)),
  fc.constant(step('claim', claim)),
  fc.constant(
    step('claim twice', (model, real) => {
      claim(model, real);
      claim(model, real);
    }),
  ),
  onJob('save', (model, real, job, id) => {
    const task = { job: id, stage: 'text', first: 1, last: 1 };
    const attempt = real.ledger.startTask(task, model.now);
    real.ledger.saveProgress(
      task,
      { attempt, checkpoint: { key: id, stage: 'text' }, outputs: [{ page: 1, bytes: Buffer.from('1') }], progress: 0.5 },
      model.now,
    );
    if (job.status === 'processing') job.interruptions = 0;
  }),
  ends('finish', { kind: 'completed', result: '/out/x.json', partial: false }, (_model, job) => (job.status = 'completed')),
  ends('fail', { kind: 'failed', error: new MillraceError('document.damaged', 'broken') }, (_model, job) => (job.status = 'failed')),
  ends('cancelled', { kind: 'cancelled' }, (_model, job) => (job.status = 'cancelled')),
  onJob('retry later', (model, real, job, id) => {
    const nextAt = model.now + 500;
    real.ledger.commit(id, { kind: 'retry', error: new MillraceError('source.unreadable', 'no'), nextAt, counted: true }, noKeys, model.now);
    model.putBack(job, { dueAt: nextAt, waits: true, retries: job.retries + 1 });
  }),
  onJob('put back', (model, real, job, id) => {
    real.ledger.commit(id, { kind: 'released' }, noKeys, model.now);
    model.putBack(job, {});
  }),
  onJob('cancel', (model, real, job, id) => expect(real.ledger.cancel(id, model.now)).toBe(model.cancel(job))),
  onJob('user retry', (model, real, job, id) => expect(real.ledger.retry(id, model.now)).toBe(model.retry(job))),
  fc.constant(step('crash', crash)),
  fc.constant(
    step('crash with all in hand', (model, real) => {
      while (claim(model, real) !== undefined);
      crash(model, real);
    }),
  ),
  fc.integer({ min: -600, max: 1_200 }).map((jump) => step(`clock ${String(jump)}`, (model) => void (model.now += jump))),
];

function admit(content: string, path: string): Step {
  return step(`admit ${path}`, (model, real) => {
    const { kind, job } = real.ledger.admit(batchArrival(path), printOf(content), inPlace(), model.now);
    expect(kind).toBe(model.admit(content, path));
    expect(real.ids.get(content) ?? job.id).toBe(job.id);
    real.ids.set(content, job.id);
  });
}

function claim(model: Model, real: Real): string | undefined {
  const expected = model.claim();
  expect(real.ledger.claimNext([batchOf], model.now)?.id).toBe(expected && real.ids.get(expected));
  return expected;
}

/** Another connection takes over what the first has left, as after a death. */
function crash(model: Model, real: Real): void {
  const dead = real.ledger;
  real.ledger = openLedger(real.path);
  const before = model.with('pending').length;
  expect(real.ledger.recover(model.now)).toBe(model.recover() - before);
  dead.close();
}

function ends(name: string, outcome: Outcome, change: (model: Model, job: ModelJob) => unknown): fc.Arbitrary<Step> {
  return onJob(name, (model, real, job, id) => {
    real.ledger.commit(id, outcome, noKeys, model.now);
    if (job.status === 'processing') change(model, job);
  });
}

/** Done to any job, also to those that it must not change. */
function onJob(name: string, act: (model: Model, real: Real, job: ModelJob, id: string) => unknown): fc.Arbitrary<Step> {
  return fc.constantFrom(...contents).map((content) => ({
    ...step(`${name} ${content}`, (model, real) => {
      const [job, id] = [model.jobs.get(content), real.ids.get(content)];
      if (job !== undefined && id !== undefined) act(model, real, job, id);
    }),
    check: (model) => model.jobs.has(content),
  }));
}

function step(name: string, act: (model: Model, real: Real) => unknown): Step {
  return {
    check: () => true,
    run(model, real) {
      act(model, real);
      agree(model, real);
    },
    toString: () => name,
  };
}

/** One job for each content, in the state that the model says; the sum of the states is what was admitted. */
function agree(model: Model, { ledger, ids }: Real): void {
  const jobs = ledger.listJobs({ limit: 100 });
  expect(jobs).toHaveLength(model.jobs.size);
  const seen = jobs.map(({ id, status, retries, interruptions, cancel_requested }) => ({ id, status, retries, interruptions, cancel_requested }));
  const expected = [...model.jobs].map(([content, job]) => ({
    id: ids.get(content) ?? '',
    status: job.status,
    retries: job.retries,
    interruptions: job.status === 'completed' ? 0 : job.interruptions,
    cancel_requested: job.cancelRequested,
  }));
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  expect(seen.sort(byId)).toEqual(expected.sort(byId));
  const { files, duplicates, byStatus } = ledger.batchTotals(batchOf);
  expect(Object.values(byStatus).reduce((sum, count) => sum + count, 0)).toBe(model.jobs.size);
  expect(files - duplicates).toBe(model.jobs.size);
  expect(ledger.unfinished([batchOf])).toBe(model.with('pending').length + model.with('processing').length);
  for (const job of jobs) expect((job.status === 'completed') === (job.result !== null)).toBe(true);
}
