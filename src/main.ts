import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { hideBin } from 'yargs/helpers';
import type { Io } from './cli/io.ts';
import { program } from './cli/program.ts';
import { systemClock } from './model/clock.ts';
import { asMillraceError, errorKinds } from './model/errors.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  isTTY: process.stderr.isTTY,
  columns: process.stderr.columns || 100,
  node: process.execPath,
  processors: availableParallelism(),
  peakMemory,
  exit: (code) => void (process.exitCode = code),
  abandon: (code) => process.exit(code),
  onSignal(listener) {
    process.on('SIGINT', listener).on('SIGTERM', listener);
    return () => void process.off('SIGINT', listener).off('SIGTERM', listener);
  },
  clock: systemClock,
};

// `millrace jobs | head` closes the pipe early; that is no failure of ours. An answer that is cut off for another reason is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') io.abandon(0);
  const failure = asMillraceError(error);
  io.err(`millrace: error[${failure.code}] ${failure.message}\n`);
  io.abandon(failure.exit);
});

// Work goes on without its log, when the disk under it is full or who read it is gone.
process.stderr.on('error', () => undefined);

try {
  await program(io, version).parseAsync(hideBin(process.argv));
} catch (thrown) {
  const error = asMillraceError(thrown);
  io.err(`millrace: error[${error.code}] ${error.message}\n${errorKinds[error.code].help}\n`);
  if (error.code === 'internal.unexpected' && error.cause instanceof Error) io.err(`${error.cause.stack ?? ''}\n`);
  io.exit(error.exit);
}

/** What the kernel counted since this program began; `maxRSS` also knows what the process was before it became this program. */
function peakMemory(): number {
  if (!existsSync('/proc/self/status')) return process.resourceUsage().maxRSS * 1024;
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) * 1024;
}
