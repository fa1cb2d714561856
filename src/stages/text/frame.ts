import type { Box } from '../../model/page.ts';
import type { TextRun } from '../../pdf/text.ts';

/** A run in the frame in which its text is level: `u` along the lines, `v` down the page. */
export interface PlacedRun {
  run: TextRun;
  /** Position in the order in which the file draws. */
  order: number;
  u0: number;
  u1: number;
  top: number;
  bottom: number;
}

/** The runs of a page that run in about the same direction. */
export interface Frame {
  /** Clockwise degrees. */
  angle: number;
  runs: PlacedRun[];
  /** Brings a box of the frame back to the page. */
  toPage: (u0: number, top: number, u1: number, bottom: number) => Box;
}

/** Slants up to here belong to the nearest quarter turn: skewed scans, sloppy stamps. */
const slant = 10;
const step = 5;

/** Sorts runs by direction, so that each group can be laid out as if it were level. The frame with most text comes first. */
export function makeFrames(runs: readonly TextRun[]): Frame[] {
  const groups = new Map<number, { runs: TextRun[]; orders: number[]; characters: number }>();
  runs.forEach((run, order) => {
    const direction = directionOf(run.angle);
    let group = groups.get(direction);
    if (group === undefined) groups.set(direction, (group = { runs: [], orders: [], characters: 0 }));
    group.runs.push(run);
    group.orders.push(order);
    group.characters += run.text.length;
  });
  return [...groups.values()]
    .sort((a, b) => b.characters - a.characters || (a.orders[0] ?? 0) - (b.orders[0] ?? 0))
    .map((group) => frameOf(group.runs, group.orders));
}

function directionOf(angle: number): number {
  const quarter = Math.round(angle / 90) * 90;
  const direction = Math.abs(angle - quarter) <= slant ? quarter : Math.round(angle / step) * step;
  return direction === -180 ? 180 : direction;
}

function frameOf(runs: TextRun[], orders: number[]): Frame {
  const angle = medianAngle(runs);
  const radians = (angle * Math.PI) / 180;
  const level = angle === 0;
  const cos = level ? 1 : Math.cos(radians);
  const sin = level ? 0 : Math.sin(radians);
  const placed = runs.map((run, at): PlacedRun => {
    const u0 = run.x * cos + run.y * sin;
    const v = run.y * cos - run.x * sin;
    return { run, order: orders[at] ?? 0, u0, u1: u0 + run.width, top: v - run.ascent * run.size, bottom: v + run.descent * run.size };
  });
  const toPage = (u0: number, top: number, u1: number, bottom: number): Box => {
    if (level) return [round(u0), round(top), round(u1), round(bottom)];
    const xs = [u0, u1].flatMap((u) => [top, bottom].map((v) => u * cos - v * sin));
    const ys = [u0, u1].flatMap((u) => [top, bottom].map((v) => u * sin + v * cos));
    return [round(Math.min(...xs)), round(Math.min(...ys)), round(Math.max(...xs)), round(Math.max(...ys))];
  };
  return { angle: Math.round(angle * 10) / 10, runs: placed, toPage };
}

function medianAngle(runs: readonly TextRun[]): number {
  const first = runs[0]?.angle ?? 0;
  if (runs.every((run) => run.angle === first)) return first;
  const angles = runs.map((run) => run.angle).sort((a, b) => a - b);
  return angles[angles.length >> 1] ?? 0;
}

/** Boxes are given to a hundredth of a point. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
