import type { Box } from './page.ts';

/** The smallest box around all, of at least one. */
export function unionOf(boxes: readonly Box[]): Box {
  let [x0, y0, x1, y1] = boxes[0] ?? [0, 0, 0, 0];
  for (const box of boxes) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  return [x0, y0, x1, y1];
}

/** Boxes that touch each other, or stand at most `seam` points apart, put together. The work grows with the square of their number: callers bound it. */
export function joinTouching(boxes: readonly Box[], seam = 0): Box[] {
  const whole: Box[] = [];
  for (const box of boxes) {
    let joined = box;
    for (let at = touching(whole, joined, seam); at >= 0; at = touching(whole, joined, seam)) joined = unionOf([joined, ...whole.splice(at, 1)]);
    whole.push(joined);
  }
  return whole;
}

function touching(boxes: readonly Box[], [x0, y0, x1, y1]: Box, seam: number): number {
  return boxes.findIndex(([a0, b0, a1, b1]) => a0 <= x1 + seam && x0 <= a1 + seam && b0 <= y1 + seam && y0 <= b1 + seam);
}
