import type { Clock } from '../../src/model/clock.ts';

/** A clock that stands still until a test moves it, and whose chance is always the same. */
export interface ManualClock extends Clock {
  /** Wall time in milliseconds; a test may also turn it back. */
  wall: number;
  /** Milliseconds that both times go on. */
  advance(milliseconds: number): void;
}

export function manualClock(wall = 1_700_000_000_000, random = 0.5): ManualClock {
  let monotonic = 0;
  return {
    wall,
    now() {
      return this.wall;
    },
    monotonic: () => monotonic,
    random: () => random,
    advance(milliseconds) {
      this.wall += milliseconds;
      monotonic += milliseconds;
    },
  };
}
