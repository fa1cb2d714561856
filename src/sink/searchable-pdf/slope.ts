import type { LayerLine } from './recognised.ts';

/**
 * Clockwise degrees by which the lines of one direction run askew of it, as those of a crooked scan do, whose angle is known by quarter turns only. The slopes from the first to
 * the last words of long lines scatter with the letters that reach up and down; the middle one of a page does not.
 */
export function slopeOf(lines: readonly LayerLine[], angle: number): number {
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const slopes = lines.flatMap(({ line, words }) => {
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined) return [];
    const [from, to] = [middle(first.box), middle(last.box)];
    const [x, y] = [to[0] - from[0], to[1] - from[1]];
    const [along, down] = [x * cos + y * sin, y * cos - x * sin];
    return along > longLine * typicalHeight(words, line.size) ? [(Math.atan2(down, along) * 180) / Math.PI] : [];
  });
  if (slopes.length < fewLines) return 0;
  const slope = slopes.sort((a, b) => a - b)[slopes.length >> 1] ?? 0;
  return Math.abs(slope) < leastSlope || Math.abs(slope) > mostSlope ? 0 : slope;
}

function middle([x0, y0, x1, y1]: readonly [number, number, number, number]): [number, number] {
  return [(x0 + x1) / 2, (y0 + y1) / 2];
}

/** The height of a line that runs askew says more of its length. */
function typicalHeight(words: LayerLine['words'], size: number): number {
  const heights = words.map(({ box }) => Math.min(box[3] - box[1], box[2] - box[0])).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? size;
}

/** Heights of the type. */
const longLine = 10;
const fewLines = 3;
/** Degrees: over the width of a page less than a point, and more than pictures are set straight by. */
const leastSlope = 0.1;
const mostSlope = 15;
