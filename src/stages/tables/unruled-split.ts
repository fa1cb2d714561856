import type { Edge } from '../../model/drawing.ts';
import { cutsOf } from './columns.ts';
import type { Band } from './rows-bands.ts';
import { middleOf } from './rows-bands.ts';
import { boxOf } from './unruled-grid.ts';
import { crossingShare } from './unruled-regions.ts';
import { rowRules } from './unruled-rules.ts';

/** In heights of the type: the white space above a rule that starts something new. */
const spaceAbove = 0.8;
/** How many times more space there is above such a rule than below it. */
const timesMore = 1.5;
/** More rules than this share of the lines part rows, or stand behind a chart. */
const mostRules = 0.3;
/** Share of the phrases that may lie across the columns on the other side of a rule. */
const mostCrossing = 0.1;

/** Parts rows where a rule through all columns stands over what follows, and that has other columns: the top of a table, of a block of addresses. */
export function splitAtRules(region: Band[], edges: readonly Edge[]): Band[][] {
  const [x0, y0, x1, y1] = boxOf(region.flatMap((band) => band.phrases));
  const { through } = rowRules(edges, x0, x1, y0, y1);
  for (const rule of through.length > mostRules * region.length ? [] : through) {
    const [above, below] = [region.filter((band) => middleOf(band) < rule), region.filter((band) => middleOf(band) >= rule)];
    if (isOverline(above.at(-1), below[0], rule) && !fits(above, below)) return [above, ...splitAtRules(below, edges)];
  }
  return [region];
}

function isOverline(above: Band | undefined, below: Band | undefined, rule: number): boolean {
  if (above === undefined || below === undefined) return false;
  return rule - above.y1 > Math.max(spaceAbove * above.size, timesMore * (below.y0 - rule));
}

function fits(above: readonly Band[], below: readonly Band[]): boolean {
  const [a, b] = [cutsOf(above), cutsOf(below)];
  return a.length === b.length && a.length > 0 && crossingShare(below, a) <= mostCrossing && crossingShare(above, b) <= mostCrossing;
}
