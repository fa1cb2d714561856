import { imageTypes } from '../image/media-types.ts';
import { pointsOf } from '../image/paper-size.ts';
import { readImagePages } from '../image/probe.ts';
import type { SourceFile } from '../model/document.ts';
import { pageImagesOf } from '../pdf/held-page.ts';
import type { PageImage } from '../pdf/held-page.ts';

/**
 * The images on a page of a document of any kind: where they are, and at which resolution. Of an image document the page is the image. Cheap when the page is drawn next. Throws what opening the
 * file throws, and `document.damaged`.
 */
export async function pageImages(file: SourceFile, mediaType: string, page: number): Promise<PageImage[]> {
  if (!imageTypes.has(mediaType)) return pageImagesOf(file, page);
  const found = (await readImagePages(file, mediaType, page))[page - 1];
  if (found === undefined) return [];
  const { width, height } = pointsOf(found);
  return [{ box: [0, 0, width, height], width: found.width, height: found.height, dpi: Math.max(found.resolution.across, found.resolution.down) }];
}

/**
 * The resolution that the images of a page have as a whole: that of the finest among those that cover about as much as the largest, since a scan may be a coarse
 * picture of the paper below a fine one of the letters. Undefined without images.
 */
export function imageResolution(images: readonly PageImage[]): number | undefined {
  const largest = Math.max(0, ...images.map(areaOf));
  const fine = images.filter((image) => largest > 0 && areaOf(image) >= comparable * largest).map(({ dpi }) => dpi);
  return fine.length === 0 ? undefined : Math.max(...fine);
}

/** Share of the area of the largest image. */
const comparable = 0.5;

function areaOf({ box: [x0, y0, x1, y1] }: PageImage): number {
  return Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
}
