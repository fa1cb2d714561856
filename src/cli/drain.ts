import type { Daemon } from '../daemon.ts';
import type { Io } from './io.ts';

export const signalExit = { SIGINT: 130, SIGTERM: 143 } as const;

export type Signal = keyof typeof signalExit;

/** Runs a daemon to its end. The first signal lets it drain, the second ends the process at once. Resolves with the first signal, if one came. */
export async function runToEnd(io: Io, daemon: Daemon, onFirst: () => void): Promise<Signal | undefined> {
  let first: Signal | undefined;
  const deafen = io.onSignal((signal) => {
    if (first !== undefined) {
      io.abandon(signalExit[signal]);
      return;
    }
    first = signal;
    onFirst();
    daemon.stop();
  });
  try {
    await daemon.finished;
    return first;
  } finally {
    deafen();
  }
}
