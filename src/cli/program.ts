import yargs from 'yargs';
import type { Argv } from 'yargs';
import { batch } from './batch.ts';
import { cancel } from './cancel.ts';
import { explain } from './explain.ts';
import type { Io } from './io.ts';
import { jobs } from './jobs.ts';
import { learn } from './learn.ts';
import { lint } from './lint.ts';
import { retry } from './retry.ts';
import { run, serve } from './run.ts';
import { schema } from './schema.ts';
import { stages } from './stages.ts';
import { test } from './test.ts';
import { token } from './token.ts';
import { why } from './why.ts';

/** Names of all commands, in the order of the help. */
export const commandNames = [
  'run',
  'serve',
  'batch',
  'jobs',
  'retry',
  'cancel',
  'why',
  'explain',
  'learn',
  'lint',
  'test',
  'schema',
  'stages',
  'token',
  'completion',
] as const;

/** What the shell is told when the command line is not understood. */
const usageExit = 2;

/** Name of the errors by which yargs says that a value is missing or refused; other mistakes come as a message alone. */
const byYargs = 'YError';

/** `--include '*.pdf' scans/` names one pattern and one folder. */
const onePatternEach = { 'greedy-arrays': false };

/** The whole command line; `parseAsync` runs the command that it names. Errors of commands are thrown. */
export function program(io: Io, version: string): Argv {
  return yargs([])
    .scriptName('millrace')
    .usage('$0 <command>\n\nTurns folders of documents into structured data.')
    .command(run(io, version))
    .command(serve(io, version))
    .command(batch(io))
    .command(jobs(io))
    .command(retry(io))
    .command(cancel(io))
    .command(why(io))
    .command(explain(io))
    .command(learn(io))
    .command(lint(io))
    .command(test(io))
    .command(schema(io))
    .command(stages(io))
    .command(token(io))
    .completion('completion', 'Print a completion script for the shell')
    .demandCommand(1, 'Say what to do: run, batch, or one of the commands above')
    .recommendCommands()
    .strict()
    .version(version)
    .alias('h', 'help')
    .parserConfiguration(onePatternEach)
    .locale('en')
    .wrap(Math.min(120, io.columns))
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined, parser) => {
      if (error !== undefined && error.name !== byYargs) throw error;
      parser.showHelp();
      io.err(`\n${message ?? error?.message ?? ''}\n`);
      io.exit(usageExit);
    });
}
