/** One message between a worker and its host: a small JSON value and the byte strings that belong to it. */
export interface Frame {
  head: unknown;
  blobs: readonly Uint8Array[];
}

/** What one frame may hold. Bytes alone are no bound: of 64 MiB, JSON can make gigabytes of brackets, and frames millions of empty blobs. */
export interface FrameLimits {
  bytes: number;
  headBytes: number;
  blobs: number;
}

/** The bytes on the pipe are no frames. */
export class FrameError extends Error {}

/**
 * Node's own IPC channel is not used because a child that writes garbage to it throws out of the parent's event loop,
 * and one that announces 4 GiB is believed. A frame is: length of what follows, length of the head, head as JSON, then
 * each blob after its own length; lengths are unsigned, 32 bits, big endian.
 */
export function encodeFrame({ head, blobs }: Frame): Buffer {
  const json = Buffer.from(JSON.stringify(head));
  const length = blobs.reduce((sum, blob) => sum + 4 + blob.byteLength, 4 + json.byteLength);
  if (length > 0xffffffff) throw new FrameError(`a message of ${length} bytes is too large to send`);
  const frame = Buffer.allocUnsafe(4 + length);
  let at = frame.writeUInt32BE(length, 0);
  at = frame.writeUInt32BE(json.byteLength, at);
  frame.set(json, at);
  at += json.byteLength;
  for (const blob of blobs) {
    at = frame.writeUInt32BE(blob.byteLength, at);
    frame.set(blob, at);
    at += blob.byteLength;
  }
  return frame;
}

/** Returns a function that takes chunks as they come and tells each whole frame; it throws a `FrameError` at the first byte that cannot be right. */
export function frameReader(limits: FrameLimits, onFrame: (frame: Frame) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let held = 0;
  let needed = 4;
  return (chunk) => {
    chunks.push(chunk);
    held += chunk.byteLength;
    while (held >= needed) {
      const bytes = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, held);
      const length = bytes.readUInt32BE(0);
      if (length < 4 || length > limits.bytes) throw new FrameError(`a message of ${length} bytes is announced; ${limits.bytes} are allowed`);
      needed = 4 + length;
      chunks = [bytes];
      if (held < needed) return;
      chunks = held > needed ? [bytes.subarray(needed)] : [];
      held -= needed;
      const frame = decodeFrame(bytes.subarray(4, needed), limits);
      needed = 4;
      onFrame(frame);
    }
  };
}

function decodeFrame(bytes: Buffer, limits: FrameLimits): Frame {
  const [json, rest] = cut(bytes);
  if (json.byteLength > limits.headBytes) throw new FrameError(`a head of ${json.byteLength} bytes came; ${limits.headBytes} are allowed`);
  const blobs: Uint8Array[] = [];
  for (let left = rest; left.byteLength > 0;) {
    const [blob, after] = cut(left);
    if (blobs.length === limits.blobs) throw new FrameError(`more than ${limits.blobs} byte strings came`);
    blobs.push(blob);
    left = after;
  }
  return { head: parseHead(json), blobs };
}

function cut(bytes: Buffer): [part: Buffer, rest: Buffer] {
  if (bytes.byteLength < 4) throw new FrameError('a length is cut off');
  const end = 4 + bytes.readUInt32BE(0);
  if (end > bytes.byteLength) throw new FrameError('a part is longer than its message');
  return [bytes.subarray(4, end), bytes.subarray(end)];
}

function parseHead(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString('utf8'));
  } catch (error) {
    throw new FrameError('the head of a message is not JSON', { cause: error });
  }
}
