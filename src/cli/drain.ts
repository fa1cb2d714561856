import type { Daemon } from '../daemon.ts';
import { signalExit } from './exit-codes.ts';
import type { Io } from './io.ts';

export type Signal = keyof typeof signalExit;

export interface DaemonRun<T> {
  start(): Promise<Daemon>;
  /** The first signal has come, maybe before the daemon was there. */
  stopping(): void;
  /** Called when the daemon has come to its end, with the first signal if one came. */
  ended(daemon: Daemon, signal: Signal | undefined): T;
}

/** Runs a daemon from its start to its end. The first signal lets it drain, the second ends the program at once. */
export async function runDaemon<T>(io: Io, run: DaemonRun<T>): Promise<T> {
  const state: { first?: Signal; daemon?: Daemon } = {};
  const deafen = io.onSignal((signal) => {
    if (state.first !== undefined) {
      io.abandon(signalExit[signal]);
      return;
    }
    state.first = signal;
    run.stopping();
    state.daemon?.stop();
  });
  try {
    state.daemon = await run.start();
    if (state.first !== undefined) state.daemon.stop();
    await state.daemon.finished;
    return run.ended(state.daemon, state.first);
  } finally {
    await state.daemon?.close();
    deafen();
  }
}
