import type { SchedulerAction, SchedulerLike, Subscription } from 'rxjs';
import type { Limits } from '../model/workers.ts';
import type { ExitCause } from './exit-cause.ts';

/**
 * Watches one task from outside, since a process in a busy loop or in native code can watch nothing. Tells the first limit
 * that is passed. Timers run on the monotonic clock. Unsubscribe when the task has ended.
 */
export function guardLimits(
  limits: Limits,
  resident: () => Promise<number | undefined>,
  scheduler: SchedulerLike,
  exceed: (cause: ExitCause) => void,
): Subscription {
  const guard = scheduler.schedule(
    () => {
      exceed({ reason: 'timeout', message: `A task was stopped after its limit of ${limits.timeout} ms` });
    },
    Math.min(limits.timeout, longestTimer),
  );
  guard.add(
    scheduler.schedule(function look(this: SchedulerAction<unknown>) {
      void resident().then((bytes) => {
        if (guard.closed) return;
        if (bytes !== undefined && bytes > limits.memory) {
          exceed({ reason: 'memory', message: `A worker held ${mebibytes(bytes)} of memory; its limit is ${mebibytes(limits.memory)}` });
        } else this.schedule(undefined, nextLook(limits.memory - (bytes ?? 0)));
      });
    }, shortestLook),
  );
  return guard;
}

/** Milliseconds until a process that grows as fast as it can could have used up `free` bytes. */
function nextLook(free: number): number {
  return Math.max(shortestLook, Math.min(longestLook, free / fastestGrowth));
}

const shortestLook = 10;
const longestLook = 100;
const mebibyte = 1024 * 1024;

/** Bytes per millisecond: pages are filled at 1 to 4 GiB/s. */
const fastestGrowth = 4 * mebibyte;

/** A longer timer fires at once. */
const longestTimer = 2 ** 31 - 1;

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / mebibyte)} MiB`;
}
