import { join } from 'node:path';
import { firstValueFrom, from, map, race, timer } from 'rxjs';
import type { Ending } from '../support/command.ts';
import { readLedger } from '../support/ledger-copy.ts';
import type { LedgerRows } from '../support/ledger-copy.ts';
import { makeDocuments } from '../support/made-documents.ts';
import type { DocumentTerms } from '../support/made-documents.ts';
import { goneWithin } from '../support/processes.ts';
import { seededRandom } from '../support/random.ts';
import { openWorkspace } from '../support/workspace.ts';
import type { Workspace } from '../support/workspace.ts';
import { checkWork, savedPages } from './work-checks.ts';
import type { SavedPages } from './work-checks.ts';
import { compareRounds, readRound } from './round-checks.ts';
import type { RoundState } from './round-checks.ts';

export interface KillTerms {
  folder: string;
  seed: number;
  kills: number;
  documents: Omit<DocumentTerms, 'seed'>;
  say: (line: string) => void;
}

export interface KillReport {
  seed: number;
  documents: number;
  pages: number;
  kills: number;
  /** Kills before the first task of that life had begun. */
  kills_at_start: number;
  rounds: number;
  reference_seconds: number;
  /** From the start of the process to its first task (ms). */
  first_start_ms: number;
  max_restart_ms: number;
  restarts_measured: number;
  max_orphan_ms: number;
  failures: string[];
}

/** Milliseconds from the start of a process to the first task that it begins. */
const restartLimit = 3_000;
/** Milliseconds that a worker may outlive its daemon. */
const orphanLimit = 2_000;

/**
 * Kills a batch at random moments and starts it again until the kills are used up, in as many rounds as that takes, and compares what came of each
 * round with an undisturbed run of the same documents. All that is random depends on the seed, except how fast the machine is.
 */
export async function killRounds(terms: KillTerms): Promise<KillReport> {
  const place = await openWorkspace(undefined, terms.folder);
  try {
    return await new Killing(place, terms).run();
  } finally {
    await place.close(true);
  }
}

class Killing {
  readonly #place: Workspace;
  readonly #terms: KillTerms;
  readonly #random: () => number;
  readonly #report: KillReport;
  /** Kills are spread so that a round needs about all that are left. */
  #meanLife = 0;
  /** What a start takes on this machine at this time (ms): followed, so that most kills meet work. */
  #startTime = 0;

  constructor(place: Workspace, terms: KillTerms) {
    const { seed, documents } = terms;
    this.#place = place;
    this.#terms = terms;
    this.#random = seededRandom(seed ^ 0x5eed);
    const none = {
      pages: 0,
      kills: 0,
      kills_at_start: 0,
      rounds: 0,
      reference_seconds: 0,
      first_start_ms: 0,
      max_restart_ms: 0,
      restarts_measured: 0,
      max_orphan_ms: 0,
    };
    this.#report = { seed, documents: documents.count, ...none, failures: [] };
  }

