import { resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import { startDaemon } from '../daemon.ts';
import { logEvents } from '../report/log.ts';
import type { LogLevel } from '../report/log.ts';
import { runDaemon } from './drain.ts';
import type { Io } from './io.ts';
import { once } from './once.ts';
import { plansFor } from './plans.ts';
import { stateOption } from './state.ts';
import { concurrencyOption, enoughInFlight, workersOf } from './workers-option.ts';

interface Arguments {
  pipeline: string[] | undefined;
  state: string;
  concurrency: number | undefined;
  log: LogLevel;
  json: boolean | undefined;
}

const levels: readonly LogLevel[] = ['error', 'warn', 'info', 'debug'];

export const run = (io: Io): CommandModule<object, Arguments> => ({
  command: 'run [pipeline..]',
  describe: 'The daemon: watch the folders of pipelines and process what arrives',
  builder: (args) =>
    args
      .positional('pipeline', { type: 'string', array: true, describe: 'Pipeline files (default: every one in pipelines/)' })
      .option('state', stateOption)
      .option('concurrency', concurrencyOption)
      .option('log', { choices: levels, default: 'info' as const, describe: 'How much to log', coerce: once<LogLevel>('log') })
      .option('json', { type: 'boolean', describe: 'Log JSON lines (default: when no terminal is there)' })
      .example('$0 run', 'Watch the folders of all pipelines')
      .example('$0 run pipelines/documents.yaml --state /var/lib/millrace', 'One pipeline, with its state elsewhere')
      .epilogue('SIGINT or SIGTERM lets documents in work come to their end for 25 s; a second one ends at once. Nothing is lost either way.'),
  handler: async ({ pipeline = [], state, concurrency, log, json }) => {
    const plans = plansFor(io, pipeline).map((plan) => enoughInFlight(plan, concurrency));
    const emit = logEvents(io.stderr, { level: log, pretty: !(json ?? !io.isTTY) });
    const workers = workersOf(io, concurrency);
    await runDaemon(io, {
      start: () => startDaemon({ state: resolve(io.cwd, state), plans, workers, node: io.node, clock: io.clock, emit, intake: { kind: 'watch' } }),
      stopping: () => undefined,
      ended: () => undefined,
    });
  },
});
