import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFrame, FrameError, frameReader } from '../../src/workers/frame.ts';
import type { Frame } from '../../src/workers/frame.ts';
import { maxErrorText, readReply, readRequest, replyFrame, requestFrame, requestLimits } from '../../src/workers/protocol.ts';
import type { Reply } from '../../src/workers/protocol.ts';
import { stageWork } from '../support/chaos-pool.ts';

const error = { code: 'stage.failed', message: 'it failed', cause: 'because' } as const;
const replies: Reply[] = [
  { type: 'ready' },
  { type: 'unfit', error },
  { type: 'page', id: 1, output: { page: 3, bytes: Buffer.from('packed') } },
  { type: 'page', id: 1, output: { page: 0, bytes: Buffer.from('packed'), failed: error, pageCount: 12 } },
  { type: 'page', id: 1, output: { page: 0, bytes: Buffer.from('packed'), usage: { requests: 1, input_tokens: 900, output_tokens: 0 } } },
  { type: 'done', id: 1, resident: 5 },
  { type: 'failed', id: 1, error, resident: 5 },
  { type: 'cancelled', id: 1, resident: 5 },
];

describe('the protocol', () => {
  it.each(replies.map((reply) => [reply.type, reply] as const))('carries a reply as it is: %s', (_type, reply) => {
    expect(readReply(crossed(replyFrame(reply)))).toEqual(reply);
  });

  it('carries a task with its inputs, and a cancellation', () => {
    const inputs = [
      { page: 0, bytes: Buffer.from('a') },
      { page: 7, bytes: Buffer.alloc(0) },
    ];
    const task = { type: 'task', id: 4, work: stageWork('text', { inputs, pages: [7, 8] }) } as const;
    expect(readRequest(crossed(requestFrame(task)))).toEqual(task);
    expect(readRequest(crossed(requestFrame({ type: 'cancel', id: 4 })))).toEqual({ type: 'cancel', id: 4 });
  });

  it.each<[string, unknown, number]>([
    ['no object', 'ready', 0],
    ['a list', [{ type: 'ready' }], 0],
    ['an unknown type', { type: 'eval' }, 0],
    ['no type', {}, 0],
    ['a type that cannot even be printed', { type: { toString: 1 } }, 0],
    ['a type that objects inherit', { type: 'constructor' }, 0],
    ['a page without bytes', { type: 'page', id: 1, output: { page: 1 } }, 0],
    ['a page with two byte strings', { type: 'page', id: 1, output: { page: 1 } }, 2],
    ['bytes that nobody asked for', { type: 'ready' }, 1],
    ['half a page', { type: 'page', id: 1, output: { page: 0.5 } }, 1],
    ['a page below 0', { type: 'page', id: 1, output: { page: -1 } }, 1],
    ['a page count that is text', { type: 'page', id: 1, output: { page: 0, pageCount: '3' } }, 1],
    ['a page count beyond all numbers', { type: 'page', id: 1, output: { page: 0, pageCount: 2 ** 60 } }, 1],
    ['a usage that is a number', { type: 'page', id: 1, output: { page: 0, usage: 5 } }, 1],
    ['a usage of half a token', { type: 'page', id: 1, output: { page: 0, usage: { requests: 1, input_tokens: 0.5, output_tokens: 0 } } }, 1],
    ['a usage that money cannot buy', { type: 'page', id: 1, output: { page: 0, usage: { requests: 1, input_tokens: 1e13, output_tokens: 0 } } }, 1],
    ['no id', { type: 'done', resident: 1 }, 0],
    ['an unknown code', { type: 'failed', id: 1, resident: 1, error: { code: 'made.up', message: 'm' } }, 0],
    ['a code that objects inherit', { type: 'failed', id: 1, resident: 1, error: { code: 'toString', message: 'm' } }, 0],
    ['an error without message', { type: 'failed', id: 1, resident: 1, error: { code: 'stage.failed' } }, 0],
    ['a message without end', { type: 'unfit', error: { code: 'stage.failed', message: 'm'.repeat(maxErrorText + 1) } }, 0],
  ])('refuses %s', (_what, head, blobs) => {
    expect(() => readReply({ head, blobs: Array.from({ length: blobs }, () => new Uint8Array(1)) })).toThrow(FrameError);
  });

  it('drops what it does not know, so that nothing of a hostile reply gets further', () => {
    const head = JSON.parse('{"type":"page","id":1,"extra":1,"output":{"page":1,"__proto__":{"pageCount":9},"bytes":"no","job":"other"}}') as unknown;
    expect(readReply({ head, blobs: [new Uint8Array(1)] })).toEqual({ type: 'page', id: 1, output: { page: 1, bytes: new Uint8Array(1) } });
    expect(({} as { pageCount?: number }).pageCount).toBeUndefined();
  });

  it('answers any JSON with a reply or a FrameError, nothing else', () => {
    const key = fc.constantFrom('type', 'id', 'resident', 'error', 'output', 'page', 'code', 'message', 'cause', 'failed', 'pageCount', '__proto__');
    const word = fc.constantFrom('ready', 'unfit', 'page', 'done', 'failed', 'cancelled', 'stage.failed');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 3 }, word, fc.integer(), fc.double(), fc.constant(null), fc.dictionary(key, tie('value')), fc.array(tie('value'))),
    }));
    fc.assert(
      fc.property(value, fc.nat(2), (head, blobs) => {
        try {
          readReply({ head, blobs: Array.from({ length: blobs }, () => new Uint8Array(1)) });
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(FrameError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

function crossed(frame: Frame): Frame {
  const frames: Frame[] = [];
  frameReader(requestLimits, (read) => frames.push(read))(encodeFrame(frame));
  return frames[0]!;
}
