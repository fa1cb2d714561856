import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFrame, FrameError, frameReader } from '../../src/workers/frame.ts';
import type { Frame, FrameLimits } from '../../src/workers/frame.ts';

const frames = fc.array(
  fc.record({
    head: fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown),
    blobs: fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 3 }),
  }),
  { maxLength: 4 },
);
const roomy: FrameLimits = { bytes: 64 * 1024 * 1024, headBytes: 100_000, blobs: 10 };
const cuts = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 20 });

describe('frames', () => {
  it('come out as they went in, wherever the pipe cuts them', () => {
    fc.assert(
      fc.property(frames, cuts, (sent, sizes) => {
        expect(readIn(Buffer.concat(sent.map(encodeFrame)), sizes)).toEqual(
          sent.map(({ head, blobs }) => ({ head, blobs: blobs.map((blob) => Buffer.from(blob)) })),
        );
      }),
    );
  });

  it('made of any bytes give frames or a FrameError, nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), cuts, (bytes, sizes) => {
        onlyFrameErrors(() => readIn(Buffer.from(bytes), sizes));
      }),
    );
  });

  it('with bytes changed give frames or a FrameError, nothing else', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(frames, changes, cuts, (sent, changed, sizes) => {
        const bytes = Buffer.concat(sent.map(encodeFrame));
        for (const [at, value] of changed) if (bytes.length > 0) bytes[at % bytes.length] = value;
        onlyFrameErrors(() => readIn(bytes, sizes));
      }),
    );
  });

  it('that announce more than is allowed are refused before they are collected', () => {
    // Node's own channel believes the length and fills the memory of the parent.
    const read = frameReader({ ...roomy, bytes: 1000 }, () => undefined);
    expect(() => read(Buffer.from([0xff, 0xff, 0xff, 0xff]))).toThrow('a message of 4294967295 bytes is announced');
  });

  it.each([
    // What JSON.parse would make of them takes forty times their size.
    ['brackets without end', Buffer.from('['.repeat(2000)), Buffer.alloc(0), 'a head of 2000 bytes came'],
    ['empty byte strings without end', Buffer.from('0'), Buffer.alloc(4000), 'more than 10 byte strings came'],
  ])('of %s are refused before anything is made of them', (_what, json, rest, said) => {
    const frame = Buffer.concat([Buffer.alloc(8), json, rest]);
    frame.writeUInt32BE(frame.length - 4, 0);
    frame.writeUInt32BE(json.length, 4);
    expect(() => {
      frameReader({ ...roomy, headBytes: 1000 }, () => undefined)(frame);
    }).toThrow(said);
  });

  it('of thousands of chunks are put together once, not at each chunk', () => {
    const large = encodeFrame({ head: null, blobs: [new Uint8Array(20_000_000)] });
    const sizes = [1000];
    const startedAt = performance.now();
    expect(readIn(large, sizes)).toHaveLength(1);
    // Joining what is held at each of 20,000 chunks would copy 200 GB.
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

function readIn(bytes: Buffer, sizes: readonly number[]): Frame[] {
  const frames: Frame[] = [];
  const read = frameReader(roomy, (frame) => frames.push(frame));
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    read(bytes.subarray(at, at + size));
    at += size;
  }
  return frames;
}

function onlyFrameErrors(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(FrameError);
  }
}
