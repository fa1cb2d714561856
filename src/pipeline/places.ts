import type { Span } from './source-text.ts';

export type Path = readonly PropertyKey[];

export interface Place {
  /** The key of a mapping's entry. */
  key?: Span;
  value: Span;
}

/** Where each value of a pipeline file stands, by its path, and what is known of how it came about. */
export class Places {
  readonly #places = new Map<string, Place>();
  readonly #unknown = new Set<string>();
  readonly #filledIn = new Set<string>();

  set(path: Path, place: Place): void {
    this.#places.set(textOf(path), place);
  }

  has(path: Path): boolean {
    return this.#places.has(textOf(path));
  }

  /** The place of the value, or of the nearest one around it. */
  find(path: Path): Place {
    return this.#places.get(textOf(path)) ?? (path.length > 0 ? this.find(path.slice(0, -1)) : { value: [0, 0] });
  }

  /** Its value is not known, and already reported: what else is wrong with it would only confuse. */
  markUnknown(path: Path): void {
    this.#unknown.add(textOf(path));
  }

  isUnknown(path: Path): boolean {
    return this.#unknown.has(textOf(path)) || (path.length > 0 && this.isUnknown(path.slice(0, -1)));
  }

  /** Its text came from a variable, and so takes the type that the option asks for. */
  markFilledIn(path: Path): void {
    this.#filledIn.add(textOf(path));
  }

  isFilledIn(path: Path): boolean {
    return this.#filledIn.has(textOf(path));
  }
}

function textOf(path: Path): string {
  return JSON.stringify(path);
}
