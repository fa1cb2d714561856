import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const bin = join(import.meta.dirname, '..', 'bin', 'millrace.js');

export interface Measured {
  code: number | null;
  stdout: string;
  /** Seconds from start to exit. */
  wall: number;
  /** Seconds of processor time of the process itself. */
  ownCpu: number;
  /** Seconds of processor time of the process and all that it started. */
  allCpu: number;
  /** Highest resident size of the process itself, in bytes. */
  peak: number;
}

const hook = new URL('./exit-figures.ts', import.meta.url).href;

/** Runs a Node program to its end and takes its time: on the clock, on the processor, and how much memory it held. */
export async function measuredRun(cwd: string, args: readonly string[]): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-figures-'));
  const figures = join(folder, 'figures.json');
  const started = performance.now();
  // A shell knows what all of its children have used.
  const child = spawn('sh', ['-c', '"$@"; code=$?; times >&3; exit $code', 'sh', process.execPath, '--import', hook, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    env: { ...process.env, MILLRACE_FIGURES: figures },
  });
  let stdout = '';
  let times = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stdio[3]?.on('data', (text: Buffer) => (times += text.toString()));
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  const wall = (performance.now() - started) / 1000;
  const { cpu, peak } = JSON.parse(readFileSync(figures, 'utf8')) as { cpu: number; peak: number };
  rmSync(folder, { recursive: true });
  return { code, stdout, wall, ownCpu: cpu, allCpu: childrenSeconds(times), peak };
}

/** The second line of `times`: user and system time of the children, as `0m1.234s`. */
function childrenSeconds(times: string): number {
  const parts =
    times
      .trim()
      .split('\n')[1]
      ?.match(/(\d+)m([\d.]+)s/g) ?? [];
  return parts.reduce((sum, part) => {
    const [, minutes = '0', seconds = '0'] = /(\d+)m([\d.]+)s/.exec(part) ?? [];
    return sum + Number(minutes) * 60 + Number(seconds);
  }, 0);
}
