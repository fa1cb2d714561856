import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Options } from 'yargs';
import type { DaemonTerms } from '../daemon.ts';
import { MillraceError } from '../model/errors.ts';
import { oneLine } from '../report/progress-line.ts';
import type { Io } from './io.ts';
import { once } from './once.ts';

export const hostOption = {
  type: 'string',
  default: '127.0.0.1',
  describe: 'Address that the HTTP API listens on; any but this machine’s own needs a token',
  requiresArg: true,
  coerce: once<string>('host'),
} as const satisfies Options;

export const portOption = {
  type: 'number',
  default: 7470,
  describe: 'Port of the HTTP API; 0 takes a free one and prints it',
  requiresArg: true,
  coerce: once<number>('port'),
} as const satisfies Options;

export const namesOption = {
  type: 'string',
  array: true,
  default: [] as string[],
  describe: 'A further host name that the API answers to, as behind a proxy; may be given again',
  requiresArg: true,
} as const satisfies Options;

export const maxUploadOption = {
  type: 'number',
  default: 200,
  describe: 'Megabytes that an uploaded file may have',
  requiresArg: true,
  coerce: once<number>('max-upload'),
} as const satisfies Options;

export interface HttpArguments {
  host: string;
  port: number;
  name: string[];
  'max-upload': number;
}

/** Files of one request, which together may be ten times as large as one of them. */
const filesAtOnce = 1_000;

/** Where the hash of the token is kept. */
export const tokenFile = (state: string): string => join(state, 'token.sha256');

export function httpTerms(
  io: Io,
  state: string,
  version: string,
  { host, port, name, 'max-upload': maxUpload }: HttpArguments,
): NonNullable<DaemonTerms['http']> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new MillraceError('usage.invalid', '--port must be a whole number from 0 to 65535');
  if (!(maxUpload > 0)) throw new MillraceError('usage.invalid', '--max-upload must be more than 0');
  const fileSize = Math.round(maxUpload * 1_000_000);
  const path = tokenFile(state);
  return {
    version,
    host,
    port,
    names: name,
    token: existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined,
    limits: { fileSize, files: filesAtOnce, requestSize: 10 * fileSize },
    fault: (error) => io.err(`millrace: http: ${oneLine(error.stack ?? error.message, 2_000)}\n`),
  };
}
