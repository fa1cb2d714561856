import type { Orientation } from '../image/orient.ts';
import type { Box } from '../model/page.ts';
import type { PlacedImage } from './placed-images.ts';

/** How an image lies on its page when its sides are those of the page. */
export interface Lay {
  /** Points, before anything is cut off. */
  box: Box;
  orientation: Orientation;
  /** Pixels for 72 points of the page, across and down. */
  across: number;
  down: number;
}

/** How an image lies; undefined when it is turned by less than a quarter or skewed, so that its rows are no rows of the page. */
export function layOf({ matrix, width, height }: PlacedImage): Lay | undefined {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix;
  const transposed = Math.abs(b) > Math.abs(a);
  const [right, down, driftDown, driftAcross] = transposed ? [c, b, d, a] : [a, d, b, c];
  const [columns, rows] = transposed ? [height, width] : [width, height];
  const across = (columns / Math.abs(right)) * 72;
  const downwards = (rows / Math.abs(down)) * 72;
  const drift = Math.max((Math.abs(driftDown) * downwards) / 72, (Math.abs(driftAcross) * across) / 72);
  if (!(drift <= mostDrift)) return undefined;
  const box: Box = [Math.min(e, e + right), Math.min(f, f + down), Math.max(e, e + right), Math.max(f, f + down)];
  // The upper side of the unit square is the first row: right way up, it runs to the right at the top, and the other side comes down to 0.
  const orientation = transposed
    ? { transposed, mirroredAcross: right > 0, mirroredDown: down < 0 }
    : { transposed, mirroredAcross: right < 0, mirroredDown: down > 0 };
  return { box, orientation, across, down: downwards };
}

/** Pixels by which a row may run off over the whole image. */
const mostDrift = 1;
