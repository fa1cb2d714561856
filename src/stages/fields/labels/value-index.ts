import { firstPlace } from '../../../model/first-place.ts';
import type { Candidate } from '../../../values/candidate.ts';
import type { Place } from './places.ts';

/** The typed values of a document by the line that they stand in. */
export class ValueIndex {
  readonly #byLine: ReadonlyMap<string, readonly Candidate[]>;

  constructor(candidates: readonly Candidate[]) {
    this.#byLine = Map.groupBy(candidates, ({ page, line }) => `${page}:${line}`);
  }

  /** Values that begin in a place, in reading order, as far as they can matter to the label of the place. */
  in({ page, line, from, to }: Pick<Place, 'page' | 'line' | 'from' | 'to'>): readonly Candidate[] {
    const inLine = this.#byLine.get(`${page}:${line}`) ?? [];
    const first = firstPlace(inLine.length, (at) => inLine[at]!.words[0] >= from);
    return inLine.slice(first, first + mostInPlace).filter(({ words }) => words[0] < to);
  }
}

/** Values of one place that are looked at: a label has its value among the first. */
const mostInPlace = 12;
