import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

const bin = join(import.meta.dirname, '..', '..', 'bin', 'millrace.js');

/** One line of the daemon's log. */
export interface LogEntry {
  event?: string;
  msg: string;
  filename?: string;
  path?: string;
  [detail: string]: unknown;
}

export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** The command as a shell starts it, by its first line, in a process of its own. */
export interface Command {
  pid: number;
  /** Wall time (ms) just before it was started. */
  startedAt: number;
  /** Lines of the log so far. */
  entries: LogEntry[];
  /** Resolves with the `nth` entry of this event (from 1); rejects when the command ends before. */
  event(event: string, nth?: number): Promise<LogEntry>;
  /** Resolves when `count` entries have passed the test; rejects when the command ends before. */
  nth(test: (entry: LogEntry) => boolean, count: number): Promise<LogEntry>;
  /** Resolves with the first line of standard error that matches; rejects when the command ends before. */
  line(pattern: RegExp): Promise<string>;
  ended: Promise<Ending>;
  /** To the whole process group, as a terminal does it, when the command was started with `group`. */
  kill(signal: NodeJS.Signals): void;
}

export function startCommand(cwd: string, args: readonly string[], { group = false }: { group?: boolean } = {}): Command {
  const startedAt = Date.now();
  const child = spawn(bin, args, {
    cwd,
    env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: group,
  });
  const lines: string[] = [];
  const entries: LogEntry[] = [];
  const checks = new Set<() => void>();
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line);
    const entry = parse(line);
    if (entry !== undefined) entries.push(entry);
    for (const check of [...checks]) check();
  });
  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr: lines.join('\n') }));
  });
  const before = <T>(what: string, find: () => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        const found = find();
        if (found === undefined) return;
        checks.delete(check);
        resolve(found);
      };
      checks.add(check);
      check();
      ended.then(
        (end) => reject(new Error(`millrace ${args.join(' ')} ended (${end.code ?? end.signal}) before ${what}:\n${end.stderr.slice(-4_000)}`)),
        reject,
      );
    });
  return {
    pid: child.pid ?? 0,
    startedAt,
    entries,
    event: (event, nth = 1) => before(`${event} ${nth}`, () => entries.filter((entry) => entry.event === event)[nth - 1]),
    nth: (test, count) => before(`${count} entries`, () => entries.filter(test)[count - 1]),
    line: (pattern) => before(String(pattern), () => lines.find((line) => pattern.test(line))),
    ended,
    kill: (signal) => {
      if (group && child.exitCode === null && child.signalCode === null) process.kill(-(child.pid ?? 0), signal);
      else child.kill(signal);
    },
  };
}

function parse(line: string): LogEntry | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as LogEntry;
  } catch {
    // Half a line is what a killed daemon leaves.
    return undefined;
  }
}
