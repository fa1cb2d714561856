import type { Edge } from '../../model/drawing.ts';

/** The horizontal rules about some rows of text. */
export interface RowRules {
  /** Heights of the rules through all columns, from the top down. */
  through: number[];
  /** Those over some columns only: they underline a heading that spans several, or close a sum. */
  partial: Edge[];
}

/** Share of the width that a rule through all columns covers, in one piece or several. */
const mostOfWidth = 0.85;
/** Points: pieces this close in height are one rule. */
const sameHeight = 1.5;

/** The rules between two heights that belong to rows from `x0` to `x1`; those that stick out far belong to something else. */
export function rowRules(edges: readonly Edge[], x0: number, x1: number, top: number, bottom: number): RowRules {
  const width = x1 - x0;
  const near = edges
    .filter(
      ({ way, at, from, to }) =>
        way === 'h' && at >= top && at <= bottom && Math.min(to, x1) - Math.max(from, x0) > 0 && to - from < 1.6 * width + 40,
    )
    .sort((a, b) => a.at - b.at);
  const rules: RowRules = { through: [], partial: [] };
  for (let at = 0; at < near.length;) {
    const first = near[at]?.at ?? 0;
    let end = at;
    while (end < near.length && (near[end]?.at ?? Infinity) - first <= sameHeight) end++;
    const level = near.slice(at, end);
    if (coverOf(level, x0, x1) >= mostOfWidth * width) rules.through.push(first);
    else rules.partial.push(...level);
    at = end;
  }
  return rules;
}

function coverOf(level: readonly Edge[], x0: number, x1: number): number {
  let [cover, reached] = [0, x0];
  for (const { from, to } of [...level].sort((a, b) => a.from - b.from)) {
    cover += Math.max(0, Math.min(to, x1) - Math.max(from, reached));
    reached = Math.max(reached, Math.min(to, x1));
  }
  return cover;
}
