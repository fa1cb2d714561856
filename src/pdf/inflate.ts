import { inflateSync } from 'node:zlib';

/** A stream inflates to this at the most; what is longer is left to pdf.js, under the limits of the process. */
const longest = 256 * 1024 * 1024;

/**
 * Has pdf.js inflate in this thread. Its streams are a few kilobytes each: by the platform's `DecompressionStream` it waits for another thread and
 * back at every one, a sixth of the time that a page takes.
 */
export function inflateHere(): void {
  const Platform = globalThis.DecompressionStream;
  const Here = function (format: ConstructorParameters<typeof Platform>[0]): unknown {
    return format === 'deflate' ? new InflateStream() : new Platform(format);
  };
  Object.assign(globalThis, { DecompressionStream: Here });
}

/** As much of a `DecompressionStream` as pdf.js uses: one write, one close, then chunks until the end. A broken stream rejects the read, and pdf.js saves what it can. */
class InflateStream {
  #input = new Uint8Array();
  #done = false;

  readonly writable = {
    getWriter: () => ({
      write: async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
        this.#input = bytes;
      },
      close: async (): Promise<void> => undefined,
    }),
  };

  readonly readable = {
    getReader: () => ({
      read: async (): Promise<{ value?: Uint8Array; done: boolean }> => {
        if (this.#done) return { done: true };
        this.#done = true;
        const { buffer, byteOffset, byteLength } = inflateSync(this.#input, { maxOutputLength: longest });
        return { value: new Uint8Array(buffer, byteOffset, byteLength), done: false };
      },
    }),
  };
}
