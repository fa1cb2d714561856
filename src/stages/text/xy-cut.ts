import { goesOnlyForward } from './drawn-order.ts';
import { sameLine } from './segments.ts';
import type { Segment } from './segments.ts';

/**
 * Recursive XY-cut over segments, with two rules of XY-Cut++ (OpenDataLoader): elements as wide as several columns do not hide the
 * gutter between them, and cells that stand in rows are read by row. Every segment comes out exactly once.
 */
export function cutIntoOrder(segments: readonly Segment[]): Segment[] {
  if (segments.length < 2) return [...segments];
  if (segments.length > mostSegments) return byRows(segments);
  const gutter = findGutter(segments);
  if (gutter !== undefined) return readColumns(segments, gutter);
  const bands = cutAcross(segments);
  if (bands !== undefined) return bands.flatMap(cutIntoOrder);
  const drawn = [...segments].sort((a, b) => drawnAt(a) - drawnAt(b));
  return goesOnlyForward(drawn) ? drawn : byRows(segments);
}

/** Maps and drawings: the cost of cutting grows with the square. */
const mostSegments = 3000;
/** Segments that a column must have at least, and the share that may cross its gutter. */
const leastSegments = 3;
const mostCrossing = 0.25;

interface Gutter {
  u: number;
  width: number;
  crossing: number;
}

function findGutter(segments: readonly Segment[]): Gutter | undefined {
  if (segments.length < 2 * leastSegments) return undefined;
  const least = Math.max(5, (0.8 * segments.reduce((sum, segment) => sum + segment.size, 0)) / segments.length);
  const most = mostCrossing * segments.length;
  const gutters = valleys(segments, least)
    .filter((gutter) => gutter.crossing <= most)
    .sort((a, b) => a.crossing - b.crossing || b.width - a.width || a.u - b.u);
  return gutters.slice(0, 6).find((gutter) => partsColumns(segments, gutter));
}

/** Stretches of `u`, at least so wide, under fewer segments than their neighbours. */
function valleys(segments: readonly Segment[], least: number): Gutter[] {
  const starts = Float64Array.from(segments, (segment) => segment.u0).sort();
  const ends = Float64Array.from(segments, (segment) => segment.u1).sort();
  const found: Gutter[] = [];
  let started = 0;
  ends.forEach((end, at) => {
    while (started < starts.length && (starts[started] ?? 0) < end) started++;
    const from = end;
    const to = Math.min(starts[started] ?? from, ends[at + 1] ?? Infinity);
    if (to - from >= least && starts[started] === to) found.push({ u: (from + to) / 2, width: to - from, crossing: started - at - 1 });
  });
  return found;
}

/** Are there columns to both sides, or only the cells of a table? */
function partsColumns(segments: readonly Segment[], { u }: Gutter): boolean {
  const left = segments.filter((segment) => segment.u1 <= u);
  const right = segments.filter((segment) => segment.u0 >= u);
  if (left.length < leastSegments || right.length < leastSegments) return false;
  if (isProse(left) && isProse(right)) return true;
  const paired = left.filter((a) => right.some((b) => sameLine(a, b))).length;
  if (paired >= 0.5 * Math.min(left.length, right.length)) return false;
  return drawnApart(segments, u);
}

/** Prose fills its column: most segments are long, and about as long as the longest. */
function isProse(segments: readonly Segment[]): boolean {
  let longest = 0;
  let size = 0;
  for (const segment of segments) {
    longest = Math.max(longest, segment.u1 - segment.u0);
    size += segment.size / segments.length;
  }
  const least = Math.max(10 * size, 0.6 * longest);
  return 2 * segments.filter((segment) => segment.u1 - segment.u0 > least).length > segments.length;
}

/** Does the file draw one side after the other? */
function drawnApart(segments: readonly Segment[], u: number): boolean {
  const sides = segments.filter((segment) => segment.u1 <= u || segment.u0 >= u).map((segment) => segment.u1 <= u);
  const changes = sides.filter((side, at) => at > 0 && side !== sides[at - 1]).length;
  return changes <= Math.max(1, 0.1 * sides.length);
}

/** Elements across the gutter part the region into bands; within a band one column is read after the other. */
function readColumns(segments: readonly Segment[], { u }: Gutter): Segment[] {
  const wide = segments.filter((segment) => segment.u0 < u && segment.u1 > u).sort((a, b) => a.top - b.top || a.u0 - b.u0);
  const narrow = new Set(segments.filter((segment) => !(segment.u0 < u && segment.u1 > u)));
  const rtl = segments.filter((segment) => segment.rtl).length > segments.length / 2;
  const ordered: Segment[] = [];
  const readUntil = (bottom: number): void => {
    const band = [...narrow].filter((segment) => (segment.top + segment.bottom) / 2 < bottom);
    for (const segment of band) narrow.delete(segment);
    const columns = [band.filter((segment) => segment.u1 <= u), band.filter((segment) => segment.u1 > u)];
    ordered.push(...(rtl ? columns.reverse() : columns).flatMap(cutIntoOrder));
  };
  for (const element of wide) {
    readUntil((element.top + element.bottom) / 2);
    ordered.push(element);
  }
  readUntil(Infinity);
  return ordered;
}

/** Cuts a region across at its widest gap. */
function cutAcross(segments: readonly Segment[]): [Segment[], Segment[]] | undefined {
  const sorted = [...segments].sort((a, b) => a.top - b.top || a.u0 - b.u0);
  let bottom = -Infinity;
  let widest = { gap: 0, at: 0 };
  sorted.forEach((segment, at) => {
    if (at > 0 && segment.top - bottom > widest.gap) widest = { gap: segment.top - bottom, at };
    bottom = Math.max(bottom, segment.bottom);
  });
  if (widest.at === 0) return undefined;
  const above = new Set(sorted.slice(0, widest.at));
  return [segments.filter((segment) => above.has(segment)), segments.filter((segment) => !above.has(segment))];
}

/** Rows from top to bottom, each in the direction of its text. */
function byRows(segments: readonly Segment[]): Segment[] {
  const rows: { top: number; bottom: number; segments: Segment[] }[] = [];
  for (const segment of [...segments].sort((a, b) => a.top + a.bottom - b.top - b.bottom || a.u0 - b.u0)) {
    const row = rows.at(-1);
    if (row !== undefined && sameLine(row, segment)) row.segments.push(segment);
    else rows.push({ top: segment.top, bottom: segment.bottom, segments: [segment] });
  }
  return rows.flatMap((row) => {
    const rtl = row.segments.filter((segment) => segment.rtl).length > row.segments.length / 2;
    return row.segments.sort((a, b) => (rtl ? b.u1 - a.u1 : a.u0 - b.u0) || a.top - b.top);
  });
}

function drawnAt(segment: Segment): number {
  return segment.runs[0]?.order ?? 0;
}
