import { spawn } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import type { ChildProcess } from 'node:child_process';
import type { Duplex, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { SchedulerLike, Subscription } from 'rxjs';
import { fromErrorData } from '../model/errors.ts';
import type { MillraceError } from '../model/errors.ts';
import type { Limits, PageOutput, RenderWork, StageWork } from '../model/workers.ts';
import { exitCause, exitError } from './exit-cause.ts';
import type { ExitCause } from './exit-cause.ts';
import { encodeFrame, FrameError, frameReader } from './frame.ts';
import { killGroup } from './kill-group.ts';
import { guardLimits } from './limit-guard.ts';
import { replyLimits, readReply, requestFrame } from './protocol.ts';
import type { Reply, Request } from './protocol.ts';
import { residentBytes } from './resident.ts';
import { StderrTail } from './stderr-tail.ts';

/** How worker processes are started. */
export interface Launch {
  /** Path of the Node executable. */
  node: string;
  execArgv: readonly string[];
  entry: URL;
  /** Milliseconds until a process must have passed its self-test. */
  startTimeout: number;
  scheduler: SchedulerLike;
}

/** One task in the hand of one process. */
export interface Assignment {
  work: StageWork | RenderWork;
  limits: Limits;
  output(output: PageOutput): void;
  /** Called once, with the error that ended the task if one did. */
  settle(error?: MillraceError): void;
}

export interface ProcessWatcher {
  /** It has passed its self-test. */
  passed(): void;
  /** Its task is settled and it takes another one; `resident` is the memory (bytes) that it says it holds. */
  free(resident: number): void;
  /** Called once, when nothing is left of it. */
  exited(cause: ExitCause, error: MillraceError): void;
}

/** A child process and the task that it has in hand: told what to do, listened to, watched and ended. What it does next is the host's affair. */
export class WorkerProcess {
  /** Tasks given to it so far. */
  tasks = 0;
  readonly #launch: Launch;
  readonly #watcher: ProcessWatcher;
  readonly #child: ChildProcess;
  readonly #said = new StderrTail();
  #current: Current | undefined;
  #guard: Subscription;
  #passed = false;
  #cause: ExitCause | undefined;
  /** Nothing can be given to it any more, though its last words may still come. */
  #ended = false;
  #buried = false;

  constructor(launch: Launch, watcher: ProcessWatcher) {
    this.#launch = launch;
    this.#watcher = watcher;
    // fd 3 carries the protocol; fd 4 carries nothing: it ends when the host is gone, whatever the child is busy with.
    this.#child = spawn(launch.node, [...launch.execArgv, fileURLToPath(launch.entry)], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C on the daemon's terminal does not reach it, not even while it starts, and it ends with all that it has started.
      detached: true,
      env: { ...environment, ...compileCache() },
    });
    this.#guard = launch.scheduler.schedule(() => {
      this.end({ reason: 'self-test', message: `it was not ready after ${launch.startTimeout} ms` });
    }, launch.startTimeout);
    this.#listen();
  }

  /** 0 when it could not even be started. */
  get pid(): number {
    return this.#child.pid ?? 0;
  }

  assign(assignment: Assignment): void {
    const id = ++this.tasks;
    this.#current = { id, assignment, answered: 0, cancelled: false };
    this.#guard = guardLimits(
      assignment.limits,
      () => residentBytes(this.pid),
      this.#launch.scheduler,
      (cause) => this.end(cause),
    );
    this.#send({ type: 'task', id, work: assignment.work });
  }

  /** Asks that the task be given up if it still is in hand, and kills the process when it does not listen. */
  cancel(assignment: Assignment): void {
    if (this.#current?.assignment !== assignment) return;
    this.#current.cancelled = true;
    this.#send({ type: 'cancel', id: this.#current.id });
    const kill = (): void => this.end({ reason: 'cancelled', message: 'A cancelled task did not stop by itself' });
    this.#guard.add(this.#launch.scheduler.schedule(kill, cancelGrace));
  }

  /** Kills the process; the first cause given is the one that counts. */
  end(cause: ExitCause): void {
    this.#cause ??= cause;
    this.#killRest();
    this.#child.kill('SIGKILL');
  }

  #killRest(): void {
    if (this.#child.pid !== undefined) killGroup(this.#child.pid);
  }

  #listen(): void {
    this.#child.once('error', (error) => this.#bury({ reason: 'self-test', message: error.message }));
    this.#child.once('exit', (code, signal) => {
      this.#ended = true;
      this.#killRest();
      const bury = (): void => this.#bury(this.#cause ?? exitCause(code, signal, this.#said.all));
      // Its last words may still be on their way, but a grandchild that holds a pipe open must not keep the cause back.
      this.#child.once('close', bury);
      this.#guard.add(this.#launch.scheduler.schedule(bury, drainGrace));
    });
    const stderr = this.#child.stdio[2] as Readable;
    const channel = this.#channel();
    const read = frameReader(replyLimits, (frame) => this.#hear(readReply(frame)));
    stderr.on('data', (chunk: Buffer) => this.#said.append(chunk));
    channel.on('data', (chunk: Buffer) => this.#distrust(() => read(chunk)));
    // A pipe breaks because its process ends, and the exit says why.
    for (const stream of this.#child.stdio) stream?.on('error', () => undefined);
  }

  /** Whatever is wrong with an answer, the process that gave it is not asked again. */
  #distrust(read: () => void): void {
    if (this.#cause !== undefined) return;
    try {
      read();
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      this.end({ reason: 'protocol', message: `A worker answered something that is no answer: ${error.message}` });
    }
  }

  #hear(reply: Reply): void {
    if (this.#cause !== undefined) return;
    if (reply.type === 'ready') this.#pass();
    else if (reply.type === 'unfit') this.end({ reason: 'self-test', message: reply.error.message, error: fromErrorData(reply.error) });
    else if (reply.id !== this.#current?.id) throw new FrameError(`"${reply.type}" is about task ${reply.id}, which it does not have`);
    else if (reply.type === 'page') this.#take(this.#current, reply.output);
    else this.#settle(this.#current, reply);
  }

  #pass(): void {
    if (this.#passed) throw new FrameError('it is ready twice');
    if (this.#ended) return;
    this.#passed = true;
    this.#guard.unsubscribe();
    this.#watcher.passed();
  }

  #take(current: Current, output: PageOutput): void {
    const { work } = current.assignment;
    const expected = work.kind === 'stage' ? work.pages[current.answered] : undefined;
    if (output.page !== expected) throw new FrameError(`page ${output.page} came instead of ${expected ?? 'the end'}`);
    current.answered++;
    current.assignment.output(output);
  }

  #settle({ assignment, answered, cancelled }: Current, reply: Extract<Reply, { resident: number }>): void {
    const pages = assignment.work.kind === 'stage' ? assignment.work.pages.length : 0;
    if (reply.type === 'done' && answered < pages) throw new FrameError(`it is done after ${answered} of ${pages} pages`);
    if (reply.type === 'cancelled' && !cancelled) throw new FrameError('it gave up a task that nobody cancelled');
    this.#current = undefined;
    this.#guard.unsubscribe();
    // The next task first: the process works on it while this one's end is written down.
    if (!this.#ended) this.#watcher.free(reply.resident);
    assignment.settle(reply.type === 'failed' ? fromErrorData(reply.error) : undefined);
  }

  #send(request: Request): void {
    this.#channel().write(encodeFrame(requestFrame(request)));
  }

  #channel(): Duplex {
    return this.#child.stdio[3] as Duplex;
  }

  #bury(cause: ExitCause): void {
    if (this.#buried) return;
    this.#buried = true;
    this.#guard.unsubscribe();
    for (const stream of this.#child.stdio) stream?.destroy();
    const known =
      this.#passed || cause.reason === 'stopped'
        ? cause
        : { ...cause, reason: 'self-test' as const, message: `A worker could not start: ${cause.message}` };
    const error = exitError(known, this.#said.lines);
    this.#current?.assignment.settle(error);
    this.#watcher.exited(known, error);
  }
}

interface Current {
  id: number;
  assignment: Assignment;
  /** Pages that have come. */
  answered: number;
  cancelled: boolean;
}

const cancelGrace = 250;
const drainGrace = 200;

/**
 * Pages as pixels are 4 to 35 MB each. By default glibc keeps such blocks for later, and in as many heaps as there are threads: a worker that recognises text
 * then holds 100 MB more than it uses. Blocks of 2 MiB and more go back to the system at once.
 */
const allocator = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: String(2 * 1024 * 1024) };

/**
 * Fixed, so that a result depends on nothing of the machine and a worker knows no secret of its environment: neither PATH nor
 * HOME, since it finds programs by their full path alone and owns no folder; the clock of UTC and the language of nobody.
 */
const environment = { TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', ...allocator };

/** A worker starts on what its host has compiled already, if it has kept that. */
function compileCache(): { NODE_COMPILE_CACHE?: string } {
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}
