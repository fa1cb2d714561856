import { execFile, execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { tempFolder } from './temp-folder.ts';

/** Folders on two file systems, or undefined where there is only one. */
export function twoFileSystems(): [string, string] | undefined {
  const here = tempFolder();
  try {
    const there = tempFolder('/dev/shm');
    return statSync(here).dev === statSync(there).dev ? undefined : [here, there];
  } catch {
    return undefined;
  }
}

export function canTrace(): boolean {
  try {
    execFileSync('strace', ['-o', '/dev/null', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The durable steps of publishing `scratch` as `target`, as the kernel saw them. */
export async function traced(scratch: string, target: string): Promise<string[]> {
  const log = join(tempFolder(), 'trace');
  await strace(['-y', '-o', log, '-e', `trace=${fatalCalls.join()}`], scratch, target);
  return readFileSync(log, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const synced = /fsync\(\d+<([^>]+)>/.exec(line)?.[1];
      const moved = /rename\w*\((?:AT_FDCWD[^,]*, )?"([^"]+)", (?:AT_FDCWD[^,]*, )?"([^"]+)"/.exec(line);
      const removed = /(?:unlink\w*|rmdir)\((?:AT_FDCWD[^,]*, )?"([^"]+)"/.exec(line)?.[1];
      if (synced !== undefined) return [`sync ${synced}`];
      if (moved !== null) return [`move ${moved[1] ?? ''} → ${moved[2] ?? ''}`];
      return removed === undefined ? [] : [`remove ${removed}`];
    });
}

/** Calls that a death in between leaves something half done at. */
export const fatalCalls = ['fsync', 'rename', 'renameat', 'renameat2', 'unlink', 'unlinkat', 'rmdir', 'mkdir', 'copy_file_range'];

/** Publishes in a process that dies at the `nth` of these system calls; false when it did not make so many of them. */
export async function placeAndDie(scratch: string, target: string, call: string, nth: number): Promise<boolean> {
  try {
    await strace(['-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:signal=SIGKILL:when=${nth}`], scratch, target);
    return false;
  } catch (error) {
    const { signal, code } = error as { signal?: unknown; code?: unknown };
    if (signal !== 'SIGKILL' && code !== 137) throw error;
    return true;
  }
}

/** Calls are counted by thread, so there is one that makes them. */
async function strace(options: readonly string[], scratch: string, target: string): Promise<void> {
  const script = fileURLToPath(new URL('./place-one.ts', import.meta.url));
  const env = { ...process.env, UV_THREADPOOL_SIZE: '1' };
  await promisify(execFile)('strace', ['-f', ...options, process.execPath, script, scratch, target], { env });
}
