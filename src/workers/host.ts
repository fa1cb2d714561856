import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asyncScheduler, Observable } from 'rxjs';
import type { SchedulerLike, Subscriber } from 'rxjs';
import type { Clock } from '../model/clock.ts';
import { MillraceError } from '../model/errors.ts';
import type { Emit } from '../model/events.ts';
import { openDocuments } from '../model/workers.ts';
import type { Limits, PageOutput, RenderWork, StageWork, Workers } from '../model/workers.ts';
import type { ExitCause } from './exit-cause.ts';
import { WorkerProcess } from './process.ts';
import type { Assignment, Launch } from './process.ts';
import { StartBackOff } from './start-back-off.ts';
import { TaskQueue } from './task-queue.ts';

export interface WorkerOptions {
  /** Processes at once. They are started when they are needed. */
  processes: number;
  /** Path of the Node executable. */
  node: string;
  emit: Emit;
  clock: Clock;
  /** Options for Node itself, such as `--max-old-space-size=512`. */
  execArgv?: readonly string[];
  /** Tasks after which a process is replaced, whatever memory it holds. A new one is cold, so this is rare. */
  recycleAfter?: number;
  /** Share of the task's memory limit above which a process is replaced after the task. */
  recycleAbove?: number;
  /** Milliseconds until a process must have passed its self-test. */
  startTimeout?: number;
  entry?: URL;
  scheduler?: SchedulerLike;
}

/** Starts no process yet; see the `Workers` port for what the pool promises. */
export function createWorkers(options: WorkerOptions): Workers {
  return new Pool(options);
}

interface Task {
  document: string;
  work: StageWork | RenderWork;
  limits: Limits;
  subscriber: Subscriber<PageOutput>;
  begun: (() => void) | undefined;
}

interface Member {
  process: WorkerProcess;
  startedAt: number;
  state: 'starting' | 'idle' | 'busy';
  /** Those that it worked on last, and may still have open; the latest first. */
  documents: readonly string[];
  /** Limit (bytes) of the task that it had last. */
  memory: number;
}

class Pool implements Workers {
  readonly #options: Required<Pick<WorkerOptions, 'processes' | 'emit' | 'clock' | 'recycleAfter' | 'recycleAbove'>>;
  readonly #launch: Launch;
  readonly #queue = new TaskQueue<Task>();
  readonly #members = new Set<Member>();
  readonly #backOff: StartBackOff;
  #waiters: PromiseWithResolvers<undefined>[] = [];
  #passed = false;
  #closed: PromiseWithResolvers<undefined> | undefined;

  constructor({ node, entry = childEntry(), execArgv = [], startTimeout = 30_000, scheduler = asyncScheduler, ...options }: WorkerOptions) {
    this.#options = { recycleAfter: 5_000, recycleAbove: 0.8, ...options };
    this.#launch = { node, entry, execArgv, startTimeout, scheduler };
    this.#backOff = new StartBackOff(scheduler, () => this.#dispatch());
  }

