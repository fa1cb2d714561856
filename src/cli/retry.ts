import type { CommandModule } from 'yargs';
import { MillraceError } from '../model/errors.ts';
import { counted } from '../report/counted.ts';
import type { Io } from './io.ts';
import { once } from './once.ts';
import { jobByPrefix, jsonOption, stateOption, tell, withLedger } from './state.ts';

interface Arguments {
  id: string[] | undefined;
  failed: boolean;
  code: string | undefined;
  state: string;
  json: boolean;
}

/** Failed jobs that one command opens again at the most; the same command again takes the next ones. */
const most = 100_000;

export const retry = (io: Io): CommandModule<object, Arguments> => ({
  command: 'retry [id..]',
  describe: 'Run ended jobs again; stages that are done are not run again',
  builder: (args) =>
    args
      .positional('id', { type: 'string', array: true, describe: 'Job ids, or the beginnings of them' })
      .option('failed', { type: 'boolean', default: false, describe: 'All failed jobs' })
      .option('code', { type: 'string', describe: 'With --failed: only those with this error code', implies: 'failed', coerce: once<string>('code') })
      .option('state', stateOption)
      .option('json', jsonOption)
      .example('$0 retry 3f2a', 'One job')
      .example('$0 retry --failed --code document.password-required', 'All that lacked a password'),
  handler: ({ id: ids = [], failed, code, state, json }) => {
    if (ids.length === 0 && !failed) throw new MillraceError('usage.invalid', 'Say which jobs: by their ids, or --failed');
    withLedger(io, state, (ledger) => {
      const named = ids.map((text) => jobByPrefix(ledger, text));
      const all = failed ? ledger.listJobs({ status: 'failed', limit: most }).filter((job) => code === undefined || job.error?.code === code) : [];
      const opened = [...named, ...all].filter((job) => ledger.retry(job.id, io.clock.now())).map((job) => job.id);
      const busy = named.filter((job) => !opened.includes(job.id)).map((job) => job.id);
      const said = `${counted(opened.length, 'job')} due again: for a running daemon at once, for a batch when its command is given again`;
      tell(io, json, { retried: opened, not_ended: busy }, () => [said, ...busy.map((job) => `${job} has not ended`)].join('\n'));
    });
  },
});
