import type { Box } from '../../model/page.ts';
import type { Candidate, Tell } from './candidate.ts';

/** Keeps the best candidate of each region, in reading order from the top. */
export function chooseTables(candidates: readonly Candidate[], tell: Tell): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.confidence - a.confidence)) {
    const better = kept.find((other) => sharedArea(other.box, candidate.box) > 0);
    if (better === undefined) kept.push(candidate);
    tell(candidate.box, better === undefined, candidate.rule, `confidence ${candidate.confidence.toFixed(2)}`);
  }
  return kept.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

function sharedArea(a: Box, b: Box): number {
  return Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0])) * Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
}
