import type { SchedulerLike, Subscription } from 'rxjs';

/** Keeps processes that die at their start from being started in a circle: each failure in a row doubles the wait, up to ten seconds. */
export class StartBackOff {
  failures = 0;
  readonly #scheduler: SchedulerLike;
  readonly #resume: () => void;
  #timer: Subscription | undefined;

  constructor(scheduler: SchedulerLike, resume: () => void) {
    this.#scheduler = scheduler;
    this.#resume = resume;
  }

  /** True while no process may be started. */
  get active(): boolean {
    return this.#timer !== undefined;
  }

  failed(): void {
    this.stop();
    const delay = Math.min(firstDelay * 2 ** this.failures, longestDelay);
    this.failures++;
    this.#timer = this.#scheduler.schedule(() => {
      this.#timer = undefined;
      this.#resume();
    }, delay);
  }

  reset(): void {
    this.stop();
    this.failures = 0;
  }

  stop(): void {
    this.#timer?.unsubscribe();
    this.#timer = undefined;
  }
}

const firstDelay = 100;
const longestDelay = 10_000;
