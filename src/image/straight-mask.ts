import type { InkMask } from './ink-mask.ts';

/** A mask whose rows follow the rules of one way: those across, or those down, laid on their side. */
export interface StraightMask {
  mask: InkMask;
  /** The place in the picture of a place in the mask: `along` its rows, and `row`. */
  placeOf: (along: number, row: number) => readonly [x: number, y: number];
}

/** Shears a mask by whole pixels, so that what runs aslant by `slope`, the tangent of a small clockwise angle, runs along its rows. */
export function straighten({ width, height, data }: InkMask, way: 'h' | 'v', slope: number): StraightMask {
  const [along, rows, drift] = way === 'h' ? [width, height, slope] : [height, width, -slope];
  const shifts = Int32Array.from({ length: along }, (_, at) => Math.round(at * drift));
  const last = shifts[along - 1] ?? 0;
  const base = Math.max(0, last);
  const straight = new Uint8Array(along * (rows + Math.abs(last)));
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (data[at] === 0) continue;
      const [place, row] = way === 'h' ? [x, y] : [y, x];
      straight[(row - shifts[place]! + base) * along + place] = 1;
    }
  }
  const placeOf = (place: number, row: number): readonly [number, number] => {
    const shifted = row - base + place * drift;
    return way === 'h' ? [place, shifted] : [shifted, place];
  };
  return { mask: { width: along, height: rows + Math.abs(last), data: straight }, placeOf };
}
