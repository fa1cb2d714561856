/**
 * Ends a worker and every program that it has started, such as an OCR engine: it leads a process group of its own, and they are in it.
 * The group outlives its leader for as long as one of them runs, so this also cleans up after a worker that was killed by somebody else.
 */
export function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // Nobody is left in it.
  }
}
