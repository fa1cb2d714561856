/**
 * Ends a worker and every program that it has started, such as an OCR engine: it leads a process group of its own, and they are in it.
 * The group outlives its leader for as long as one of them runs, so this also cleans up after a worker that was killed by somebody else.
 */
export function killGroup(leader: number): void {
  signalGroup(leader, 'SIGKILL');
}

/** The same for another signal. */
export function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch {
    // Nobody is left in it.
  }
}