  async run(): Promise<KillReport> {
    const { seed, kills, documents, say } = this.#terms;
    await makeDocuments(this.#place.at('documents'), { seed, ...documents });
    const reference = await this.#reference();
    while (this.#report.kills < kills) {
      const round = ++this.#report.rounds;
      const before = this.#report.kills;
      const state = await this.#round(`round-${round}`);
      const faults = compareRounds(state, reference).map((fault) => `round ${round}: ${fault}`);
      this.#report.failures.push(...faults);
      say(`round ${round}: ${this.#report.kills - before} kills, ${faults.length === 0 ? 'all equal' : `${faults.length} FAULTS`}`);
    }
    return this.#report;
  }

  async #reference(): Promise<RoundState> {
    const command = this.#place.start(batch('reference'));
    const ending = await command.ended;
    const seconds = (Date.now() - command.startedAt) / 1000;
    if (ending.code === null || ![0, 3].includes(ending.code)) throw new Error(`The undisturbed run failed (${ending.code}):\n${ending.stderr}`);
    const state = await readRound(this.#place, 'reference', ending);
    if (state.ledger === undefined) throw new Error('The undisturbed run left no ledger');
    const first = Math.min(...state.ledger.attempts.map(({ started_at }) => started_at)) - command.startedAt;
    Object.assign(this.#report, { first_start_ms: first, reference_seconds: seconds, pages: sum(state.ledger.jobs.map(({ pages }) => pages ?? 0)) });
    this.#startTime = first;
    this.#meanLife = Math.max(150, (1.2 * (seconds * 1000 - first)) / this.#terms.kills);
    this.#terms.say(
      `undisturbed: ${state.ledger.jobs.length} jobs, ${this.#report.pages} pages in ${seconds.toFixed(1)} s, first task after ${first} ms`,
    );
    return state;
  }

  /** Lives of the daemon, one after the other, until one comes to its end by itself. */
  async #round(name: string): Promise<RoundState> {
    let saved: SavedPages = new Map();
    let attempts = 0;
    for (let life = 1; ; life++) {
      const delay = this.#report.kills < this.#terms.kills ? this.#nextDelay() : Infinity;
      const { ending, startedAt } = await this.#live(name, delay);
      const ledger = await readLedger(this.#place.at(name, 'state'));
      const where = `round ${this.#report.rounds}, life ${life}, ${ending === undefined ? `killed after ${Math.round(delay)} ms` : 'to its end'}`;
      if (ledger !== undefined) {
        if (ledger.integrity !== 'ok') this.#fail(where, `integrity_check: ${ledger.integrity}`);
        for (const fault of checkWork(ledger, attempts, saved)) this.#fail(where, fault);
        this.#measureStart(ledger, attempts, startedAt, ending === undefined ? delay : Infinity, where);
        attempts = ledger.attempts.length;
        saved = savedPages(ledger, this.#place.at('pipelines', 'documents.yaml'));
      }
      if (ending !== undefined) return readRound(this.#place, name, ending);
    }
  }

  async #live(name: string, delay: number): Promise<{ ending: Ending | undefined; startedAt: number }> {
    const command = this.#place.start(batch(name));
    const killed = delay === Infinity ? [] : [timer(delay).pipe(map(() => undefined))];
    const ending = await firstValueFrom(race(from(command.ended), ...killed));
    if (ending === undefined) {
      command.kill('SIGKILL');
      await command.ended;
      this.#report.kills++;
      const gone = await goneWithin(this.#place.folder, orphanLimit);
      this.#report.max_orphan_ms = Math.max(this.#report.max_orphan_ms, Math.round(gone ?? orphanLimit));
      if (gone === undefined) this.#fail(`kill ${this.#report.kills}`, `a worker lives ${orphanLimit} ms after its daemon`);
    }
    return { ending, startedAt: command.startedAt };
  }

  /** One in five dies while it starts; the others live on for a random time, mostly short, sometimes long. */
  #nextDelay(): number {
    const start = this.#startTime;
    return this.#random() < 0.2 ? start * (0.2 + this.#random()) : start - Math.log(1 - this.#random()) * this.#meanLife;
  }

  #measureStart(ledger: LedgerRows, known: number, startedAt: number, lived: number, where: string): void {
    const first = ledger.attempts[known];
    if (first === undefined) {
      if (lived > restartLimit && lived !== Infinity) this.#fail(where, `no task began within ${restartLimit} ms`);
      if (lived !== Infinity) this.#report.kills_at_start++;
      if (lived > this.#startTime) this.#startTime *= 1.1;
      return;
    }
    const took = first.started_at - startedAt;
    this.#startTime = 0.7 * this.#startTime + 0.3 * took;
    this.#report.restarts_measured++;
    this.#report.max_restart_ms = Math.max(this.#report.max_restart_ms, took);
    if (took > restartLimit) this.#fail(where, `the first task began after ${took} ms`);
  }

  #fail(where: string, fault: string): void {
    this.#report.failures.push(`${where}: ${fault}`);
  }
}

const batch = (name: string): string[] => [
  'batch',
  'documents',
  '--pipeline',
  'pipelines/documents.yaml',
  '--out',
  join(name, 'results'),
  '--state',
  join(name, 'state'),
  '--concurrency',
  '2',
  '--json',
];

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
