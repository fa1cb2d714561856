import type { SourceFile } from '../../model/document.ts';
import { joinTouching } from '../../model/box.ts';
import type { Box, Page } from '../../model/page.ts';
import { readCodePlaces } from '../../pdf/code-places.ts';
import { openPdf } from '../../pdf/open.ts';
import { packedImages } from '../../pdf/packed-images.ts';
import { withPage } from '../../pdf/page.ts';
import type { BarcodeFormat } from './formats.ts';
import { imagesMayHoldCodes } from './images.ts';

/** Points that a code keeps free around it, and that pieces of one picture may be apart. */
const margin = 12;
/** Points. What is smaller is no code. */
const smallest = 8;
/** More are a pattern, or a hostile file: the page is then looked at as a whole. */
const mostPlaces = 50;
/** Share of the page from which on all of it is looked at. */
const mostShare = 0.5;

/** The parts of a page of a PDF that codes may be on, in points, or all of it; none of most pages. */
export async function codePlaces(file: SourceFile, { page: number, width, height }: Page, formats: readonly BarcodeFormat[]): Promise<Box[] | 'all'> {
  const pdf = await openPdf(file);
  const found = await withPage(pdf, number, async (page) => {
    const { images, drawn } = await readCodePlaces(pdf, page);
    const looksAtImages = images.length > 0 && (await imagesMayHoldCodes(file, packedImages(file, pdf, page), formats));
    return looksAtImages ? [...images, ...drawn] : drawn;
  });
  if (found.length > mostPlaces) return 'all';
  // No code is to be cut into pieces.
  const places = joinTouching(found.map((box) => grown(box, width, height))).filter(
    ([x0, y0, x1, y1]) => Math.min(x1 - x0, y1 - y0) >= smallest + margin,
  );
  return places.reduce((sum, box) => sum + areaOf(box), 0) > mostShare * width * height ? 'all' : places;
}

/** With what a code keeps free, as far as the page goes. */
function grown([x0, y0, x1, y1]: Box, width: number, height: number): Box {
  return [Math.max(0, x0 - margin), Math.max(0, y0 - margin), Math.min(width, x1 + margin), Math.min(height, y1 + margin)];
}

function areaOf([x0, y0, x1, y1]: Box): number {
  return (x1 - x0) * (y1 - y0);
}
