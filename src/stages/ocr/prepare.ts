import { turned } from '../../image/affine.ts';
import type { Affine, Turn } from '../../image/affine.ts';
import { evenOut } from '../../image/even-out.ts';
import type { Raster } from '../../image/raster.ts';
import { resample } from '../../image/resample.ts';
import { shrink } from '../../image/shrink.ts';
import { smooth } from '../../image/smooth.ts';
import type { Look } from './look.ts';

export interface Prepared {
  /** Its `dpi` is the one at which type of this size would be ten points high, since that is what recognition takes it for. */
  raster: Raster;
  /** From pixels of the page to pixels of this raster. */
  forward: Affine;
}

/** Height of capital letters in pixels that recognition reads best, and how far off it they may be as they are. */
const bestSize = 24;
const fair = { least: 18, most: 48 };

/** Larger than this, small type only gets more blurred. */
const largestScale = 3;

/** Pixels of a picture that was enlarged: what a worker has the memory to read. */
const mostPixels = 25_000_000;

/** Less skew than this, in degrees, is not worth a second sampling of every pixel. */
const leastSkew = 0.2;

/** Capitals of ten points at 300 dpi. */
const usual = { size: 29, dpi: 300 };

/** Brings out the type of a page, turns it by quarters and by its skew, and gives it a size that can be read. */
export function prepare(grey: Raster, look: Look, turn: Turn): Prepared {
  const scale = scaleFor(look.size, grey.width * grey.height);
  // Small type is of few pixels, and their noise would grow with it.
  const even = evenOut(scale > 1 ? smooth(grey) : grey, look.light);
  const degrees = turn - (Math.abs(look.skew) < leastSkew ? 0 : look.skew);
  const factor = Math.max(1, Math.floor(1 / scale));
  const small = shrink(even, factor);
  const frame = turned(small.width, small.height, degrees, scale * factor);
  const raster = degrees === 0 && scale * factor === 1 ? small : resample(small, frame);
  const dpi = look.size === 0 ? raster.dpi : (look.size * scale * usual.dpi) / usual.size;
  const { a, b, c, d, e, f } = frame.forward;
  return { raster: { ...raster, dpi }, forward: { a: a / factor, b: b / factor, c: c / factor, d: d / factor, e, f } };
}

/** How much a page of so many pixels is enlarged or reduced when its capitals are of this height. */
export function scaleFor(size: number, pixels: number): number {
  if (size === 0 || (size >= fair.least && size <= fair.most)) return 1;
  return Math.min(bestSize / size, largestScale, Math.max(1, Math.sqrt(mostPixels / pixels)));
}
