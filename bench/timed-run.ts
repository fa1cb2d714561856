import { spawn } from 'node:child_process';

export interface Timed {
  code: number | null;
  stdout: string;
  /** Seconds from start to exit. */
  wall: number;
  /** Seconds of processor time of the program and all that it started. */
  allCpu: number;
}

/** Runs any program to its end and takes its time; a shell knows what all of its children have used. */
export async function timedRun(cwd: string, command: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Timed> {
  const started = performance.now();
  const child = spawn('sh', ['-c', '"$@"; code=$?; times >&3; exit $code', 'sh', ...command], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    env,
  });
  let stdout = '';
  let times = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stdio[3]?.on('data', (text: Buffer) => (times += text.toString()));
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  return { code, stdout, wall: (performance.now() - started) / 1000, allCpu: childrenSeconds(times) };
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
