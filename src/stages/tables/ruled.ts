import type { Candidate, Tell } from './candidate.ts';
import type { PageInk } from './page-ink.ts';

/** Grids that are drawn by rules. */
export function ruledTables(ink: PageInk, tell: Tell): Candidate[] {
  void ink;
  void tell;
  return [];
}
