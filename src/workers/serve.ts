import { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { asMillraceError, MillraceError, toErrorData } from '../model/errors.ts';
import type { ErrorData } from '../model/errors.ts';
import type { PageOutput, RenderWork, StageWork } from '../model/workers.ts';
import { encodeFrame, frameReader } from './frame.ts';
import { maxErrorText, requestLimits, readRequest, replyFrame } from './protocol.ts';
import type { Reply, Request } from './protocol.ts';

/** What a worker can do, and what it knows of its own process; the entry puts it together. */
export interface Trade {
  /** Throws when what this process reads could not be trusted. */
  selfTest(): Promise<void>;
  /** Tells each page's output in the order of `pages`; stops between two pages once `cancelled` says so. */
  stage(work: StageWork, tell: (output: PageOutput) => void, cancelled: () => boolean): Promise<void>;
  render(work: RenderWork): Promise<void>;
  /** Bytes that the process holds. */
  resident(): number;
  exit(code: number): void;
}

/** Answers the host on fd 3 until it is gone; one task at a time. */
export async function serve(trade: Trade): Promise<void> {
  const channel = new Socket({ fd: 3 });
  const say = (reply: Reply): void => void channel.write(encodeFrame(replyFrame(reply)));
  channel.on('close', () => trade.exit(0));
  try {
    await trade.selfTest();
  } catch (error) {
    say({ type: 'unfit', error: clipped(unfit(error)) });
    channel.end(() => trade.exit(1));
    return;
  }
  let cancelled = 0;
  const hear = (request: Request): void => {
    if (request.type === 'cancel') cancelled = request.id;
    else void perform(trade, request.work, request.id, say, () => cancelled === request.id);
  };
  channel.on(
    'data',
    frameReader(requestLimits, (frame) => hear(readRequest(frame))),
  );
  say({ type: 'ready' });
}

async function perform(trade: Trade, work: StageWork | RenderWork, id: number, say: (reply: Reply) => void, cancelled: () => boolean): Promise<void> {
  const failure = await attempt(async () => {
    if (work.kind === 'render') await trade.render(work);
    else await trade.stage(work, (output) => say({ type: 'page', id, output: clippedOutput(output) }), cancelled);
    // A rejection that nobody handles surfaces before this resolves, and so ends the process while the guilty task is its own.
    await setImmediate();
  });
  const resident = trade.resident();
  if (cancelled()) say({ type: 'cancelled', id, resident });
  else if (failure === undefined) say({ type: 'done', id, resident });
  else say({ type: 'failed', id, error: clipped(failure), resident });
}

async function attempt(work: () => Promise<void>): Promise<MillraceError | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return asMillraceError(error);
  }
}

function unfit(error: unknown): MillraceError {
  return error instanceof MillraceError
    ? error
    : new MillraceError('worker.self-test', `The self-test of the reader failed: ${asMillraceError(error).message}`, error);
}

function clippedOutput(output: PageOutput): PageOutput {
  return output.failed === undefined ? output : { ...output, failed: clip(output.failed) };
}

function clipped(error: MillraceError): ErrorData {
  return clip(toErrorData(error));
}

/** Messages of parsers may quote whole streams. */
function clip(error: ErrorData): ErrorData {
  return { ...error, message: error.message.slice(0, maxErrorText), ...(error.cause !== undefined && { cause: error.cause.slice(0, maxErrorText) }) };
}
