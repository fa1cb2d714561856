import type { FileSignature } from '../model/job.ts';

export interface Visit {
  /** State in which the file settled. */
  settled: FileSignature | undefined;
  /** Whether the path came again meanwhile: then it must be looked at again after the visit. */
  again: boolean;
  /** Resolves when the visit is over. */
  over: Promise<void>;
  leave(): void;
}

/** Who is between being found and being a job. A path is there once, however many events and scans name it. */
export class Presence {
  readonly #visits = new Map<string, Visit>();

  /** Undefined when the path is there already. */
  enter(path: string): Visit | undefined {
    const known = this.#visits.get(path);
    if (known !== undefined) {
      known.again = true;
      return undefined;
    }
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const leave = (): void => {
      this.#visits.delete(path);
      resolve(undefined);
    };
    const visit: Visit = { settled: undefined, again: false, over: promise, leave };
    this.#visits.set(path, visit);
    return visit;
  }

  visit(path: string): Visit | undefined {
    return this.#visits.get(path);
  }
}
