import type { Io } from '../../src/cli/io.ts';
import { manualClock } from './manual-clock.ts';

/** The world of a command that a test looks at: nothing is printed, nothing ends. */
export interface CapturedIo extends Io {
  stdout: string;
  errors: string;
  /** What the program would end with. */
  code: number | undefined;
}

export function capturedIo(cwd: string, env: Io['env'] = {}): CapturedIo {
  return {
    stdout: '',
    errors: '',
    code: undefined,
    out(text) {
      this.stdout += text;
    },
    err(text) {
      this.errors += text;
    },
    stderr: process.stderr,
    env,
    cwd,
    isTTY: false,
    columns: 100,
    node: process.execPath,
    processors: 1,
    peakMemory: () => 0,
    exit(code) {
      this.code = code;
    },
    abandon(code) {
      this.code = code;
    },
    onSignal: () => () => undefined,
    clock: manualClock(),
  };
}
