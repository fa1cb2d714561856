import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Subject, lastValueFrom, takeUntil } from 'rxjs';
import { onTestFinished } from 'vitest';
import { folderIntake } from '../../src/admission/folder-intake.ts';
import type { Intake } from '../../src/admission/intake.ts';
import { systemClock } from '../../src/model/clock.ts';
import type { MillraceError } from '../../src/model/errors.ts';
import type { Job } from '../../src/model/job.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import type { Plan, PlannedSource } from '../../src/model/plan.ts';
import { watchFolder } from '../../src/source/folder.ts';
import type { Watch } from '../../src/source/watcher.ts';
import { eventLog } from './event-log.ts';
import type { EventLog } from './event-log.ts';
import { noKeys, tempLedger } from './ledger-terms.ts';
import { tempFolder } from './temp-folder.ts';

/** A watched folder with all that belongs to it, in a temporary place, with real files, a real watcher and a real ledger. */
export interface OpenInbox {
  at(...names: string[]): string;
  plan: Plan;
  ledger: Ledger;
  log: EventLog;
  intake: Intake;
  /** Lets files in, until the test has finished or `stop` is called. */
  start(): void;
  stop(): Promise<void>;
  /** Runs the next due job to this end, and puts its original away. */
  end(error?: MillraceError): Promise<Job>;
}

export interface InboxTerms {
  source?: Partial<PlannedSource>;
  watch?: Watch;
  /** An inbox of an earlier run, to start anew with. */
  folder?: string;
  ledger?: Ledger;
}

export function openInbox({ source, watch, folder = tempFolder(), ledger = tempLedger() }: InboxTerms = {}): OpenInbox {
  const at = (...names: string[]): string => join(folder, ...names);
  for (const name of ['inbox', 'work']) mkdirSync(at(name), { recursive: true });
  const plan = planAt(folder, source);
  const log = eventLog();
  const doors = { ledger, clock: systemClock, emit: log.emit, workFolder: at('work') };
  const intake = folderIntake(
    [plan],
    () => watchFolder({ pipeline: plan.name, source: plan.source, clock: systemClock, emit: log.emit, ...(watch && { watch }) }),
    doors,
  );
  const stopping = new Subject<void>();
  let ended: Promise<unknown> = Promise.resolve();
  const stop = async (): Promise<void> => {
    stopping.next();
    await ended;
  };
  onTestFinished(stop);
  return {
    at,
    plan,
    ledger,
    log,
    intake,
    stop,
    start: () => void (ended = lastValueFrom(intake.admit(intake.arrivals.pipe(takeUntil(stopping))), { defaultValue: undefined })),
    async end(error) {
      const job = ledger.claimNext([`watch:${plan.name}`], Date.now());
      if (job === undefined) throw new Error('no job is due');
      const outcome =
        error === undefined
          ? ({ kind: 'completed', result: at('results', `${job.filename}.json`), partial: false } as const)
          : ({ kind: 'failed', error } as const);
      ledger.commit(job.id, outcome, noKeys, Date.now());
      await intake.release(job);
      return ledger.job(job.id) ?? job;
    },
  };
}

/** A pipeline whose folders stand side by side in `folder`, impatient, so that tests need not wait for what the defaults are meant for. */
function planAt(folder: string, source: Partial<PlannedSource> = {}): Plan {
  return {
    name: 'p',
    file: join(folder, 'p.yaml'),
    fingerprint: 'f1',
    source: {
      watch: join(folder, 'inbox'),
      include: ['**/*.pdf'],
      ignore: [],
      settle: 40,
      rescan: 60_000,
      originals: 'archive',
      archive: join(folder, 'archive'),
      failed: join(folder, 'failed'),
      ...source,
    },
    inFlight: 4,
    maxRetries: 3,
    retryDelay: 1_000,
    retryDelayMax: 60_000,
    workerMemory: 2 ** 29,
    passwords: [],
    stages: [],
    sinks: [{ name: 'json', version: 1, config: {}, folder: join(folder, 'results'), form: 'file', extension: '.json', readsSource: false }],
  };
}
