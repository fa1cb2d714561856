import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { inflateHere } from '../../src/pdf/inflate.ts';

describe('streams that are inflated in this thread', () => {
  beforeAll(inflateHere);

  it('come out as they went in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), async (bytes) => {
        expect(await inflated('deflate', deflateSync(bytes))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('reject the read when they are broken or cut short, so that pdf.js saves what it can', async () => {
    const whole = deflateSync(Buffer.alloc(10_000, 'abc'));
    await expect(inflated('deflate', whole.subarray(0, whole.length - 8))).rejects.toThrow();
    await expect(inflated('deflate', Buffer.from('no zlib stream'))).rejects.toThrow();
  });

  it('leave other formats to the platform', async () => {
    expect(await inflated('gzip', gzipSync('abc'))).toEqual(Buffer.from('abc'));
  });
});

/** Reads a stream as pdf.js does. */
async function inflated(format: 'deflate' | 'gzip', bytes: Uint8Array<ArrayBuffer>): Promise<Buffer> {
  const { readable, writable } = new DecompressionStream(format);
  const writer = writable.getWriter();
  void writer.write(bytes);
  void writer.close();
  const chunks: Uint8Array[] = [];
  const reader = readable.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value as Uint8Array);
  return Buffer.concat(chunks);
}
