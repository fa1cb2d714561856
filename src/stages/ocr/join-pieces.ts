import { joinTouching } from '../../model/box.ts';
import type { Box } from '../../model/page.ts';

/** Points between pieces of one picture: scanners cut pages into strips. */
const seam = 3;

/** More pieces than these are a drawing made of images, taken as one. */
const mostPieces = 500;

/** Boxes that touch each other put together. */
export function joinPieces(boxes: readonly Box[]): Box[] {
  return joinTouching(boxes.slice(0, mostPieces), seam);
}
