import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import { tokenFile } from './http-options.ts';
import type { Io } from './io.ts';
import { jsonOption, stateOption, tell } from './state.ts';

interface Arguments {
  state: string;
  remove: boolean;
  json: boolean;
}

/** Bytes of chance. */
const strength = 32;

export const token = (io: Io): CommandModule<object, Arguments> => ({
  command: 'token',
  describe: 'Make a new token for the HTTP API, and print it this one time',
  builder: (args) =>
    args
      .option('state', stateOption)
      .option('remove', { type: 'boolean', default: false, describe: 'Ask for no token any more' })
      .option('json', jsonOption)
      .example('$0 token', 'Ask clients for a token from the next start of the daemon on')
      .epilogue('Only its hash is kept, in the state folder. The daemon reads it when it starts.'),
  handler: ({ state, remove, json }) => {
    const folder = resolve(io.cwd, state);
    const path = tokenFile(folder);
    if (remove) {
      rmSync(path, { force: true });
      tell(io, json, { token: null }, () => 'No token is asked for from the next start on');
      return;
    }
    const made = randomBytes(strength).toString('base64url');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const scratch = `${path}.tmp`;
    writeFileSync(scratch, `${createHash('sha256').update(made).digest('hex')}\n`, { mode: 0o600 });
    renameSync(scratch, path);
    tell(io, json, { token: made }, () => made);
  },
});
