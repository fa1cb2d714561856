import type { Clock } from '../model/clock.ts';

/** The world as a command sees it: main.ts makes it of the process, a test of what it likes. */
export interface Io {
  /** Results, for standard output. The text brings its own line ends. */
  out(text: string): void;
  /** What goes on and what went wrong, for standard error. The text brings its own line ends. */
  err(text: string): void;
  stderr: NodeJS.WriteStream;
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  /** Whether a person is looking at standard error. */
  isTTY: boolean;
  columns: number;
  /** Path of the Node executable. */
  node: string;
  /** Processors that may be used. */
  processors: number;
  /** Highest resident size of this process so far, in bytes. */
  peakMemory(): number;
  /** Sets the code that the program ends with once the command has returned. */
  exit(code: number): void;
  /** Ends the program at once. */
  abandon(code: number): void;
  /** Returns how to stop listening. */
  onSignal(listener: (signal: 'SIGINT' | 'SIGTERM') => void): () => void;
  clock: Clock;
}
