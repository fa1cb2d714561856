import type { BmpHeader } from './bmp-header.ts';

/**
 * Unpacks run-length coded pixels into one palette index each, in the order of the file's rows; pixels that are skipped are of the first
 * colour. Whatever the bytes say, nothing is written outside of the picture. Format: Microsoft, "Bitmap Compression".
 */
export function unpackRuns(stored: Uint8Array, { width, height, compression }: BmpHeader): { indices: Uint8Array; complete: boolean } {
  const picture = new Picture(width, height);
  const nibbles = compression === 'rle4';
  let at = 0;
  while (at + 1 < stored.length && !picture.full) {
    const count = stored[at]!;
    const second = stored[at + 1]!;
    at += 2;
    if (count > 0) picture.run(count, nibbles ? [second >> 4, second & 15] : [second, second]);
    else if (second === endOfLine) picture.nextRow();
    else if (second === endOfPicture) return { indices: picture.indices, complete: true };
    else if (second === move) {
      picture.move(stored[at] ?? 0, stored[at + 1] ?? 0);
      at += 2;
    } else {
      for (let pixel = 0; pixel < second; pixel++) {
        const byte = stored[at + (nibbles ? pixel >> 1 : pixel)] ?? 0;
        picture.put(nibbles ? (pixel % 2 === 0 ? byte >> 4 : byte & 15) : byte);
      }
      // Such a stretch fills whole words of 16 bits.
      at += nibbles ? 2 * Math.ceil(second / 4) : 2 * Math.ceil(second / 2);
    }
  }
  return { indices: picture.indices, complete: picture.full };
}

const endOfLine = 0;
const endOfPicture = 1;
const move = 2;

class Picture {
  readonly indices: Uint8Array;
  readonly #width: number;
  readonly #height: number;
  #x = 0;
  #y = 0;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.indices = new Uint8Array(width * height);
  }

  get full(): boolean {
    return this.#y >= this.#height || (this.#y === this.#height - 1 && this.#x >= this.#width);
  }

  /** The two colours by turns. */
  run(count: number, [even, odd]: readonly [number, number]): void {
    for (let pixel = 0; pixel < count; pixel++) this.put(pixel % 2 === 0 ? even : odd);
  }

  put(index: number): void {
    if (this.#x < this.#width && this.#y < this.#height) this.indices[this.#y * this.#width + this.#x] = index;
    this.#x++;
  }

  nextRow(): void {
    this.#x = 0;
    this.#y++;
  }

  move(right: number, down: number): void {
    this.#x += right;
    this.#y += down;
  }
}
