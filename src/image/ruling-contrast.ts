import type { Raster } from './raster.ts';
import type { Ruling } from './ruling.ts';

/** Whether a rule is darker than what lies on either side of it, along most of its length: in shading, ink is made out where letters end. */
export function standsOut(grey: Raster, { way, start, end, thickness }: Ruling): boolean {
  const distance = thickness / 2 + Math.max(1.5, (clearance * grey.dpi) / 72);
  const samples = Math.max(8, Math.round(Math.hypot(end[0] - start[0], end[1] - start[1]) / 4));
  const found = [0, 0];
  for (let sample = 0; sample < samples; sample++) {
    const share = (sample + 0.5) / samples;
    const [x, y] = [start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])];
    const at = (off: number): number => (way === 'h' ? valueAt(grey, x, y + off) : valueAt(grey, x + off, y));
    // The middle line of a drifting rule may run beside it.
    const ink = Math.min(at(-1), at(0), at(1));
    [at(-distance), at(distance)].forEach((beside, side) => {
      if (beside - ink >= leastContrast) found[side]!++;
    });
  }
  return found.every((count) => count >= standingOut * samples);
}

/** Points from the edge of a rule to where it is looked what lies beside it. */
const clearance = 0.6;
/** Levels of grey. */
const leastContrast = 12;
/** Share of the length of a rule; the rest is broken, crossed, or touched by letters. */
const standingOut = 0.6;

/** White beyond the edges. */
function valueAt({ width, height, data }: Raster, x: number, y: number): number {
  const [column, row] = [Math.round(x), Math.round(y)];
  return column < 0 || column >= width || row < 0 || row >= height ? 255 : data[row * width + column]!;
}
