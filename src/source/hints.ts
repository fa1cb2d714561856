import { Subject } from 'rxjs';
import type { Observable } from 'rxjs';

/** Paths that may have something new, each once, and no more than `limit`: beyond that only a scan can tell, and `lost` says so. */
export class Hints {
  readonly #paths = new Set<string>();
  readonly #limit: number;
  readonly #added = new Subject<void>();
  /** Emits whenever there is something to take. */
  readonly added: Observable<void> = this.#added;
  lost = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(path: string): void {
    if (this.#paths.size < this.#limit) this.#paths.add(path);
    else this.lost ||= !this.#paths.has(path);
    this.#added.next();
  }

  take(): string | undefined {
    const [path] = this.#paths;
    if (path !== undefined) this.#paths.delete(path);
    return path;
  }
}
