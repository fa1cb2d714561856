import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  ReplaySubject,
  Subject,
  endWith,
  filter,
  finalize,
  ignoreElements,
  lastValueFrom,
  merge,
  mergeMap,
  share,
  switchMap,
  takeUntil,
  tap,
  timer,
} from 'rxjs';
import type { Observable } from 'rxjs';
import { batchIntake } from './admission/batch-intake.ts';
import { folderIntake } from './admission/folder-intake.ts';
import type { Inbox } from './admission/folder-door.ts';
import type { Doors, Intake } from './admission/intake.ts';
import { makeFolder } from './disk/durable.ts';
import { nextJob } from './engine/embedded.ts';
import { flow } from './flow.ts';
import type { Channel, Queue } from './flow.ts';
import type { Clock } from './model/clock.ts';
import { MillraceError, asMillraceError } from './model/errors.ts';
import type { Emit, EventType } from './model/events.ts';
import { queueOf } from './model/ledger.ts';
import type { Explanation } from './model/explanation.ts';
import type { Fault } from './model/fault.ts';
import type { Ledger } from './model/ledger.ts';
import type { Plan } from './model/plan.ts';
import type { Limits, RenderWork, Workers } from './model/workers.ts';
import { explainPage } from './processing/explain-page.ts';
import type { ExplainTerms } from './processing/explain-page.ts';
import type { Mill } from './processing/mill.ts';
import { cancelRequests, newsOf } from './processing/news.ts';
import { pagePictures } from './processing/page-pictures.ts';
import { stageGates } from './processing/stage-gates.ts';
import { watchFolder } from './source/folder.ts';
import { batchArrivals } from './source/tree.ts';
import { putAway } from './publish/put-away.ts';
import type { HttpTerms, OpenApi } from './daemon-api.ts';
import { openLedger } from './store/ledger.ts';
import { lockState } from './store/lock.ts';
import type { StateLock } from './store/lock.ts';
import { faultyWorkers } from './workers/faulty.ts';
import { createWorkers } from './workers/host.ts';

/** Where files come from: the watched folders of all pipelines and uploads; uploads alone; or what a batch was given, once. */
export type IntakeTerms = { kind: 'watch' } | { kind: 'serve' } | { kind: 'batch'; plan: Plan; batch: string; paths: readonly string[] };

export interface DaemonTerms {
  /** Absolute path of the state folder. */
  state: string;
  plans: readonly Plan[];
  /** Worker processes. */
  workers: number;
  /** Path of the Node executable. */
  node: string;
  clock: Clock;
  emit: Emit;
  intake: IntakeTerms;
  /** What is done to workers on purpose, for tests of pipelines; with any, one works at a time. */
  faults?: readonly Fault[];
  /** Absent: nobody is answered. */
  http?: HttpTerms | undefined;
}

export interface Daemon {
  ledger: Ledger;
  /** Where the API answers, if it does. */
  url: string | undefined;
  /** Runs until all is done or drained; rejects when the daemon cannot go on. */
  finished: Promise<void>;
  /** Takes nothing more in, lets what is in work come to its end, and puts back what has not after 25 s. */
  stop(): void;
  /** After `finished`. */
  close(): Promise<void>;
}

/** Milliseconds that documents in work are waited for when the daemon stops. */
const drainFor = 25_000;

/**
 * Puts the parts together and sets the flow going; the one place that subscribes.
 * Errors before it runs: `usage.invalid` for a path that is not there, `state.locked`, `state.newer`, `state.damaged`, `worker.self-test`, `permission.denied`.
 */
