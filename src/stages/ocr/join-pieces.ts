import type { Box } from '../../model/page.ts';

/** Points between pieces of one picture: scanners cut pages into strips. */
const seam = 3;

/** More pieces than these are a drawing made of images, taken as one. */
const mostPieces = 500;

/** Boxes that touch each other put together. */
export function joinPieces(boxes: readonly Box[]): Box[] {
  const whole: Box[] = [];
  for (const box of boxes.slice(0, mostPieces)) {
    let joined = box;
    for (let at = whole.length - 1; at >= 0; at--) {
      if (!touches(whole[at]!, joined)) continue;
      joined = around(whole[at]!, joined);
      whole.splice(at, 1);
      at = whole.length;
    }
    whole.push(joined);
  }
  return whole;
}

function touches(a: Box, b: Box): boolean {
  return a[0] <= b[2] + seam && b[0] <= a[2] + seam && a[1] <= b[3] + seam && b[1] <= a[3] + seam;
}

function around(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
