import { resolve } from 'node:path';
import type { Argv, CommandModule } from 'yargs';
import { startDaemon } from '../daemon.ts';
import type { DaemonTerms } from '../daemon.ts';
import { logEvents } from '../report/log.ts';
import type { LogLevel } from '../report/log.ts';
import { runDaemon } from './drain.ts';
import { hostOption, httpTerms, maxUploadOption, namesOption, portOption } from './http-options.ts';
import type { HttpArguments } from './http-options.ts';
import type { Io } from './io.ts';
import { once } from './once.ts';
import { plansFor } from './plans.ts';
import { stateOption } from './state.ts';
import { concurrencyOption, enoughInFlight, workersOf } from './workers-option.ts';

interface Arguments extends HttpArguments {
  pipeline: string[] | undefined;
  state: string;
  concurrency: number | undefined;
  log: LogLevel;
  json: boolean | undefined;
}

const levels: readonly LogLevel[] = ['error', 'warn', 'info', 'debug'];

const epilogue = 'SIGINT or SIGTERM lets documents in work come to their end for 25 s; a second one ends at once. Nothing is lost either way.';

export const run = (io: Io, version: string): CommandModule<object, Arguments & { http: boolean }> => ({
  command: 'run [pipeline..]',
  describe: 'The daemon: watch the folders of pipelines, answer HTTP, and process what arrives',
  builder: (args) =>
    daemonOptions(args)
      .option('http', { type: 'boolean', default: true, describe: 'Answer HTTP (--no-http: only watch folders)' })
      .example('$0 run', 'Watch the folders of all pipelines, and answer on http://127.0.0.1:7470')
      .example('$0 run pipelines/documents.yaml --state /var/lib/millrace', 'One pipeline, with its state elsewhere')
      .epilogue(epilogue),
  handler: (args) => daemon(io, version, args, { kind: 'watch' }, args.http),
});

export const serve = (io: Io, version: string): CommandModule<object, Arguments> => ({
  command: 'serve [pipeline..]',
  describe: 'The HTTP API alone: process what is uploaded, watch no folder',
  builder: (args) => daemonOptions(args).example('$0 serve --port 8080', 'Take uploads on another port').epilogue(epilogue),
  handler: (args) => daemon(io, version, args, { kind: 'serve' }, true),
});

function daemonOptions(args: Argv): Argv<Arguments> {
  return args
    .positional('pipeline', { type: 'string', array: true, describe: 'Pipeline files (default: every one in pipelines/)' })
    .option('state', stateOption)
    .option('concurrency', concurrencyOption)
    .option('host', hostOption)
    .option('port', portOption)
    .option('name', namesOption)
    .option('max-upload', maxUploadOption)
    .option('log', { choices: levels, default: 'info' as const, describe: 'How much to log', coerce: once<LogLevel>('log') })
    .option('json', { type: 'boolean', describe: 'Log JSON lines (default: when no terminal is there)' });
}

async function daemon(io: Io, version: string, args: Arguments, intake: DaemonTerms['intake'], http: boolean): Promise<void> {
  const { pipeline = [], concurrency, log, json } = args;
  const plans = plansFor(io, pipeline).map((plan) => enoughInFlight(plan, concurrency));
  const emit = logEvents(io.stderr, { level: log, pretty: !(json ?? !io.isTTY) });
  const state = resolve(io.cwd, args.state);
  const terms: DaemonTerms = { state, plans, workers: workersOf(io, concurrency), node: io.node, clock: io.clock, emit, intake };
  await runDaemon(io, {
    start: () => startDaemon({ ...terms, http: http ? httpTerms(io, state, version, args) : undefined }),
    stopping: () => undefined,
    ended: () => undefined,
  });
}
