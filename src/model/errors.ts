import { inspect } from 'node:util';

/**
 * What a failure means for the next try. `permanent`: the same bytes fail again. `transient`: the world may change.
 * `crash`: the process that did the work died. `timeout`: it was stopped at its limit. `busy`: somebody else has too much to do,
 * and says so; that is no fault of the document.
 */
export type ErrorClass = 'permanent' | 'transient' | 'crash' | 'timeout' | 'busy';

interface ErrorKind {
  class: ErrorClass;
  /** What it means and what to do, for the documentation. */
  help: string;
  /** Exit code when the error ends the program instead of a document. */
  exit?: number;
}

/** Every stable error code there is. A message is made where the error happens; what to do about it stands here. */
export const errorKinds = {
  'document.unsupported-type': {
    class: 'permanent',
    help: 'The content is of a type that no stage of the pipeline reads. Convert it to PDF, or leave it out by `include`.',
  },
  'document.empty': { class: 'permanent', help: 'The file holds no bytes. Deliver it again.' },
  'document.too-large': { class: 'permanent', help: 'The file is larger than `max_bytes` of the identify stage. Raise it if the file is meant.' },
  'document.too-many-pages': {
    class: 'permanent',
    help: 'The document has more pages than `max_pages` of the identify stage. Raise it, or split the document.',
  },
  'document.too-many-pixels': {
    class: 'permanent',
    help: 'A page of the image has more pixels than `max_pixels` of the identify stage. Raise it, or scale the image down.',
  },
  'document.damaged': {
    class: 'permanent',
    help: 'The file is broken beyond what the reader can repair. Ask for it again, or repair it with a PDF tool.',
  },
  'document.refused': {
    class: 'permanent',
    help: 'The file asks for more than a document may: a document type of its own, or a nesting or a size that no honest file has. Ask for it in another form.',
  },
  'document.no-pages': { class: 'permanent', help: 'The file opens, but has no page that can be read.' },
  'document.password-required': {
    class: 'permanent',
    help: 'The file is encrypted. Name its password under `passwords` of the pipeline, then retry the job.',
  },
  'document.password-wrong': {
    class: 'permanent',
    help: 'None of the `passwords` of the pipeline opens the file. Add the right one, then retry the job.',
  },
  'source.vanished': { class: 'permanent', help: 'The file was gone before it could be read. Deliver it again.' },
  'source.changed': {
    class: 'permanent',
    help: 'The file changed while it was being read, so its result would have mixed two states. Run it again.',
  },
  'source.unreadable': { class: 'transient', help: 'The file could not be read. Check its permissions and the disk.' },
  'source.not-a-file': { class: 'permanent', help: 'Only regular files are read: no folders, links, pipes or devices.' },
  'worker.timeout': {
    class: 'timeout',
    help: 'A stage did not end within its `timeout` and was killed. Raise `timeout` if the document is worth it.',
  },
  'worker.memory': {
    class: 'crash',
    help: 'A stage needed more than the memory limit of a worker and was killed. Raise `worker_memory` if the document is worth it.',
  },
  'worker.signal': { class: 'crash', help: 'A worker was killed by a signal from outside, or crashed in native code.' },
  'worker.exit': { class: 'crash', help: 'A worker ended by itself in the middle of a task.' },
  'worker.protocol': { class: 'crash', help: 'A worker answered something that is no answer. It was replaced.' },
  'worker.stopped': {
    class: 'transient',
    help: 'The workers were stopped while a task was waiting or running. It is done again after the next start.',
  },
  'worker.self-test': {
    class: 'permanent',
    exit: 69,
    help: 'The reader lost content of a page that is known, so nothing it reads could be trusted. Install again by `npm ci`, and check the Node version.',
  },
  'stage.failed': {
    class: 'permanent',
    help: 'A stage met something in the document that it does not understand. The cause is kept; please report it.',
  },
  'ocr.language-missing': {
    class: 'permanent',
    help: 'A language of the ocr stage is not installed. Add its package, `npm install @tesseract.js-data/<language>`, and restart.',
  },
  'ocr.program-missing': {
    class: 'transient',
    help: 'The native program of the ocr stage is gone, or cannot be started. Install it again and restart, so that its version is known.',
  },
  'ocr.crashed': {
    class: 'crash',
    help: 'The native program of the ocr stage crashed or was killed on a page; a machine that is out of memory does so.',
  },
  'ocr.failed': {
    class: 'permanent',
    help: 'The text recognition gave up on a page. The rest of the document is not touched; the cause is kept.',
  },
  'service.unreachable': {
    class: 'transient',
    help: 'A service that a stage asks did not answer, or broke off. Check its address, that it runs, and the network.',
  },
  'service.failed': { class: 'transient', help: 'A service that a stage asks has failed by its own account (HTTP 5xx). See its log.' },
  'service.busy': {
    class: 'busy',
    help: 'A service that a stage asks takes no more for now (HTTP 429). It is asked again when it says so; a lower `concurrency` of the stage asks it less.',
  },
  'service.refused': {
    class: 'permanent',
    help: 'A service refused what a stage asks of it: its key, its model or its address is wrong. Correct the options of the stage, then retry the job.',
  },
  'service.bad-answer': {
    class: 'transient',
    help: 'A service answered something that is not what it was asked for, or far too much. Another model may do better; the cause is kept.',
  },
  'job.cancelled': { class: 'permanent', help: 'Somebody cancelled the job. Retry it to run it after all.' },
  'job.interrupted': {
    class: 'permanent',
    help: 'The daemon died again and again while it was working on this document alone. Look at the memory of the machine, then retry the job.',
  },
  'disk.full': { class: 'transient', exit: 74, help: 'No space is left. Make room; the work goes on where it stopped.' },
  'disk.failed': { class: 'transient', exit: 74, help: 'The disk refused to read, write or sync. Nothing that it may have lost counts as done.' },
  'state.locked': { class: 'permanent', exit: 75, help: 'Another millrace holds this state folder. Stop it, or name another folder by `--state`.' },
  'state.newer': {
    class: 'permanent',
    exit: 74,
    help: 'The ledger was written by a newer version. Install that version, or name another folder by `--state`.',
  },
  'state.damaged': {
    class: 'permanent',
    exit: 74,
    help: 'The ledger fails its integrity check. Restore it from a backup, or move it away to begin anew.',
  },
  'state.unsafe': { class: 'permanent', exit: 74, help: 'The ledger refuses a setting that durability depends on.' },
  'config.invalid': { class: 'permanent', exit: 78, help: 'A pipeline file has mistakes; each is listed with its line and column.' },
  'permission.denied': {
    class: 'transient',
    exit: 77,
    help: 'A file or folder that the program needs cannot be read or written. Change its owner or its mode.',
  },
  'usage.invalid': { class: 'permanent', exit: 2, help: 'The command line is not understood. See `--help`.' },
  'http.address': {
    class: 'permanent',
    exit: 69,
    help: 'Another program has the port, or the machine has no such address. Name others by `--port` and `--host`, or go without by `--no-http`.',
  },
  'http.token-required': {
    class: 'permanent',
    exit: 78,
    help: 'Make a token by `millrace token`, or listen on 127.0.0.1 alone.',
  },
  'job.unknown': { class: 'permanent', exit: 2, help: 'No job has this id, and no file of this name has arrived. List the jobs by `millrace jobs`.' },
  'internal.unexpected': { class: 'transient', exit: 1, help: 'A fault of the program itself. The cause is kept; please report it.' },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof errorKinds;

/** An error with a stable code. The message is a sentence; `cause` keeps what led to it. */
export class MillraceError extends Error {
  readonly code: ErrorCode;
  /** Milliseconds before which another try is of no use, when somebody has said so. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, message: string, cause?: unknown, retryAfter?: number) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'MillraceError';
    this.code = code;
    this.retryAfter = retryAfter;
  }

  get class(): ErrorClass {
    return errorKinds[this.code].class;
  }

  get exit(): number {
    const kind: ErrorKind = errorKinds[this.code];
    return kind.exit ?? 1;
  }
}

/** An error as data: what crosses to another process or into a row. */
export interface ErrorData {
  code: ErrorCode;
  message: string;
  /** The chain of causes as text, innermost last. */
  cause?: string;
  /** Milliseconds. */
  retryAfter?: number;
}

/** Makes an error of any thrown thing, keeping it as the cause. */
export function asMillraceError(thrown: unknown): MillraceError {
  if (thrown instanceof MillraceError) return thrown;
  const { code, message } = Object(thrown) as { code?: unknown; message?: unknown };
  const said = typeof message === 'string' ? message : textOf(thrown);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL') return new MillraceError('disk.full', `The disk is full: ${said}`, thrown);
  if (code === 'EIO' || code === 'EROFS' || (typeof code === 'string' && code.startsWith('SQLITE_IOERR')))
    return new MillraceError('disk.failed', `The disk failed: ${said}`, thrown);
  if (code === 'EACCES' || code === 'EPERM') return new MillraceError('permission.denied', `Not permitted: ${said}`, thrown);
  return new MillraceError('internal.unexpected', said, thrown);
}

export function toErrorData(error: MillraceError): ErrorData {
  const causes: string[] = [];
  for (let cause = error.cause; cause !== undefined && causes.length < 5; cause = cause instanceof Error ? cause.cause : undefined) {
    causes.push(cause instanceof Error ? `${cause.name}: ${cause.message}` : textOf(cause));
  }
  const { code, message, retryAfter } = error;
  return { code, message, ...(causes.length > 0 && { cause: causes.join('\n') }), ...(retryAfter !== undefined && { retryAfter }) };
}

/** Anything can be thrown, also what has no text. */
function textOf(thrown: unknown): string {
  return typeof thrown === 'string' ? thrown : inspect(thrown, { depth: 1 });
}

export function fromErrorData(data: ErrorData): MillraceError {
  return new MillraceError(data.code, data.message, data.cause, data.retryAfter);
}
