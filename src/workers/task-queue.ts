/** Something that waits for a process, and the document that it is about. */
export interface Waiting {
  document: string;
}

/**
 * Tasks in the order they came. A process that has a document open is given more of it, and two processes open the same
 * document only when there is nothing else to do.
 */
export class TaskQueue<T extends Waiting> {
  readonly #tasks: T[] = [];

  get size(): number {
    return this.#tasks.length;
  }

  get oldest(): T | undefined {
    return this.#tasks[0];
  }

  add(task: T): void {
    this.#tasks.push(task);
  }

  /** Takes a task out, if it still waits here. */
  remove(task: T): void {
    const index = this.#tasks.indexOf(task);
    if (index >= 0) this.#tasks.splice(index, 1);
  }

  removeAll(): T[] {
    return this.#tasks.splice(0);
  }

  /** Takes the oldest task of a document in `open`, else the oldest of one that is not in `held`, else the oldest. */
  take(open: readonly string[], held: ReadonlySet<string>): T | undefined {
    const task =
      this.#tasks.find((waiting) => open.includes(waiting.document)) ?? this.#tasks.find((waiting) => !held.has(waiting.document)) ?? this.#tasks[0];
    if (task !== undefined) this.remove(task);
    return task;
  }
}
