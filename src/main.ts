import { availableParallelism } from 'node:os';
import { readFileSync } from 'node:fs';
import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { batch } from './cli/batch.ts';
import { cancel } from './cli/cancel.ts';
import type { Io } from './cli/io.ts';
import { jobs } from './cli/jobs.ts';
import { lint } from './cli/lint.ts';
import { retry } from './cli/retry.ts';
import { run } from './cli/run.ts';
import { schema } from './cli/schema.ts';
import { stages } from './cli/stages.ts';
import { why } from './cli/why.ts';
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
  columns: process.stderr.columns,
  node: process.execPath,
  processors: availableParallelism(),
  peakMemory: () => process.resourceUsage().maxRSS * 1024,
  exit: (code) => void (process.exitCode = code),
  abandon: (code) => process.exit(code),
  onSignal(listener) {
    process.on('SIGINT', listener).on('SIGTERM', listener);
    return () => void process.off('SIGINT', listener).off('SIGTERM', listener);
  },
  clock: systemClock,
};

/** What the shell is told when yargs does not understand the command line. */
const usageExit = 2;

try {
  await yargs(hideBin(process.argv))
    .scriptName('millrace')
    .usage('$0 <command>\n\nTurns folders of documents into structured data.')
    .command(run(io))
    .command(batch(io))
    .command(jobs(io))
    .command(retry(io))
    .command(cancel(io))
    .command(why(io))
    .command(lint(io))
    .command(schema(io))
    .command(stages(io))
    .completion('completion', 'Print a completion script for the shell')
    .demandCommand(1, 'Say what to do: run, batch, or one of the commands above')
    .recommendCommands()
    .strict()
    .version(version)
    .alias('h', 'help')
    .wrap(Math.min(120, process.stdout.columns || 100))
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined, parser) => {
      if (error !== undefined) throw error;
      parser.showHelp();
      io.err(`\n${message ?? ''}\n`);
      io.exit(usageExit);
    })
    .parseAsync();
} catch (thrown) {
  const error = asMillraceError(thrown);
  io.err(`millrace: error[${error.code}] ${error.message}\n${errorKinds[error.code].help}\n`);
  if (error.code === 'internal.unexpected' && error.cause instanceof Error) io.err(`${error.cause.stack ?? ''}\n`);
  io.exit(error.exit);
}
