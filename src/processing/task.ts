import { EMPTY, catchError, defer, finalize, ignoreElements, retry, tap, throwError, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import { asMillraceError, toErrorData } from '../model/errors.ts';
import type { MillraceError } from '../model/errors.ts';
import { Attempt, nameOf } from './attempt.ts';
import type { Mill } from './mill.ts';
import { countsAsRetry, nextTry } from './next-try.ts';
import { Postponed } from './postponed.ts';
import type { Run } from './run.ts';
import type { TaskTerms } from './task-terms.ts';

/**
 * Works through the pages of one task. What a try has brought is kept, and the next one goes on behind it: the page that a
 * failed try stopped at is blamed, tried again by the rules, and given up alone.
 */
export function runTask(mill: Mill, run: Run, terms: TaskTerms): Observable<never> {
  let rest = terms.pages;
  const onTry = (): Observable<never> => {
    if (rest.length === 0) return EMPTY;
    const attempt = new Attempt(mill, run, terms, rest);
    return tryOnce(mill, run, terms, attempt).pipe(
      catchError((failure: unknown) => {
        rest = rest.slice(attempt.delivered);
        throw failure;
      }),
    );
  };
  return defer(onTry).pipe(retry({ delay: (failure: unknown) => (failure instanceof Again ? timer(failure.delay) : throwError(() => failure)) }));
}

function tryOnce(mill: Mill, run: Run, terms: TaskTerms, attempt: Attempt): Observable<never> {
  return terms
    .start(attempt.pages, () => attempt.begin())
    .pipe(
      tap({ next: (output) => attempt.take(output), complete: () => attempt.finish(null, 0, false) }),
      ignoreElements(),
      catchError((thrown: unknown) => {
        const error = asMillraceError(thrown);
        throw attempt.begun ? settleFailure(mill, run, terms, attempt, error) : error;
      }),
      finalize(() => attempt.saveRest()),
    );
}

/**
 * Writes down how a try failed, and says what comes of it: another one, now or later, or the page is given up and the next one goes on behind it.
 * What goes wrong after the last page has come is nobody's fault.
 */
function settleFailure({ ledger, clock, emit }: Mill, run: Run, terms: TaskTerms, attempt: Attempt, error: MillraceError): Again | Postponed {
  const { blamed } = attempt;
  if (attempt.delivered === attempt.pages.length) {
    attempt.finish(error, blamed, false);
    return new Again(0);
  }
  const decision = nextTry(error, ledger.failures(run.job.id, terms.stage, blamed) + 1, run.retries, run.plan, clock.random());
  if (decision.kind === 'give-up') {
    giveUp(terms, attempt, blamed, error);
    return new Again(0);
  }
  const counted = countsAsRetry(error);
  if (counted) run.retries++;
  attempt.finish(error, blamed, counted);
  if (decision.kind === 'later') return new Postponed(error, clock.now() + decision.delay);
  emit({ type: 'job.retrying', ...nameOf(run), error: toErrorData(error), delay: decision.delay, retries: run.retries });
  return new Again(decision.delay);
}

/** The end of the attempt is written down even when the whole job ends with it. */
function giveUp(terms: TaskTerms, attempt: Attempt, blamed: number, error: MillraceError): void {
  try {
    attempt.take(terms.giveUp(blamed, error));
  } finally {
    attempt.finish(error, blamed, false);
  }
}

/** Steers the flow within this file only. */
class Again extends Error {
  readonly delay: number;

  constructor(delay: number) {
    super('again');
    this.delay = delay;
  }
}
