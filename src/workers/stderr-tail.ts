/** Keeps the end of what a process says: enough for V8's report of a full heap, and no more than that however much it says. */
export class StderrTail {
  #text = '';

  append(chunk: Buffer): void {
    this.#text = (this.#text + chunk.toString('utf8')).slice(-kept);
  }

  /** All that is kept, for finding out why the process ended. */
  get all(): string {
    return this.#text;
  }

  /** The last lines, for people. */
  get lines(): string {
    return this.#text.slice(-shown).trim();
  }
}

const kept = 16 * 1024;
const shown = 4 * 1024;
