import { lastValueFrom, take, VirtualTimeScheduler } from 'rxjs';
import { afterEach, describe, expect, it } from 'vitest';
import { unpackOutputs } from '../../src/model/packing.ts';
import type { PageOutput, Workers } from '../../src/model/workers.ts';
import type { WorkerOptions } from '../../src/workers/host.ts';
import { chaosPool, outputsOf, roomy, stageWork } from '../support/chaos-pool.ts';
import type { EventLog } from '../support/event-log.ts';

const pools: Workers[] = [];

afterEach(async () => {
  await Promise.all(pools.splice(0).map((workers) => workers.close()));
});

function pool(options: Partial<WorkerOptions> = {}): { workers: Workers; log: EventLog } {
  const made = chaosPool(options);
  pools.push(made.workers);
  return made;
}

describe('processes', () => {
  it('are started when they are needed, and never more than allowed', async () => {
    const { workers, log } = pool({ processes: 2 });
    expect(log.all('worker.started')).toEqual([]);
    await workers.ready();
    expect(log.all('worker.started')).toHaveLength(1);
    await Promise.all(['a', 'b', 'c', 'd'].map((document) => outputsOf(workers, stageWork('well', { document, pages: pages(50) }))));
    await workers.close();
    expect(log.all('worker.exited')).toHaveLength(2);
  });

  it('work at the same time', async () => {
    const { workers } = pool({ processes: 2 });
    // Each stands still at its second page, so that both first pages can only come from two processes.
    const first = ['a', 'b'].map((document) => lastValueFrom(hanging(workers, document).pipe(take(1)), { defaultValue: undefined }));
    expect(await Promise.all(first)).toMatchObject([{ page: 1 }, { page: 1 }]);
  });

  it('that die while they are idle are replaced when the next task comes', async () => {
    const { workers, log } = pool();
    await workers.ready();
    const { pid } = await log.nth('worker.started', 1);
    process.kill(pid, 'SIGKILL');
    expect(await log.nth('worker.exited', 1)).toMatchObject({ pid, reason: 'signal', tasks: 0 });
    expect(log.all('worker.started')).toHaveLength(1);
    expect(await outputsOf(workers, stageWork('well'))).toHaveLength(1);
    expect(log.all('worker.started')).toHaveLength(2);
  });

  it('are replaced after their number of tasks', async () => {
    const { workers, log } = pool({ recycleAfter: 2 });
    const pids: number[] = [];
    for (const page of [1, 2, 3, 4, 5]) pids.push(await pidOf(workers, page));
    expect(pids.map((pid) => [...new Set(pids)].indexOf(pid))).toEqual([0, 0, 1, 1, 2]);
    expect(log.all('worker.exited')).toMatchObject([
      { reason: 'recycled', tasks: 2 },
      { reason: 'recycled', tasks: 2 },
    ]);
  });

  it('are replaced after a task that left too much memory behind', async () => {
    const { workers, log } = pool({ recycleAbove: 2 ** -20 });
    // A share of one mebibyte, which every process holds.
    await outputsOf(workers, stageWork('well'), { ...roomy, memory: 2 ** 40 });
    expect(await log.nth('worker.exited', 1)).toMatchObject({ reason: 'recycled' });
    expect(await outputsOf(workers, stageWork('well'))).toHaveLength(1);
  });

  it('see nothing of the environment, and are the same in every time zone', async () => {
    process.env['MILLRACE_TEST_SECRET'] = 'secret';
    const { workers } = pool();
    const [output] = unpackOutputs(await outputsOf(workers, stageWork('inspect')));
    delete process.env['MILLRACE_TEST_SECRET'];
    const { env } = JSON.parse(textOf(output)) as { env: Record<string, string> };
    const own = Object.entries(env).filter(([name]) => !name.startsWith('MALLOC_'));
    expect(Object.fromEntries(own)).toEqual({ TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' });
  });

  it('are gone when close() resolves, also those that are busy or just starting', async () => {
    const { workers, log } = pool({ processes: 3 });
    const busy = expect(lastValueFrom(hanging(workers, 'a'), { defaultValue: undefined })).rejects.toMatchObject({ code: 'worker.stopped' });
    const { pid } = await log.nth('worker.started', 1);
    // Starts a second process, which close() meets in the middle of its start.
    const queued = expect(outputsOf(workers, stageWork('well', { document: 'b' }))).rejects.toMatchObject({ code: 'worker.stopped' });
    await workers.close();
    await Promise.all([busy, queued]);
    expect(log.all('worker.exited').map(({ reason }) => reason)).toEqual(['stopped', 'stopped']);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});

describe('the order of work', () => {
  it('gives a process more of the document that it has open', async () => {
    const { workers } = pool();
    const order: string[] = [];
    const run = async (document: string, page: number): Promise<void> => {
      const [output] = await outputsOf(workers, stageWork('well', { document, pages: [page] }));
      order.push(`${document}${output?.page ?? 0}`);
    };
    await Promise.all([run('a', 1), run('b', 1), run('a', 2), run('c', 1), run('b', 2)]);
    expect(order).toEqual(['a1', 'a2', 'b1', 'b2', 'c1']);
  });
});

describe('cancelling', () => {
  it('takes a waiting task out, and the others keep their turn', async () => {
    const { workers, log } = pool();
    await workers.ready();
    const running = outputsOf(workers, stageWork('well', { pages: pages(20) }));
    const seen: PageOutput[] = [];
    const waiting = workers.run(stageWork('well', { pages: [77] }), roomy).subscribe({ next: (output) => seen.push(output), error: () => undefined });
    const last = outputsOf(workers, stageWork('well', { pages: [78] }));
    waiting.unsubscribe();
    expect(await running).toHaveLength(20);
    expect(await last).toMatchObject([{ page: 78 }]);
    expect(seen).toEqual([]);
    await workers.close();
    expect(log.all('worker.exited')).toMatchObject([{ tasks: 2 }]);
  });

  it('keeps a process that stops by itself', async () => {
    const { workers, log } = pool();
    const long = workers.run(stageWork('well', { pages: pages(100_000) }), roomy).pipe(take(1));
    await lastValueFrom(long, { defaultValue: undefined });
    expect(await outputsOf(workers, stageWork('well'))).toHaveLength(1);
    expect(log.all('worker.started')).toHaveLength(1);
    expect(log.all('worker.exited')).toEqual([]);
  });

  it('kills a process that does not listen, after a short grace', async () => {
    const scheduler = new VirtualTimeScheduler();
    const { workers, log } = pool({ scheduler });
    await lastValueFrom(hanging(workers, 'a', 'hang-sync').pipe(take(1)), { defaultValue: undefined });
    scheduler.maxFrames = 249;
    scheduler.flush();
    expect(log.all('worker.exited')).toEqual([]);
    scheduler.maxFrames = 250;
    scheduler.flush();
    expect(await log.nth('worker.exited', 1)).toMatchObject({ reason: 'cancelled' });
    expect(await outputsOf(workers, stageWork('well'))).toHaveLength(1);
  });
});

describe('a process that cannot start', () => {
  it('says itself that it is unfit: everything that waits fails at once', async () => {
    const { workers, log } = pool({ execArgv: ['--conditions=unfit'] });
    const unfit = { code: 'worker.self-test', message: 'the known page has lost its words' };
    await Promise.all([
      expect(workers.ready()).rejects.toMatchObject(unfit),
      expect(outputsOf(workers, stageWork('well'))).rejects.toMatchObject(unfit),
    ]);
    expect(log.all('worker.exited')).toMatchObject([{ reason: 'self-test' }]);
  });

  it('dies: it is tried three times with waits between, and not in a circle', async () => {
    const scheduler = new VirtualTimeScheduler();
    const { workers, log } = pool({ scheduler, execArgv: ['--conditions=dies'] });
    const refused = expect(outputsOf(workers, stageWork('well'))).rejects.toMatchObject({
      code: 'worker.self-test',
      message: 'A worker could not start: A worker ended by itself with exit code 3',
    });
    for (const [nth, elapsed] of [
      [1, 0],
      [2, 100],
      [3, 300],
    ] as const) {
      await log.nth('worker.exited', nth);
      expect(scheduler.now()).toBe(elapsed);
      scheduler.maxFrames = elapsed + 100 * 2 ** (nth - 1);
      if (nth < 3) scheduler.flush();
    }
    await refused;
  });

  it('hangs: it is ended at its time limit', async () => {
    const { workers } = pool({ execArgv: ['--conditions=hangs'], startTimeout: 50 });
    await expect(workers.ready()).rejects.toMatchObject({
      code: 'worker.self-test',
      message: 'A worker could not start: it was not ready after 50 ms',
    });
  });

  it('is no program at all', async () => {
    const { workers } = pool({ node: '/nowhere/node' });
    await expect(workers.ready()).rejects.toMatchObject({ code: 'worker.self-test' });
  });
});

/** Brings page 1 and stands still at page 2. */
function hanging(workers: Workers, document: string, stage = 'hang-async') {
  return workers.run(stageWork(stage, { document, pages: [1, 2], config: { page: 2 } }), roomy);
}

async function pidOf(workers: Workers, page: number): Promise<number> {
  const [output] = unpackOutputs(await outputsOf(workers, stageWork('inspect', { pages: [page] })));
  return (JSON.parse(textOf(output)) as { pid: number }).pid;
}

function textOf(output: ReturnType<typeof unpackOutputs>[number] | undefined): string {
  return (output?.patch as { text: string }).text;
}

function pages(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
