import { Cover } from '../../layout/cover.ts';
import type { Box } from '../../model/page.ts';
import { joinPieces } from './join-pieces.ts';
import type { PageFacts } from './page-facts.ts';

/** Points: a line of type with its margin, and a few words of it. Logos and icons are smaller. */
const leastHeight = 24;
const leastWidth = 100;
/** Share of the page. Of A4 a strip of five lines across; logos are smaller. */
const leastArea = 0.035;
/** Share of an image under the text of the page from which on it is a ground for that text. */
const mostText = 0.1;
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
