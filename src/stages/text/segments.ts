import type { PlacedRun } from './frame.ts';

/** Neighbouring runs on one baseline with no wide gap between: the unit that is put into reading order. */
export interface Segment {
  runs: PlacedRun[];
  u0: number;
  u1: number;
  top: number;
  bottom: number;
  /** Height of its largest type. */
  size: number;
  rtl: boolean;
}

/** In heights of the type: wider is a column's or a cell's edge. */
const wideGap = 1.2;
/** Kerning, accents and italics may step back as far as this. */
const stepBack = 0.6;
/** Share of the narrower of two runs that the other must cover to be one sign with it. */
const mostlyOver = 0.8;

/** Joins runs that follow each other, in the order drawn, on one baseline. */
export function makeSegments(runs: readonly PlacedRun[]): Segment[] {
  const segments: Segment[] = [];
  let current: Segment | undefined;
  for (const run of runs) {
    if (current !== undefined && continues(current, run)) extend(current, run);
    else segments.push((current = { runs: [run], u0: run.u0, u1: run.u1, top: run.top, bottom: run.bottom, size: run.run.size, rtl: run.run.rtl }));
  }
  return segments;
}

/** Do both stand on one line? Half of the lower one's height must be shared. */
export function sameLine(a: { top: number; bottom: number }, b: { top: number; bottom: number }): boolean {
  return Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) >= 0.5 * Math.min(a.bottom - a.top, b.bottom - b.top);
}

/** How far `b` stands behind `a` in the direction of the text. Negative when it starts before `a` ends. */
export function gapBetween(a: { u0: number; u1: number }, b: { u0: number; u1: number }, rtl: boolean): number {
  return rtl ? a.u0 - b.u1 : b.u0 - a.u1;
}

function continues(segment: Segment, next: PlacedRun): boolean {
  if (!sameLine(segment, next)) return false;
  const size = Math.max(segment.size, next.run.size);
  const fits = (gap: number): boolean => gap <= wideGap * size && gap >= -stepBack * size;
  if (fits(gapBetween(segment, next, segment.rtl)) || isOver(segment.runs.at(-1), next)) return true;
  return segment.rtl !== next.run.rtl && fits(gapBetween(segment, next, next.run.rtl));
}

/** Drawn over the run before: signs put together from two. */
function isOver(before: PlacedRun | undefined, next: PlacedRun): boolean {
  if (before === undefined || next.order !== before.order + 1) return false;
  const shared = Math.min(before.u1, next.u1) - Math.max(before.u0, next.u0);
  return (
    shared >= mostlyOver * Math.min(before.u1 - before.u0, next.u1 - next.u0) &&
    Math.max(before.u1 - before.u0, next.u1 - next.u0) <= 2 * next.run.size
  );
}

function extend(segment: Segment, next: PlacedRun): void {
  segment.runs.push(next);
  if (next.run.size > segment.size || (segment.rtl !== next.run.rtl && next.u1 - next.u0 > segment.u1 - segment.u0)) segment.rtl = next.run.rtl;
  segment.u0 = Math.min(segment.u0, next.u0);
  segment.u1 = Math.max(segment.u1, next.u1);
  if (next.run.size >= 0.8 * segment.size) {
    segment.top = Math.min(segment.top, next.top);
    segment.bottom = Math.max(segment.bottom, next.bottom);
  }
  segment.size = Math.max(segment.size, next.run.size);
}
