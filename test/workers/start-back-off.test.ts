import { VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { StartBackOff } from '../../src/workers/start-back-off.ts';

describe('the back-off of starts', () => {
  it('waits twice as long after each failure in a row, and ten seconds at the most', () => {
    const scheduler = new VirtualTimeScheduler();
    const backOff = new StartBackOff(scheduler, () => undefined);
    const waits = Array.from({ length: 10 }, () => {
      const from = scheduler.now();
      backOff.failed();
      expect(backOff.active).toBe(true);
      scheduler.flush();
      expect(backOff.active).toBe(false);
      return scheduler.now() - from;
    });
    expect(waits).toEqual([100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000, 10_000]);
  });

  it('begins anew after a start that went well', () => {
    const scheduler = new VirtualTimeScheduler();
    const backOff = new StartBackOff(scheduler, () => undefined);
    backOff.failed();
    backOff.failed();
    backOff.reset();
    expect(backOff).toMatchObject({ active: false, failures: 0 });
  });

  it('resumes once for failures that come together, and never after a stop', () => {
    const scheduler = new VirtualTimeScheduler();
    let resumed = 0;
    const backOff = new StartBackOff(scheduler, () => resumed++);
    backOff.failed();
    backOff.failed();
    scheduler.flush();
    expect(resumed).toBe(1);
    backOff.failed();
    backOff.stop();
    scheduler.flush();
    expect(resumed).toBe(1);
  });
});
