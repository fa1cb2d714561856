import { MillraceError } from '../model/errors.ts';
import type { ErrorCode } from '../model/errors.ts';
import type { WorkerExit } from '../model/workers.ts';

/** Why a worker process ended: a word for events and a sentence for people. */
export interface ExitCause {
  reason: WorkerExit;
  message: string;
  /** The error that the worker itself gave. */
  error?: MillraceError;
}

/** Reads off how a process ended why it did, when it was not the host that ended it. `said` is the end of its stderr. */
export function exitCause(code: number | null, signal: string | null, said: string): ExitCause {
  if (heapExhausted.test(said)) return { reason: 'memory', message: 'A worker used up its heap' };
  if (signal === 'SIGKILL')
    return { reason: 'signal', message: 'A worker was ended by SIGKILL from outside; a machine that is out of memory does so' };
  if (signal !== null) return { reason: 'signal', message: `A worker was ended by ${signal}` };
  if (code !== null && code > 128)
    return { reason: 'signal', message: `A worker ended with exit code ${code}, which stands for signal ${code - 128}` };
  return { reason: 'exit', message: `A worker ended by itself with exit code ${code ?? 'unknown'}` };
}

/** The error of the task that the process had in hand; its cause is what the process last said. */
export function exitError({ reason, message, error }: ExitCause, said: string): MillraceError {
  return error ?? new MillraceError(codes[reason], message, said === '' ? undefined : said);
}

// What V8 and Node print before they abort; an exception that only mentions memory leaves the process alive.
const heapExhausted = /FATAL ERROR: .*(?:heap out of memory|Allocation failed)|Fatal .*out of memory|Fatal process OOM/;

const codes: Record<WorkerExit, ErrorCode> = {
  recycled: 'worker.stopped',
  stopped: 'worker.stopped',
  cancelled: 'job.cancelled',
  timeout: 'worker.timeout',
  memory: 'worker.memory',
  signal: 'worker.signal',
  exit: 'worker.exit',
  protocol: 'worker.protocol',
  'self-test': 'worker.self-test',
};
