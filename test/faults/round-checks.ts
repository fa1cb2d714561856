import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Ending } from '../support/command.ts';
import { readLedger } from '../support/ledger-copy.ts';
import type { LedgerRows } from '../support/ledger-copy.ts';
import type { Workspace } from '../support/workspace.ts';

/** What a batch has left behind. */
export interface RoundState {
  code: number | null;
  ledger: LedgerRows | undefined;
  /** SHA-256 by name, reports left out. */
  results: Map<string, string>;
  /** Whatever still stands in the work folder. */
  work: string[];
  counts: unknown;
  /** Files that the batch was given. */
  given: string[];
  /** The results folder. */
  folder: string;
}

export async function readRound(place: Workspace, name: string, ending: Ending): Promise<RoundState> {
  const folder = place.at(name, 'results');
  const results = new Map<string, string>();
  for (const file of await place.files(`${name}/results`)) {
    if (file === 'report.json' || file === 'report.md') continue;
    results.set(
      file,
      createHash('sha256')
        .update(await readFile(place.at(name, 'results', file)))
        .digest('hex'),
    );
  }
  const ledger = await readLedger(place.at(name, 'state'));
  const report = (await place.json(name, 'results', 'report.json').catch(() => ({ counts: 'no report' }))) as { counts: unknown };
  const given = (await place.files('documents')).map((file) => place.at('documents', file));
  return { code: ending.code, ledger, results, work: await place.files(`${name}/state/work`), counts: report.counts, given, folder };
}

/** Every way in which a disturbed batch came out other than the undisturbed one, as sentences. */
export function compareRounds(round: RoundState, reference: RoundState): string[] {
  const { ledger } = round;
  if (ledger === undefined || reference.ledger === undefined) return ['there is no ledger'];
  return [
    ...(round.code === reference.code ? [] : [`exit code ${round.code} instead of ${reference.code}`]),
    ...(ledger.integrity === 'ok' ? [] : [`integrity_check: ${ledger.integrity}`]),
    ...(round.work.length === 0 ? [] : [`the work folder still holds ${round.work.join(', ')}`]),
    ...(same(round.counts, reference.counts)
      ? []
      : [`the report counts ${JSON.stringify(round.counts)} instead of ${JSON.stringify(reference.counts)}`]),
    ...compareResults(round.results, reference.results),
    ...checkEndings(round, ledger),
    ...compareEndings(ledger, reference.ledger),
  ];
}

function compareResults(results: ReadonlyMap<string, string>, expected: ReadonlyMap<string, string>): string[] {
  const names = new Set([...results.keys(), ...expected.keys()]);
  return [...names].flatMap((name) => {
    if (!results.has(name)) return [`the result ${name} is missing`];
    if (!expected.has(name)) return [`${name} stands in the results folder and should not`];
    return results.get(name) === expected.get(name) ? [] : [`the result ${name} differs`];
  });
}

/** Every file has one arrival, every arrival a job that has ended, every completed job one result of its own, and no result is without a job. */
function checkEndings({ given, results, folder }: RoundState, { jobs, arrivals }: LedgerRows): string[] {
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const claimed = jobs.filter(({ status }) => status === 'completed').map(({ result }) => relative(folder, result ?? ''));
  return [
    ...given.filter((path) => arrivals.filter((arrival) => arrival.path === path).length !== 1).map((path) => `${path} has not exactly one arrival`),
    ...arrivals.filter(({ job }) => !['completed', 'failed'].includes(byId.get(job)?.status ?? '')).map(({ path }) => `${path} has reached no end`),
    ...jobs
      .filter(({ status, error_code, result }) => (status === 'failed') !== (error_code !== null && result === null))
      .map(({ file_path }) => `${file_path} has a result and a failure, or neither`),
    ...(new Set(claimed).size === claimed.length ? [] : ['two jobs claim one result']),
    ...(same(claimed.toSorted(), [...results.keys()].sort()) ? [] : ['the results are not those of the completed jobs']),
  ];
}

/** A kill is no fault of a document: it ends as if nothing had happened, with no retry counted. */
function compareEndings({ jobs }: LedgerRows, reference: LedgerRows): string[] {
  const expected = new Map(reference.jobs.map((job) => [job.file_path, job]));
  return jobs.flatMap(({ file_path, status, error_code, retries }) => {
    const other = expected.get(file_path);
    const [ours, theirs] = [
      `${status} ${error_code ?? ''} after ${retries} retries`,
      `${other?.status ?? 'unknown'} ${other?.error_code ?? ''} after ${other?.retries ?? 0} retries`,
    ];
    return ours === theirs ? [] : [`${file_path} is ${ours} instead of ${theirs}`];
  });
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
