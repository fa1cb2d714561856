import { Cover } from '../../layout/cover.ts';
import type { Box } from '../../model/page.ts';
import type { PageFacts } from './page-facts.ts';

/** Points: a line of type with its margin, and a few words of it. Logos and icons are smaller. */
const leastHeight = 24;
const leastWidth = 100;
/** Share of the page. Of A4 a strip of five lines, or two business cards; logos are smaller. */
const leastArea = 0.02;
/** Share of an image under the text of the page from which on it is a ground for that text. */
const mostText = 0.1;
/** Points between pieces of one picture: scanners cut pages into strips. */
const seam = 3;

/** The images of a page that could hold lines of text of their own, pieces put together. */
export function imageRegions({ width, height, lines, imageBoxes }: Pick<PageFacts, 'width' | 'height' | 'lines' | 'imageBoxes'>): Box[] {
  const text = new Cover(
    { width, height },
    lines.map((line) => line.box),
  );
  return joinPieces(imageBoxes).filter(
    (box) =>
      box[2] - box[0] >= leastWidth &&
      box[3] - box[1] >= leastHeight &&
      (box[2] - box[0]) * (box[3] - box[1]) >= leastArea * width * height &&
      text.share(box) <= mostText,
  );
}

/** More pieces than these are a drawing made of images, taken as one. */
const mostPieces = 500;

function joinPieces(boxes: readonly Box[]): Box[] {
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
