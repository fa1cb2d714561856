import type { Clock } from '../model/clock.ts';

/** All that a command knows of the world around it; main.ts makes it of the process, tests make their own. */
export interface Io {
  /** Results, for standard output. The text brings its own line ends. */
  out(text: string): void;
  /** What goes on and what went wrong, for standard error. */
  err(text: string): void;
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  isTTY: boolean;
  /** Width of the terminal in characters. */
  columns: number;
  /** Sets the code that the program ends with once the command has returned. */
  exit(code: number): void;
  /** Calls the listener at each signal until the returned function is called. */
  onSignal(listener: (signal: 'SIGINT' | 'SIGTERM') => void): () => void;
  clock: Clock;
}
