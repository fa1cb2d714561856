import { errorKinds } from '../model/errors.ts';
import type { ErrorCode, ErrorData } from '../model/errors.ts';
import { Secrets } from '../model/secrets.ts';
import type { Usage } from '../model/usage.ts';
import type { PackedOutput, PageOutput, RenderWork, StageWork } from '../model/workers.ts';
import { FrameError } from './frame.ts';
import type { Frame, FrameLimits } from './frame.ts';

/** What the host says. `id` counts the tasks of this process, so that an answer to an older one is noticed. */
export type Request = { type: 'task'; id: number; work: StageWork | RenderWork } | { type: 'cancel'; id: number };

/** What a worker says. `resident` is its memory in bytes after the task; only a hint for recycling, limits are measured by the host. */
export type Reply =
  | { type: 'ready' }
  | { type: 'unfit'; error: ErrorData }
  | { type: 'page'; id: number; output: PageOutput }
  | { type: 'done'; id: number; resident: number }
  | { type: 'failed'; id: number; error: ErrorData; resident: number }
  | { type: 'cancelled'; id: number; resident: number };

/** What a worker may say at once. */
export const replyLimits: FrameLimits = { bytes: 64 * 1024 * 1024, headBytes: 1024 * 1024, blobs: 1 };

/** The host is trusted. */
export const requestLimits: FrameLimits = { bytes: Infinity, headBytes: Infinity, blobs: Infinity };

/** Characters of a message or cause that cross; more is cut off by the worker and refused by the host. */
export const maxErrorText = 16_384;

/** Milliseconds that a worker may have a page put off: a day. */
const longestWait = 86_400_000;

/** No task asks for more; sums of it stay exact. */
const mostUsage = 1e12;

/** No document has more; the daemon makes a list of so many. */
const mostPages = 1_000_000;

export function requestFrame(request: Request): Frame {
  if (request.type === 'cancel') return { head: request, blobs: [] };
  const { inputs, ...work } = request.work;
  const secrets = 'secrets' in work ? work.secrets.reveal() : undefined;
  return { head: { ...request, work, secrets, pages: inputs.map(({ page }) => page) }, blobs: inputs.map(({ bytes }) => bytes) };
}

/** The host is trusted, so only what frames take apart is put together again. */
export function readRequest({ head, blobs }: Frame): Request {
  const { pages, secrets, ...request } = head as { pages: number[]; secrets?: Record<string, string> } & Request;
  if (request.type === 'cancel') return request;
  const inputs: PackedOutput[] = blobs.map((bytes, index) => ({ page: pages[index]!, bytes }));
  return { ...request, work: { ...request.work, ...(secrets && { secrets: new Secrets(secrets) }), inputs } };
}

export function replyFrame(reply: Reply): Frame {
  if (reply.type !== 'page') return { head: reply, blobs: [] };
  const { bytes, ...output } = reply.output;
  return { head: { ...reply, output }, blobs: [bytes] };
}

/**
 * What comes from a worker may have been made by the document that broke it: every field is checked and copied by name.
 * Throws a `FrameError` that says what is wrong.
 */
export function readReply({ head, blobs }: Frame): Reply {
  const { type, id, resident, error, output } = record(head, 'message');
  const kind = text(type, 'type');
  if (blobs.length !== (kind === 'page' ? 1 : 0)) throw new FrameError(`${blobs.length} byte strings came with "${kind.slice(0, 100)}"`);
  switch (kind) {
    case 'ready':
      return { type: kind };
    case 'unfit':
      return { type: kind, error: readError(error) };
    case 'page':
      return { type: kind, id: count(id, 'id'), output: readOutput(output, blobs[0]!) };
    case 'done':
    case 'cancelled':
      return { type: kind, id: count(id, 'id'), resident: count(resident, 'resident') };
    case 'failed':
      return { type: kind, id: count(id, 'id'), error: readError(error), resident: count(resident, 'resident') };
    default:
      throw new FrameError(`no message is of type "${kind.slice(0, 100)}"`);
  }
}

function readOutput(value: unknown, bytes: Uint8Array): PageOutput {
  const { page, failed, pageCount, usage } = record(value, 'output');
  return {
    page: count(page, 'page'),
    bytes,
    ...(failed !== undefined && { failed: readError(failed) }),
    ...(pageCount !== undefined && { pageCount: count(pageCount, 'pageCount', mostPages) }),
    ...(usage !== undefined && { usage: readUsage(usage) }),
  };
}

function readUsage(value: unknown): Usage {
  const { requests, input_tokens: input, output_tokens: output } = record(value, 'usage');
  return {
    requests: count(requests, 'requests', mostUsage),
    input_tokens: count(input, 'input_tokens', mostUsage),
    output_tokens: count(output, 'output_tokens', mostUsage),
  };
}

function readError(value: unknown): ErrorData {
  const { code, message, cause, retryAfter } = record(value, 'error');
  if (typeof code !== 'string' || !Object.hasOwn(errorKinds, code)) throw new FrameError('an error has no known code');
  return {
    code: code as ErrorCode,
    message: text(message, 'message'),
    ...(cause !== undefined && { cause: text(cause, 'cause') }),
    ...(retryAfter !== undefined && { retryAfter: count(retryAfter, 'retryAfter', longestWait) }),
  };
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new FrameError(`${what} is no object`);
  return value as Record<string, unknown>;
}

function text(value: unknown, what: string): string {
  if (typeof value !== 'string' || value.length > maxErrorText) throw new FrameError(`${what} is no text of at most ${maxErrorText} characters`);
  return value;
}

function count(value: unknown, what: string, most: number = Number.MAX_SAFE_INTEGER): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0 || (value as number) > most) throw new FrameError(`${what} is no count`);
  return value as number;
}
