import type { ErrorClass, MillraceError } from '../model/errors.ts';
import type { Plan } from '../model/plan.ts';

/** What to do after a failure: the only place that decides between another try and giving up. */
export type NextTry = { kind: 'give-up' } | { kind: 'soon' | 'later'; delay: number };

/** A hang or a crash will most likely come again, so less is spent on it than on a fault of the world around. */
const mostRetries: Record<ErrorClass, number> = { permanent: 0, timeout: 1, crash: 2, transient: Infinity, busy: 20 };

/** Waits up to this many milliseconds keep their lane; longer ones are a `next_at` in the ledger. */
const soon = 1_000;

/**
 * `failures` counts this one too. `retries` are those that the whole job has had; waits for somebody who is busy are none of them. Exponential,
 * half fixed and half random, so that documents that failed together do not come back together; never sooner than the error says.
 */
export function nextTry(
  error: MillraceError,
  failures: number,
  retries: number,
  plan: Pick<Plan, 'maxRetries' | 'retryDelay' | 'retryDelayMax'>,
  random: number,
): NextTry {
  if ((countsAsRetry(error) && retries >= plan.maxRetries) || failures > mostRetries[error.class]) return { kind: 'give-up' };
  const backOff = Math.round(Math.min(plan.retryDelayMax, plan.retryDelay * 2 ** (failures - 1)) * (0.5 + random / 2));
  const delay = Math.max(backOff, error.retryAfter ?? 0);
  return { kind: delay <= soon ? 'soon' : 'later', delay };
}

/** Whether another try is one of those that a job has. */
export function countsAsRetry(error: MillraceError): boolean {
  return error.class !== 'busy';
}
