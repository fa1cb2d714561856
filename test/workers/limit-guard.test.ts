import { VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { ExitCause } from '../../src/workers/exit-cause.ts';
import { guardLimits } from '../../src/workers/limit-guard.ts';

describe('the limits of a task', () => {
  it('end it at its time limit', () => {
    const { scheduler, causes } = guarded({ timeout: 5000, memory: 100 }, []);
    scheduler.maxFrames = 4999;
    scheduler.flush();
    expect(causes).toEqual([]);
    scheduler.maxFrames = 5000;
    scheduler.flush();
    expect(causes.map(({ reason }) => reason)).toEqual(['timeout']);
  });

  it('end it at the first look that finds too much memory, and looks come sooner the closer it gets', async () => {
    const mebibyte = 1024 * 1024;
    const { scheduler, causes, looked } = guarded(
      { timeout: 10_000, memory: 1000 * mebibyte },
      [200, 920, 998, 1001].map((held) => held * mebibyte),
    );
    const times: number[] = [];
    while (causes.length === 0) {
      scheduler.maxFrames++;
      scheduler.flush();
      if (await looked()) times.push(scheduler.now());
    }
    expect(times).toEqual([10, 110, 130, 140]);
    expect(causes.map(({ reason }) => reason)).toEqual(['memory']);
  });

  it('are not judged by a look that ends after the task', async () => {
    const { scheduler, causes, looked, guard } = guarded({ timeout: 10_000, memory: 100 }, [101]);
    scheduler.maxFrames = 10;
    scheduler.flush();
    guard.unsubscribe();
    await looked();
    expect(causes).toEqual([]);
  });

  it('may be longer than a timer can run, which would then fire at once', () => {
    const { scheduler, causes } = guarded({ timeout: 2 ** 40, memory: 100 }, []);
    scheduler.maxFrames = 2 ** 31 - 2;
    scheduler.flush();
    expect(causes).toEqual([]);
    scheduler.maxFrames = 2 ** 31 - 1;
    scheduler.flush();
    expect(causes).toHaveLength(1);
  });
});

/** A guard in virtual time over a process that holds these bytes at each look. */
function guarded(limits: { timeout: number; memory: number }, resident: number[]) {
  const scheduler = new VirtualTimeScheduler(undefined, 0);
  const causes: ExitCause[] = [];
  let last: Promise<number | undefined> | undefined;
  const look = (): Promise<number | undefined> => (last = Promise.resolve(resident.shift()));
  // Whether there was a look since the last time; it is over when this resolves.
  const looked = async (): Promise<boolean> => {
    const look = last;
    last = undefined;
    await look;
    return look !== undefined;
  };
  const guard = guardLimits(limits, look, scheduler, (cause) => causes.push(cause));
  return { scheduler, causes, guard, looked };
}
