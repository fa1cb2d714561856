import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Api, ResultFile } from './http/api.ts';
import { startServer } from './http/server.ts';
import type { ServerTerms } from './http/server.ts';
import type { Emit } from './model/events.ts';
import { Eta } from './report/eta.ts';
import { asMillraceError } from './model/errors.ts';
import type { Job } from './model/job.ts';
import type { Plan, PlannedSink } from './model/plan.ts';
import { resultPath } from './publish/result-path.ts';

export type HttpTerms = ServerTerms & {
  /** Of the program. */
  version: string;
};

export interface OpenApi {
  url: string;
  close(): Promise<void>;
}

export type ApiParts = Pick<Api, 'plans' | 'ledger' | 'clock' | 'uploads' | 'tell' | 'picture' | 'stopping'> & { workers: number };

/** Lets others ask the daemon, and hand documents in. `listeners` are told of everything that happens. Errors: those of `startServer`. */
export async function openApi(parts: ApiParts, listeners: Set<Emit>, terms: HttpTerms): Promise<OpenApi> {
  const plans = new Map(parts.plans.map((plan) => [plan.name, plan]));
  const eta = new Eta(parts);
  const listen = (listener: Emit): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const forget = listen((event) => eta.hear(event));
  const api: Api = {
    ...parts,
    version: terms.version,
    eta,
    events: listen,
    filesOf: (job) => filesOf(job, plans.get(job.pipeline)),
    unready: () => unready(parts),
  };
  const server = await startServer(api, terms);
  return {
    url: server.url,
    async close() {
      await server.close();
      forget();
      eta.save();
    },
  };
}

/** What the sinks of its pipeline have written for a job, as far as it is still there. */
async function filesOf(job: Job, plan: Plan | undefined): Promise<ResultFile[]> {
  const found: ResultFile[] = [];
  for (const sink of plan?.sinks ?? []) found.push(...(await writtenBy(sink, resultPath(sink, job.result_name, plan?.sinks ?? []))));
  return found;
}

async function writtenBy({ name: sink, form }: PlannedSink, path: string): Promise<ResultFile[]> {
  const paths = form === 'file' ? [path] : (await readdir(path).catch(noneThere)).sort().map((name) => join(path, name));
  const there = await Promise.all(
    paths.map((one) =>
      access(one, constants.R_OK)
        .then(() => [one])
        .catch(noneThere),
    ),
  );
  return there.flat().map((one) => ({ sink, name: basename(one), path: one, mediaType: mediaTypes[extname(one)] ?? 'application/octet-stream' }));
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.pdf': 'application/pdf',
};

function noneThere(error: NodeJS.ErrnoException): never[] {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'EACCES') return [];
  throw error;
}

/** Tries what taking a document needs, rather than believing it. */
async function unready({ stopping, ledger, clock, plans }: ApiParts): Promise<string[]> {
  const reasons = stopping() ? ['The daemon is stopping.'] : [];
  try {
    ledger.remember('ready', String(clock.now()));
  } catch (error) {
    reasons.push(`The ledger cannot be written (${asMillraceError(error).code}).`);
  }
  for (const { name, sinks } of plans) {
    for (const sink of sinks) {
      const writable = await access(sink.folder, constants.W_OK).then(
        () => true,
        () => false,
      );
      if (!writable) reasons.push(`The folder of sink ${sink.name} of ${name} cannot be written.`);
    }
  }
  return reasons;
}
