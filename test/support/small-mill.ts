import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY, ReplaySubject, Subject, defer, lastValueFrom, of } from 'rxjs';
import { signature } from '../../src/admission/signature.ts';
import { flow } from '../../src/flow.ts';
import type { Event } from '../../src/model/events.ts';
import type { Job } from '../../src/model/job.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import type { Plan, PlannedStage } from '../../src/model/plan.ts';
import type { Mill } from '../../src/processing/mill.ts';
import { stageGates } from '../../src/processing/stage-gates.ts';
import { eventLog } from './event-log.ts';
import type { EventLog } from './event-log.ts';
import { fakeWorkers } from './fake-workers.ts';
import type { FakeWorkers, Script } from './fake-workers.ts';
import { batchOf, inPlace, tempLedger } from './ledger-terms.ts';
import { manualClock } from './manual-clock.ts';
import type { ManualClock } from './manual-clock.ts';
import { tempFolder } from './temp-folder.ts';

/** The whole way of a document over a real ledger and real files; only the parsing is scripted. */
export interface SmallMill {
  mill: Mill;
  ledger: Ledger;
  clock: ManualClock;
  log: EventLog;
  events: Event[];
  workers: FakeWorkers;
  plan: Plan;
  inbox: string;
  /** Breaks off what runs, and hands out nothing more. */
  stop(): void;
  /** As a new daemon over the same ledger. */
  restart(): void;
  cancellations: Subject<string>;
  released: Job[];
  /** Puts a file into the inbox and admits it. */
  admit(name: string, content?: string): Job;
  /** Runs until no job is due. */
  drain(): Promise<void>;
  job(id: string): Job;
  /** The parsed result of a job. */
  result(id: string): {
    status: string;
    pages: { page: number; text: string; confidence?: number }[];
    findings: { code: string; page?: number; message: string }[];
  };
}

export interface SmallMillTerms extends Script {
  stages?: readonly PlannedStage[];
  plan?: Partial<Plan>;
  ledger?: (real: Ledger) => Ledger;
}

export function smallMill(terms: SmallMillTerms = {}): SmallMill {
  const folder = tempFolder();
  const [inbox, workFolder, results] = ['in', 'work', 'out'].map((name) => join(folder, name)) as [string, string, string];
  for (const path of [inbox, workFolder]) mkdirSync(path);
  const clock = manualClock();
  const log = eventLog();
  const events: Event[] = [];
  const workers = fakeWorkers(terms);
  const real = tempLedger();
  const ledger = terms.ledger?.(real) ?? real;
  const plan = planOf(folder, results, terms);
  const released: Job[] = [];
  let abort = new ReplaySubject<true>(1);
  let stopped = false;
  const cancellations = new Subject<string>();
  const emit = (event: Event): void => {
    events.push(event);
    log.emit(event);
  };
  const mill: Mill = {
    ledger,
    workers,
    clock,
    emit,
    workFolder,
    plans: new Map([[plan.name, plan]]),
    gateOf: stageGates(),
    release: async (job) => void released.push(job),
    abort,
    cancellations,
  };
  return {
    ...{ mill, ledger, clock, log, events, workers, plan, inbox, cancellations, released },
    admit(name, content = name) {
      const path = join(inbox, name);
      writeFileSync(path, content);
      const sha256 = createHash('sha256').update(content).digest('hex');
      const print = { sha256, bytes: content.length, signature: signature(lstatSync(path, { bigint: true })) };
      return ledger.admit(
        { pipeline: 'p', path, name, batch: batchOf },
        print,
        inPlace({ destination: results, maxRetries: plan.maxRetries }),
        clock.now(),
      ).job;
    },
    stop() {
      stopped = true;
      abort.next(true);
    },
    restart() {
      stopped = false;
      mill.abort = abort = new ReplaySubject<true>(1);
    },
    async drain() {
      const next = () => defer(() => of(stopped ? undefined : ledger.claimNext([batchOf], clock.now())));
      await lastValueFrom(flow(mill, { arrivals: EMPTY, admit: (arrivals) => arrivals, queues: [{ inFlight: plan.inFlight, next }] }), {
        defaultValue: undefined,
      });
    },
    job: (id) => real.job(id) as Job,
    result: (id) => JSON.parse(readFileSync(real.job(id)?.result ?? '', 'utf8')) as ReturnType<SmallMill['result']>,
  };
}

export function stage(name: string, scope: 'page' | 'document', reads: readonly string[], change: Partial<PlannedStage> = {}): PlannedStage {
  return { name, version: 1, scope, reads, config: {}, timeout: 1_000, concurrency: 4, pagesPerTask: 2, ...change };
}

const usual = [
  stage('identify', 'document', []),
  stage('text', 'page', ['identify']),
  stage('tables', 'page', ['identify', 'text']),
  stage('classify', 'document', ['text']),
];

function planOf(folder: string, results: string, { stages = usual, plan = {} }: SmallMillTerms): Plan {
  const source = { watch: folder, include: [], ignore: [], settle: 0, rescan: 0, originals: 'keep' as const, archive: folder, failed: folder };
  const sinks = [{ name: 'json', version: 1, config: {}, folder: results, form: 'file' as const, extension: '.json', readsSource: false }];
  const limits = { inFlight: 1, maxRetries: 3, retryDelay: 1, retryDelayMax: 60_000, workerMemory: 2 ** 29, passwords: [] };
  return { name: 'p', file: join(folder, 'p.yaml'), fingerprint: 'f1', source, ...limits, stages, sinks, ...plan };
}
