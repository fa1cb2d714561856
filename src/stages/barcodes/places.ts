import type { SourceFile } from '../../model/document.ts';
import type { Box, Page } from '../../model/page.ts';
import { readCodePlaces } from '../../pdf/code-places.ts';
import { openPdf } from '../../pdf/open.ts';
import { withPage } from '../../pdf/page.ts';

/** Points that a code keeps free around it, and that pieces of one picture may be apart. */
const margin = 12;
/** Points. What is smaller is no code. */
const smallest = 8;
/** More are a pattern, or a hostile file: the page is then looked at as a whole. */
const mostPlaces = 50;

/** The parts of a page of a PDF that codes may be on, in points, or all of it; none of most pages. */
export async function codePlaces(file: SourceFile, { page: number, width, height }: Page): Promise<Box[] | 'all'> {
  const pdf = await openPdf(file);
  const whole: Box = [0, 0, width, height];
  const found = await withPage(pdf, number, (page) => readCodePlaces(pdf, page));
  if (found.length > mostPlaces) return 'all';
  const places = joined(found.filter((box) => box[2] > box[0] && box[3] > box[1]).map((box) => clipped(grown(box), whole)));
  const large = places.filter(([x0, y0, x1, y1]) => Math.min(x1 - x0, y1 - y0) >= smallest + 2 * margin);
  return large.reduce((sum, box) => sum + areaOf(box), 0) > mostShare * width * height ? 'all' : large;
}

/** Share of the page from which on all of it is looked at. */
const mostShare = 0.5;

function grown([x0, y0, x1, y1]: Box): Box {
  return [x0 - margin, y0 - margin, x1 + margin, y1 + margin];
}

function clipped([x0, y0, x1, y1]: Box, [a0, b0, a1, b1]: Box): Box {
  return [Math.max(x0, a0), Math.max(y0, b0), Math.min(x1, a1), Math.min(y1, b1)];
}

/** Boxes that touch as one, so that no code is cut into pieces. */
function joined(boxes: readonly Box[]): Box[] {
  const parts: Box[] = [];
  for (let box of boxes) {
    for (let at = parts.findIndex((part) => touch(part, box)); at >= 0; at = parts.findIndex((part) => touch(part, box))) {
      const [[a0, b0, a1, b1] = box] = parts.splice(at, 1);
      box = [Math.min(box[0], a0), Math.min(box[1], b0), Math.max(box[2], a1), Math.max(box[3], b1)];
    }
    parts.push(box);
  }
  return parts;
}

function touch([a0, b0, a1, b1]: Box, [x0, y0, x1, y1]: Box): boolean {
  return a0 <= x1 && x0 <= a1 && b0 <= y1 && y0 <= b1;
}

function areaOf([x0, y0, x1, y1]: Box): number {
  return (x1 - x0) * (y1 - y0);
}
