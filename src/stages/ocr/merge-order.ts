import type { Line } from '../../model/page.ts';

/**
 * Puts parts, each in its own reading order, between lines in theirs, by position: behind the nearest line above that stands in the same column, or
 * before the nearest below. When the parts hold more than the lines, the lines go between the parts.
 */
export function insertInOrder(lines: readonly Line[], parts: readonly (readonly Line[])[]): Line[] {
  const ordered = [...parts].sort((a, b) => topOf(a) - topOf(b));
  const added = ordered.flat();
  const turned = wordsOf(added) > wordsOf(lines);
  const base = turned ? added : [...lines];
  for (const part of turned ? lines.map((line) => [line]) : ordered) base.splice(placeFor(part, base), 0, ...part);
  return base;
}

function topOf(part: readonly Line[]): number {
  return Math.min(...part.map((line) => line.box[1]));
}

function wordsOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.words.length, 0);
}

/** The place among the lines that a part is to have. */
function placeFor(part: readonly Line[], lines: readonly Line[]): number {
  const [top, left, right] = [topOf(part), Math.min(...part.map(({ box }) => box[0])), Math.max(...part.map(({ box }) => box[2]))];
  const beside = lines.map((line, at) => ({ at, middle: (line.box[1] + line.box[3]) / 2, overlaps: line.box[0] < right && line.box[2] > left }));
  const inColumn = beside.filter((line) => line.overlaps);
  const candidates = inColumn.length > 0 ? inColumn : beside;
  const above = candidates.filter((line) => line.middle <= top);
  if (above.length > 0) return Math.max(...nearest(above, -1)) + 1;
  return candidates.length > 0 ? Math.min(...nearest(candidates, 1)) : lines.length;
}

/** Places of the lines that are lowest (-1) or highest (1). */
function nearest(lines: readonly { at: number; middle: number }[], way: 1 | -1): number[] {
  const best = Math.min(...lines.map((line) => way * line.middle));
  return lines.filter((line) => way * line.middle <= best).map((line) => line.at);
}
