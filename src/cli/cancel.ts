import type { CommandModule } from 'yargs';
import { counted } from '../report/counted.ts';
import type { Io } from './io.ts';
import { jobByPrefix, jsonOption, stateOption, tell, withLedger } from './state.ts';

interface Arguments {
  id: string[];
  state: string;
  json: boolean;
}

export const cancel = (io: Io): CommandModule<object, Arguments> => ({
  command: 'cancel <id..>',
  describe: 'Cancel jobs that have not ended',
  builder: (args) =>
    args
      .positional('id', { type: 'string', array: true, demandOption: true, describe: 'Job ids, or the beginnings of them' })
      .option('state', stateOption)
      .option('json', jsonOption)
      .example('$0 cancel 3f2a', 'A waiting job ends at once, one in work within a second or so'),
  handler: ({ id: ids, state, json }) => {
    withLedger(io, state, (ledger) => {
      const named = ids.map((text) => jobByPrefix(ledger, text));
      const cancelled = named.filter((job) => ledger.cancel(job.id, io.clock.now())).map((job) => job.id);
      const ended = named.filter((job) => !cancelled.includes(job.id)).map((job) => job.id);
      tell(io, json, { cancelled, ended }, () =>
        [`${counted(cancelled.length, 'job')} cancelled`, ...ended.map((job) => `${job} has ended already`)].join('\n'),
      );
    });
  },
});
