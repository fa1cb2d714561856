import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timedRun } from './timed-run.ts';
import type { Timed } from './timed-run.ts';

export const bin = join(import.meta.dirname, '..', 'bin', 'millrace.js');

export interface Measured extends Timed {
  /** Seconds of processor time of the process itself. */
  ownCpu: number;
  /** Highest resident size of the process itself, in bytes. */
  peak: number;
}

const hook = new URL('./exit-figures.ts', import.meta.url).href;

/** Runs a Node program to its end and takes its time: on the clock, on the processor, and how much memory it held. */
export async function measuredRun(cwd: string, args: readonly string[]): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-figures-'));
  const figures = join(folder, 'figures.json');
  const timed = await timedRun(cwd, [process.execPath, '--import', hook, ...args], { ...process.env, MILLRACE_FIGURES: figures });
  const { cpu, peak } = JSON.parse(readFileSync(figures, 'utf8')) as { cpu: number; peak: number };
  rmSync(folder, { recursive: true });
  return { ...timed, ownCpu: cpu, peak };
}
