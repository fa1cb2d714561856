import type { Candidate } from '../../../values/candidate.ts';
import type { Place } from './places.ts';

/** The typed values of a document by the line that they stand in. */
export class ValueIndex {
  readonly #byLine: ReadonlyMap<string, readonly Candidate[]>;

  constructor(candidates: readonly Candidate[]) {
    this.#byLine = Map.groupBy(candidates, ({ page, line }) => `${page}:${line}`);
  }

  /** Values that begin in a place, in reading order. */
  in({ page, line, from, to }: Pick<Place, 'page' | 'line' | 'from' | 'to'>): readonly Candidate[] {
    return (this.#byLine.get(`${page}:${line}`) ?? []).filter(({ words }) => words[0] >= from && words[0] < to);
  }
}
