import { asyncScheduler } from 'rxjs';
import type { SchedulerLike, Subscription } from 'rxjs';

/** Jobs that may wait in a queue: enough that no lane ever runs dry, few enough that files wait in their folder and not in the ledger. */
export const mostWaiting = 1_000;
const resumeAt = 0.8 * mostWaiting;

/** Milliseconds until the ledger is asked again when nobody has said that a job has ended: another process may have cancelled some. */
const askEvery = 1_000;

export interface Room {
  /** Resolves once there is room; false when there will be none any more. */
  enter(): Promise<boolean>;
  /** A job has ended. */
  freed(): void;
  close(): void;
}

/** Holds admission back while too many jobs wait, and lets it go on when a fifth of them is done. */
export function room(unfinished: () => number, scheduler: SchedulerLike = asyncScheduler): Room {
  const waiting: ((open: boolean) => void)[] = [];
  let asking: Subscription | undefined;
  let closed = false;
  const settle = (open: boolean): void => {
    asking?.unsubscribe();
    asking = undefined;
    for (const enter of waiting.splice(0)) enter(open);
  };
  const freed = (): void => {
    if (waiting.length > 0 && unfinished() <= resumeAt) settle(true);
  };
  const ask = (): void => {
    freed();
    if (waiting.length > 0) asking = scheduler.schedule(ask, askEvery);
  };
  return {
    async enter() {
      if (closed) return false;
      if (waiting.length === 0 && unfinished() < mostWaiting) return true;
      asking ??= scheduler.schedule(ask, askEvery);
      return new Promise((resolve) => waiting.push(resolve));
    },
    freed,
    close() {
      closed = true;
      settle(false);
    },
  };
}
