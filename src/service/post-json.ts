import { MillraceError } from '../model/errors.ts';
import { Refusal, waitAsked } from './refusal.ts';

/** Bytes. The largest page of text is a hundredth of it. */
const largestAnswer = 16 * 1024 * 1024;

/**
 * Sends one JSON value and takes one: no redirect is followed, so that a page goes where the pipeline file says and nowhere else, and no more is read than an answer
 * may hold. Errors: `service.unreachable`, `service.failed`, `service.busy`, `service.refused`, `service.bad-answer`.
 */
export async function postJson(address: string, headers: Readonly<Record<string, string>>, body: unknown): Promise<unknown> {
  const response = await send(address, headers, JSON.stringify(body));
  const text = await read(response);
  if (response.status !== 200) throw new Refusal(response.status, text, waitAsked(response.headers));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new MillraceError('service.bad-answer', 'The answer of the service is not JSON', error);
  }
}

async function send(address: string, headers: Readonly<Record<string, string>>, body: string): Promise<Response> {
  try {
    return await fetch(address, { method: 'POST', redirect: 'manual', headers: { ...headers, 'content-type': 'application/json' }, body });
  } catch (error) {
    throw unreachable(error);
  }
}

/** Whoever answers without end is cut off. */
async function read(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of (response.body ?? []) as Iterable<Uint8Array> | AsyncIterable<Uint8Array>) {
      length += chunk.byteLength;
      if (length > largestAnswer) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw unreachable(error);
  }
  if (length > largestAnswer) throw new MillraceError('service.bad-answer', `The service answered more than ${largestAnswer} bytes`);
  return Buffer.concat(chunks).toString('utf8');
}

/** `fetch` says no more than that it failed; its cause has the reason. */
function unreachable(error: unknown): MillraceError {
  const { cause } = error as { cause?: { code?: string; message?: string } };
  return new MillraceError('service.unreachable', `The service did not answer: ${cause?.code ?? cause?.message ?? (error as Error).message}`, error);
}
