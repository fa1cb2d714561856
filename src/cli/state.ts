import { resolve } from 'node:path';
import type { Options } from 'yargs';
import { MillraceError } from '../model/errors.ts';
import type { Job } from '../model/job.ts';
import type { Ledger } from '../model/ledger.ts';
import { openState } from '../daemon.ts';
import type { Io } from './io.ts';
import { once } from './once.ts';

/** `--state`, which every command that touches the ledger has. */
export const stateOption = {
  type: 'string',
  default: '.millrace',
  describe: 'Folder of the ledger and the work files',
  requiresArg: true,
  coerce: once<string>('state'),
} as const satisfies Options;

export const jsonOption = { type: 'boolean', default: false, describe: 'Print JSON' } as const satisfies Options;

/** Asks the ledger of a state folder something, and closes it whatever comes. */
export function withLedger<T>(io: Io, state: string, ask: (ledger: Ledger) => T): T {
  const ledger = openState(resolve(io.cwd, state));
  try {
    return ask(ledger);
  } finally {
    ledger.close();
  }
}

/** The one job that a person means by an id or the beginning of one. */
export function jobByPrefix(ledger: Ledger, text: string): Job {
  const found = ledger.findJobs(text).filter((job) => job.id.startsWith(text));
  const [job, another] = found;
  if (job === undefined) throw new MillraceError('job.unknown', `No job has the id ${text}`);
  if (another !== undefined) throw new MillraceError('usage.invalid', `${text} is the beginning of ${String(found.length)} job ids; give more of it`);
  return job;
}

/** Prints what a command found: as JSON for programs, in words for people. */
export function tell(io: Io, json: boolean, value: unknown, words: () => string): void {
  io.out(`${json ? JSON.stringify(value, null, 2) : words()}\n`);
}
