import { describe, expect, it } from 'vitest';
import { exitCause, exitError } from '../../src/workers/exit-cause.ts';

const heapReport = `
<--- Last few GCs --->
[13980:0x2a] 1203 ms: Mark-Compact 127.9 (130.1) -> 127.6 (130.6) MB
FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory
----- Native stack trace -----
 1: 0xe1b0e4 node::OOMErrorHandler(char const*, v8::OOMDetails const&)`;

describe('the cause of an exit', () => {
  it.each([
    [134, null, heapReport, 'memory', 'worker.memory'],
    [null, 'SIGABRT', heapReport, 'memory', 'worker.memory'],
    [null, 'SIGABRT', 'Assertion failed', 'signal', 'worker.signal'],
    [null, 'SIGSEGV', '', 'signal', 'worker.signal'],
    [139, null, '', 'signal', 'worker.signal'],
    [0, null, '', 'exit', 'worker.exit'],
    [7, null, '', 'exit', 'worker.exit'],
    // A library that only speaks of memory has not used it up.
    [1, null, 'Error: tile cache is out of memory', 'exit', 'worker.exit'],
  ])('of code %s, signal %s: %#', (code, signal, said, reason, errorCode) => {
    const cause = exitCause(code, signal, said);
    expect(cause.reason).toBe(reason);
    expect(exitError(cause, said).code).toBe(errorCode);
  });

  it('names the signal and the code, and keeps what was said', () => {
    expect(exitCause(null, 'SIGSEGV', '').message).toContain('SIGSEGV');
    expect(exitCause(7, null, '').message).toContain('exit code 7');
    expect(exitError(exitCause(7, null, 'last words'), 'last words').cause).toBe('last words');
  });
});
