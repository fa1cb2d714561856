import { expect, it } from 'vitest';
import type { Event } from '../../src/model/events.ts';
import { Eta } from '../../src/report/eta.ts';
import { manualClock } from '../support/manual-clock.ts';
import type { ManualClock } from '../support/manual-clock.ts';
import { seededRandom } from '../support/random.ts';

interface Shop {
  clock: ManualClock;
  eta: Eta;
  memory: Map<string, string>;
  waiting: { jobs: number; bytes: number };
}

function shop(memory = new Map<string, string>(), workers = 1): Shop {
  const clock = manualClock();
  const waiting = { jobs: 0, bytes: 0 };
  const ledger = {
    backlog: () => waiting,
    remember: (name: string, value: string) => void memory.set(name, value),
    remembered: (name: string) => memory.get(name),
  };
  return { clock, memory, waiting, eta: new Eta({ ledger, clock, plans: [], workers }) };
}

const named = (job: string) => ({ job, pipeline: 'p', filename: job });

/** One document of so many pages comes, waits for `before` ms, and is read in `each` ms a page. */
function through({ clock, eta, waiting }: Shop, job: string, pages: number, each: number, before = 0): void {
  const bytes = pages * 1_000;
  Object.assign(waiting, { jobs: 1, bytes });
  eta.hear({ type: 'job.admitted', ...named(job), bytes, again: false });
  Object.assign(waiting, { jobs: 0, bytes: 0 });
  clock.advance(before);
  eta.hear({ type: 'job.started', ...named(job), retries: 0 });
  clock.advance(pages * each);
  const task: Event = { type: 'task.finished', ...named(job), stage: 'text', first: 1, last: pages, pages, duration: pages * each };
  eta.hear(task);
  eta.hear({ type: 'job.completed', ...named(job), result: '', partial: false, pages, bytes, duration: pages * each });
}

const job = (bytes: number) => ({
  id: 'x',
  pipeline: 'p',
  queue: 'watch:p',
  status: 'pending' as const,
  bytes,
  pages: null,
  progress: 0,
  next_at: null,
});

it('says nothing before there is anything to go by', () => {
  expect(shop().eta.ofJob(job(1_000))).toBeUndefined();
});

it('says more of a larger document, and more behind a queue', () => {
  const small = shop();
  for (let i = 0; i < 40; i++) through(small, `j${String(i)}`, 5, 5_000);
  const p50 = (bytes: number): number => small.eta.ofJob(job(bytes))?.p50 ?? NaN;
  expect(p50(10_000) / p50(1_000)).toBeCloseTo(10, 0);
  const alone = p50(1_000);
  Object.assign(small.waiting, { jobs: 9, bytes: 9_000 });
  expect(p50(1_000) / alone).toBeCloseTo(10, 0);
});

it('keeps what it has learned over a restart', () => {
  const first = shop();
  for (let i = 0; i < 20; i++) through(first, `j${String(i)}`, 5, 100);
  first.eta.save();
  expect(shop(first.memory).eta.ofJob(job(1_000))).toEqual(first.eta.ofJob(job(1_000)));
});

// A promise of 90 % that holds always is as useless as one that holds half of the time.
it('keeps nine of ten of its 90 % promises, in a world where times vary by a factor of ten', () => {
  const world = shop();
  const random = seededRandom(5);
  for (let i = 0; i < 1_500; i++) through(world, `j${String(i)}`, 1 + Math.floor(random() * 20), 20 * 10 ** random(), 300 * random());
  const { promises, held } = world.eta.calibration();
  expect(promises).toBeGreaterThan(1_400);
  expect(held / promises).toBeGreaterThan(0.85);
  expect(held / promises).toBeLessThan(0.95);
});
