import type { Candidate, Tell } from './candidate.ts';
import type { PageInk } from './page-ink.ts';

/** Grids that are seen by the alignment of their words. `ruled` ones are known: their words need no second finder unless it does better. */
export function unruledTables(ink: PageInk, ruled: readonly Candidate[], tell: Tell): Candidate[] {
  void ink;
  void ruled;
  void tell;
  return [];
}
