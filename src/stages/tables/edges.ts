import type { Edge } from '../../model/drawing.ts';
import { firstPlace } from '../../model/first-place.ts';
import type { Box } from '../../model/page.ts';

/** Points: a rule drawn as dots or dashes has gaps up to here. */
const widestGap = 3;
/** In snaps, a quarter of a line of text each: what is shorter when all its pieces are joined is a tick, a dot or a letter that is drawn, and no side of a cell. */
const shortest = 3;

/** A rule as it is seen, put together from what was drawn. */
export interface Rule extends Edge {
  /** Where one piece of it ends and the next begins: programs that set tables draw the sides of each cell by themselves. */
  joints: number[];
}

/**
 * Makes rules of the pieces that a page draws: parallel pieces within `snap` points move to one place, and those on one
 * line that touch or nearly do become one (pdfplumber's snap and join).
 */
export function joinEdges(edges: readonly Edge[], snap: number): Rule[] {
  return (['h', 'v'] as const).flatMap((way) =>
    snapGroups(
      edges.filter((edge) => edge.way === way && isSane(edge)),
      snap,
    )
      .flatMap(joinGroup)
      .filter((rule) => rule.to - rule.from >= shortest * snap),
  );
}

/** Points. The longest side that a page may have (ISO 32000-1, annex C, in the unit of pdf.js). */
const farthest = 200_000;

function isSane({ at, from, to }: Edge): boolean {
  return Math.abs(at) < farthest && from > -farthest && to < farthest && to >= from;
}

/** Groups no wider than `snap`, so that a hatching does not become one rule. */
function snapGroups(edges: Edge[], snap: number): Edge[][] {
  const groups: Edge[][] = [];
  for (const edge of edges.sort((a, b) => a.at - b.at)) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group !== undefined && first !== undefined && edge.at - first.at <= snap) group.push(edge);
    else groups.push([edge]);
  }
  return groups;
}

function joinGroup(group: Edge[]): Rule[] {
  const joined: Rule[] = [];
  const at = meanPlace(group);
  for (const edge of group.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && edge.from - last.to <= widestGap) {
      if (edge.to > last.to && Math.abs(edge.from - last.to) <= widestGap) last.joints.push((edge.from + last.to) / 2);
      last.to = Math.max(last.to, edge.to);
      last.thickness = Math.max(last.thickness, edge.thickness);
    } else joined.push({ ...edge, at, joints: [] });
  }
  return joined;
}

/** Long pieces count for more: they are the rule, and others its repairs. */
function meanPlace(group: readonly Edge[]): number {
  let [sum, weight] = [0, 0];
  for (const { at, from, to } of group) {
    const length = Math.max(to - from, 0.1);
    sum += at * length;
    weight += length;
  }
  return sum / weight;
}

/** Rules that touch each other, directly or through others. */
export interface Web {
  horizontal: Rule[];
  vertical: Rule[];
  box: Box;
}

/** More crossings than this are a hatching or a millimetre grid. */
const mostCrossings = 250_000;

/** Sorts rules into webs of those that cross or touch within `reach` points. Undefined when there are too many to look at. */
export function websOf(edges: readonly Rule[], reach: number): Web[] | undefined {
  const horizontal = edges.filter((edge) => edge.way === 'h');
  const vertical = edges.filter((edge) => edge.way === 'v').sort((a, b) => a.at - b.at);
  const parents = new Map<Rule, Rule>();
  let crossings = 0;
  for (const level of horizontal) {
    const first = firstPlace(vertical.length, (at) => vertical[at]!.at >= level.from - reach);
    for (let at = first; at < vertical.length; at++) {
      const upright = vertical[at];
      if (upright === undefined || upright.at > level.to + reach) break;
      if (++crossings > mostCrossings) return undefined;
      if (level.at >= upright.from - reach && level.at <= upright.to + reach) parents.set(rootOf(parents, upright), rootOf(parents, level));
    }
  }
  return gather(edges, parents);
}

function rootOf(parents: Map<Rule, Rule>, edge: Rule): Rule {
  let root = edge;
  for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root)) root = parent;
  for (let next = edge; next !== root;) {
    const parent = parents.get(next) ?? root;
    parents.set(next, root);
    next = parent;
  }
  return root;
}

function gather(edges: readonly Rule[], parents: Map<Rule, Rule>): Web[] {
  const webs = new Map<Rule, Rule[]>();
  for (const edge of edges) {
    const root = rootOf(parents, edge);
    const web = webs.get(root);
    if (web === undefined) webs.set(root, [edge]);
    else web.push(edge);
  }
  return [...webs.values()].map((web) => {
    const [horizontal, vertical] = [web.filter((edge) => edge.way === 'h'), web.filter((edge) => edge.way === 'v')];
    const xs = [...horizontal.flatMap((edge) => [edge.from, edge.to]), ...vertical.map((edge) => edge.at)];
    const ys = [...vertical.flatMap((edge) => [edge.from, edge.to]), ...horizontal.map((edge) => edge.at)];
    return { horizontal, vertical, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] };
  });
}
