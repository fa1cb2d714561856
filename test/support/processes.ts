import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { filter, firstValueFrom, map, race, startWith, take, interval, timer } from 'rxjs';

/** Processes whose working folder is this one: all that a command started there has left behind, whoever its parent is by now. Linux only. */
export function processesIn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && cwdOf(name) === folder && isAlive(name))
    .map(Number);
}

function cwdOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** A zombie holds nothing any more; it only waits to be counted by its parent. */
function isAlive(pid: string): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'latin1'));
  } catch {
    return false;
  }
}

/** Resolves with the milliseconds after which no process is left in the folder, or with undefined when some are after `limit`. The kernel announces no death of a process that is not one's child, so it is looked for. */
export function goneWithin(folder: string, limit: number): Promise<number | undefined> {
  const started = performance.now();
  const gone = interval(10).pipe(
    startWith(0),
    filter(() => processesIn(folder).length === 0),
    map(() => performance.now() - started),
    take(1),
  );
  return firstValueFrom(race(gone, timer(limit).pipe(map(() => undefined))));
}

/** Highest resident size of a process so far, in bytes. */
export function peakResident(pid: number): number {
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * 1024;
}
