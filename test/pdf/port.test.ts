import { describe, expect, it } from 'vitest';
import { SameThreadPort } from '../../src/pdf/port.ts';

const next = async (port: SameThreadPort, message: unknown, transfer?: ArrayBuffer[] | null): Promise<unknown> => {
  const heard = new Promise((resolve) => port.addEventListener('message', ({ data }) => resolve(data)));
  port.postMessage(message, transfer);
  return heard;
};

describe('the port between the halves of pdf.js', () => {
  it('clones what the sender may go on to change', async () => {
    const message = { argsArray: [1, 2] };
    const heard = next(new SameThreadPort(), message);
    message.argsArray.length = 0;
    expect(await heard).toEqual({ argsArray: [1, 2] });
  });

  it('passes the items of a text on as they are, even when the sender begins a new list', async () => {
    const items = [{ str: 'a' }];
    const message = { chunk: { items, styles: {} } };
    const heard = next(new SameThreadPort(), message);
    message.chunk.items = [];
    expect((await heard) as typeof message).toEqual({ chunk: { items: [{ str: 'a' }], styles: {} } });
  });

  it('hands bytes over, so that a document is not in memory twice', async () => {
    const { buffer } = new Uint8Array(8);
    expect(await next(new SameThreadPort(), { buffer }, [buffer])).toEqual({ buffer: new ArrayBuffer(8) });
    expect(buffer.byteLength).toBe(0);
  });

  // An exception here comes out of pdf.js where nobody catches it, and ends the worker.
  it('takes the message about an image that could not be decoded, which hands nothing over', async () => {
    expect(await next(new SameThreadPort(), { data: ['img_1', 0, 'Image', null] }, null)).toEqual({ data: ['img_1', 0, 'Image', null] });
  });

  // Otherwise small images are missing from the page, with a warning that nobody understands.
  it('copies bytes that stand in the pool of Node, which cannot be handed over', async () => {
    const pooled = Buffer.from('a small image');
    const { data } = (await next(new SameThreadPort(), { data: pooled }, [pooled.buffer])) as { data: Uint8Array };
    expect(Buffer.from(data).toString()).toBe('a small image');
    expect(pooled.toString()).toBe('a small image');
  });

  it('delivers later, never within the call', () => {
    const port = new SameThreadPort();
    let heard = 0;
    port.addEventListener('message', () => heard++);
    port.postMessage({});
    expect(heard).toBe(0);
  });
});