  run(work: StageWork | RenderWork, limits: Limits, begun?: () => void): Observable<PageOutput> {
    return new Observable((subscriber) => {
      if (this.#closed !== undefined) {
        subscriber.error(stopped());
        return;
      }
      const document = work.file.sha256;
      const task: Task = { document, work, limits, subscriber, begun };
      subscriber.add(() => this.#queue.remove(task));
      this.#queue.add(task);
      this.#dispatch();
    });
  }

  ready(): Promise<void> {
    if (this.#closed !== undefined) return Promise.reject(stopped());
    if (this.#passed) return Promise.resolve();
    const waiter = Promise.withResolvers<undefined>();
    this.#waiters.push(waiter);
    this.#dispatch();
    return waiter.promise;
  }

  close(): Promise<void> {
    if (this.#closed === undefined) {
      this.#closed = Promise.withResolvers();
      this.#backOff.stop();
      for (const member of this.#members) member.process.end({ reason: 'stopped', message: 'The workers were stopped' });
      this.#refuseAll(stopped());
      this.#settleClose();
    }
    return this.#closed.promise;
  }

  /** Gives what waits to whoever is idle, and starts processes when there are too few. */
  #dispatch(): void {
    if (this.#closed !== undefined) return;
    for (let member = this.#idleMember(); member !== undefined && this.#queue.oldest !== undefined; member = this.#idleMember()) this.#give(member);
    while (this.#members.size < this.#options.processes && this.#wantsMore() && !this.#backOff.active) this.#start();
  }

  /** The one that has the oldest task's document open, if it is idle. */
  #idleMember(): Member | undefined {
    const idle = this.#inState('idle');
    return idle.find(({ documents }) => documents.includes(this.#queue.oldest?.document ?? '')) ?? idle[0];
  }

  #wantsMore(): boolean {
    // Who asks whether all is ready has work for all.
    return this.#waiters.length > 0 || this.#queue.size > this.#inState('starting').length;
  }

  #inState(state: Member['state']): Member[] {
    return [...this.#members].filter((member) => member.state === state);
  }

  #give(member: Member): void {
    const held = new Set<string>();
    for (const other of this.#members) if (other !== member) for (const document of other.documents) held.add(document);
    const task = this.#queue.take(member.documents, held);
    if (task === undefined) return;
    const { document, work, limits, subscriber, begun } = task;
    try {
      begun?.();
    } catch (error) {
      subscriber.error(error);
      return;
    }
    const documents = [document, ...member.documents.filter((other) => other !== document)].slice(0, openDocuments);
    Object.assign(member, { state: 'busy', documents, memory: limits.memory });
    const assignment: Assignment = {
      work,
      limits,
      output: (output) => subscriber.next(output),
      settle: (error) => (error === undefined ? subscriber.complete() : subscriber.error(error)),
    };
    subscriber.add(() => member.process.cancel(assignment));
    member.process.assign(assignment);
  }

  #start(): void {
    const launched = new WorkerProcess(this.#launch, {
      passed: () => this.#onPassed(member),
      free: (resident) => this.#onFree(member, resident),
      exited: (cause, error) => this.#onExited(member, cause, error),
    });
    const member: Member = { process: launched, startedAt: this.#options.clock.monotonic(), state: 'starting', documents: [], memory: 0 };
    this.#members.add(member);
  }

  #onPassed(member: Member): void {
    this.#passed = true;
    this.#backOff.reset();
    member.state = 'idle';
    this.#options.emit({ type: 'worker.started', pid: member.process.pid, duration: this.#options.clock.monotonic() - member.startedAt });
    for (const waiter of this.#waiters.splice(0)) waiter.resolve(undefined);
    this.#dispatch();
  }

  #onFree(member: Member, resident: number): void {
    const { recycleAfter, recycleAbove } = this.#options;
    if (member.process.tasks >= recycleAfter || resident > recycleAbove * member.memory) {
      member.process.end({ reason: 'recycled', message: 'A worker was replaced after its share of work' });
      return;
    }
    member.state = 'idle';
    this.#dispatch();
  }

  #onExited(member: Member, { reason, error: own }: ExitCause, error: MillraceError): void {
    this.#members.delete(member);
    this.#options.emit({ type: 'worker.exited', pid: member.process.pid, reason, tasks: member.process.tasks });
    if (this.#closed !== undefined) {
      this.#settleClose();
      return;
    }
    if (reason === 'self-test') this.#onStartFailed(error, own !== undefined);
    this.#dispatch();
  }

  /** A reader that says itself that it is unfit stays so; a process that dies at its start may have met a machine out of breath. */
  #onStartFailed(error: MillraceError, unfit: boolean): void {
    this.#backOff.failed();
    const serving = this.#inState('idle').length + this.#inState('busy').length;
    if (serving === 0 && (unfit || this.#backOff.failures >= startAttempts)) this.#refuseAll(error);
  }

  #refuseAll(error: MillraceError): void {
    const waiters = this.#waiters.splice(0);
    for (const { subscriber } of this.#queue.removeAll()) subscriber.error(error);
    for (const waiter of waiters) waiter.reject(error);
  }

  #settleClose(): void {
    if (this.#members.size === 0) this.#closed?.resolve(undefined);
  }
}

const startAttempts = 3;

function stopped(): MillraceError {
  return new MillraceError('worker.stopped', 'The workers were stopped');
}

/** Beside this file, as source or compiled. */
function childEntry(): URL {
  return new URL(`./child${extname(fileURLToPath(import.meta.url))}`, import.meta.url);
}
