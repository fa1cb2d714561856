/** Values beyond this many are sampled, so that a month of work needs no more memory than an hour. */
const kept = 4_096;

/** Quantiles of a stream of numbers in bounded memory, by reservoir sampling (Vitter 1985, algorithm R). */
export class Quantiles {
  readonly #sample: number[] = [];
  readonly #random: () => number;
  count = 0;
  sum = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  add(value: number): void {
    this.count++;
    this.sum += value;
    const place = this.count <= kept ? this.count - 1 : Math.floor(this.#random() * this.count);
    if (place < kept) this.#sample[place] = value;
  }

  /** Nearest rank; 0 when nothing has been added. */
  at(share: number): number {
    const sorted = this.#sample.toSorted((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  }
}