export async function startDaemon(terms: DaemonTerms): Promise<Daemon> {
  const openIntake = await intakeOf(terms);
  const workFolder = join(terms.state, 'work');
  await makeFolders(terms.state, workFolder, terms.plans);
  const { lock, ledger } = openLocked(terms.state);
  const nudges = new Subject<void>();
  const listeners = new Set<Emit>();
  const emit: Emit = (event) => {
    terms.emit(event);
    for (const hear of listeners) hear(event);
    if (nudging.has(event.type)) nudges.next();
  };
  const options = { processes: terms.workers, node: terms.node, execArgv: heapOptions(terms.plans), clock: terms.clock, emit };
  const workers = terms.faults === undefined ? createWorkers(options) : faultyWorkers(options, terms.faults);
  let api: OpenApi | undefined;
  const close = async (): Promise<void> => {
    await api?.close();
    await workers.close();
    ledger.close();
    lock.release();
  };
  try {
    const intake = openIntake({ ledger, clock: terms.clock, emit, workFolder });
    const recovered = ledger.recover(terms.clock.now());
    await Promise.all([workers.ready(), intake.recover()]);
    const parts: Parts = { ledger, workers, emit, nudges, told: new Subject(), intake, workFolder, state: { stopping: false } };
    api = await openHttp(terms, parts, listeners);
    emit({ type: 'daemon.started', state: terms.state, pipelines: terms.plans.map((plan) => plan.name), recovered, url: api?.url });
    return { ledger, close, url: api?.url, ...start(terms, parts) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A ledger that cannot be opened leaves the state folder to whoever comes next. */
function openLocked(state: string): { lock: StateLock; ledger: Ledger } {
  const lock = lockState(join(state, 'lock'));
  try {
    return { lock, ledger: openLedger(join(state, 'ledger.db')) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * What a worker may use is held by its parent. Its heap limit must not be near: V8 collects a small heap so eagerly that reading took half as
 * long again; a small young generation keeps the process some 50 MB smaller at no cost.
 */
function heapOptions(plans: readonly Plan[]): string[] {
  const allowed = Math.max(...plans.map((plan) => plan.workerMemory)) / 2 ** 20;
  return [`--max-old-space-size=${Math.max(2_048, Math.ceil(allowed))}`, '--max-semi-space-size=16'];
}

/** A batch that names a path which is not there leaves nothing behind, not even a state folder. */
async function intakeOf({ intake, plans, clock, emit }: DaemonTerms): Promise<(doors: Doors) => Intake> {
  if (intake.kind !== 'batch') {
    const watch = (plan: Plan, doors: Doors): Inbox => watchFolder({ pipeline: plan.name, source: plan.source, clock, emit: doors.emit });
    return (doors) => folderIntake(plans, (plan) => (intake.kind === 'watch' ? watch(plan, doors) : undefined), doors);
  }
  const { plan, batch, paths } = intake;
  const files = await batchArrivals(paths, { pipeline: plan.name, batch, wanted: plan.source, clock, emit });
  return (doors) => {
    doors.ledger.beginBatch(batch);
    return batchIntake(plan, batch, files, doors);
  };
}

/** After these a lane that found nothing may find something. */
const nudging: ReadonlySet<EventType> = new Set([
  'job.admitted',
  'job.known',
  'job.completed',
  'job.failed',
  'job.cancelled',
  'job.retrying',
  'intake.ended',
]);

interface Parts {
  ledger: Ledger;
  workers: Workers;
  emit: Emit;
  nudges: Subject<void>;
  /** A client has changed the ledger. */
  told: Subject<void>;
  intake: Intake;
  workFolder: string;
  state: { stopping: boolean };
}

/** Loaded only where somebody is to be answered: a batch has no use for it. */
async function openHttp(terms: DaemonTerms, parts: Parts, listeners: Set<Emit>): Promise<OpenApi | undefined> {
  const { uploads } = parts.intake;
  if (terms.http === undefined || uploads === undefined) return undefined;
  const { openApi } = await import('./daemon-api.ts');
  const tell: Emit = (event) => {
    parts.emit(event);
    parts.told.next();
  };
  const perform = (work: RenderWork, limits: Limits): Promise<unknown> => lastValueFrom(parts.workers.run(work, limits), { defaultValue: undefined });
  const picture = pagePictures({ perform, ledger: parts.ledger, plans: terms.plans, folder: join(terms.state, 'pictures') });
  return openApi({ ...terms, ledger: parts.ledger, uploads, tell, picture, stopping: () => parts.state.stopping }, listeners, terms.http);
}

function start(terms: DaemonTerms, { ledger, workers, emit, nudges, told, intake, workFolder, state }: Parts): Pick<Daemon, 'finished' | 'stop'> {
  const { plans, clock } = terms;
  const stopping = new ReplaySubject<true>(1);
  const abort = new ReplaySubject<true>(1);
  let intakeEnded = false;
  const named = new Map(plans.map((plan) => [plan.name, plan]));
  const news = newsOf(ledger, nudges, told);
  const mill: Mill = {
    ledger,
    workers,
    clock,
    emit,
    workFolder,
    plans: named,
    gateOf: stageGates(),
    release: (job) => intake.release(job),
    abort,
    cancellations: cancelRequests(ledger, news),
  };
  const end = (): void => {
    intakeEnded = true;
    emit({ type: 'intake.ended' });
  };
  const queueFor = (plan: Plan): Queue => {
    const queues = [queueOf({ pipeline: plan.name, batch: terms.intake.kind === 'batch' ? terms.intake.batch : null })];
    const drained = (): boolean => state.stopping || (intakeEnded && isDone(ledger, queues));
    return { inFlight: plan.inFlight, next: () => nextJob({ ledger, clock, queues, nudges, drained }) };
  };
  const channel: Channel = {
    arrivals: intake.arrivals.pipe(takeUntil(stopping)),
    admit: (arrivals) => intake.admit(arrivals).pipe(finalize(end)),
    queues: plans.map(queueFor),
  };
  const running = flow(mill, channel).pipe(ignoreElements(), endWith(undefined), share());
  const forcing = stopping.pipe(
    switchMap(() => timer(drainFor)),
    tap(() => abort.next(true)),
  );
  const aside = merge(forcing, putAwayCancelled(mill, news)).pipe(ignoreElements(), takeUntil(running));
  return {
    finished: lastValueFrom(merge(running, aside), { defaultValue: undefined }),
    stop() {
      state.stopping = true;
      emit({ type: 'daemon.stopping', inFlight: ledger.listJobs({ status: 'processing', limit: 1_000 }).length });
      stopping.next(true);
      nudges.next();
    },
  };
}

/** Asked before each document, so the question that is cheap with very many rows comes first. */
function isDone(ledger: Ledger, queues: readonly string[]): boolean {
  return ledger.nextDue(queues) === undefined && ledger.unfinished(queues) === 0;
}

/** A waiting job that another process cancelled has ended without a run; its original is put away all the same. */
function putAwayCancelled(mill: Mill, news: Observable<boolean>): Observable<void> {
  return news.pipe(
    filter((changed) => changed),
    mergeMap(() => mill.ledger.unsettledCustody().filter((job) => job.custody === 'held' && job.status === 'cancelled')),
    mergeMap((job) => putAway(mill, job), 1),
  );
}

/** Found out before the first document, not with each of them. Only the user reads the state folder. */
async function makeFolders(state: string, work: string, plans: readonly Plan[]): Promise<void> {
  await makeWritable(state, 0o700);
  await makeWritable(work, 0o700);
  for (const { folder } of plans.flatMap((plan) => plan.sinks)) await makeWritable(folder);
}

async function makeWritable(path: string, mode?: number): Promise<void> {
  try {
    await makeFolder(path, mode);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const known = asMillraceError(error);
    throw known.code === 'disk.full' || known.code === 'disk.failed'
      ? known
      : new MillraceError('permission.denied', `The folder ${path} cannot be made or written: ${known.message}`, error);
  }
}

/** Opens the ledger of a state folder for questions; a daemon may be running on it. Errors: `usage.invalid` when there is none. */
export function openState(state: string): Ledger {
  const path = join(state, 'ledger.db');
  if (!existsSync(path))
    throw new MillraceError('usage.invalid', `${state} holds no ledger: nothing has run there yet, or another folder is meant (--state)`);
  return openLedger(path);
}

/** Explains one page with a worker of its own, beside any daemon: no ledger, no state folder. See `explainPage` for what it throws. */
export async function explain(terms: ExplainTerms & Pick<DaemonTerms, 'node' | 'clock'>): Promise<Explanation> {
  const { node, clock, plan } = terms;
  const workers = createWorkers({ processes: 1, node, execArgv: heapOptions([plan]), clock, emit: () => undefined });
  try {
    await workers.ready();
    // eslint-disable-next-line rxjs-x/no-ignored-default-value -- it emits exactly once or fails
    return await lastValueFrom(explainPage(workers, clock, terms));
  } finally {
    await workers.close();
  }
}
