import { readImagePages } from '../../image/probe.ts';
import type { SourceFile } from '../../model/document.ts';
import { MillraceError } from '../../model/errors.ts';
import type { Description } from './description.ts';

interface ImageLimits {
  max_pages: number;
  max_pixels: number;
}

/** Counts the pages of an image document by its headers, before anything is decoded. Throws `document.too-many-pixels` and what `readImagePages` throws. */
export async function describeImage(file: SourceFile, mediaType: string, { max_pages, max_pixels }: ImageLimits): Promise<Description> {
  // One more than is allowed is enough to know that there are too many.
  const pages = await readImagePages(file, mediaType, max_pages + 1);
  const large = pages.findIndex(({ width, height }) => width * height > max_pixels);
  if (large >= 0) {
    const { width, height } = pages[large]!;
    throw new MillraceError('document.too-many-pixels', `Page ${large + 1} has ${width} × ${height} pixels; max_pixels is ${max_pixels}.`);
  }
  return { metadata: { page_count: pages.length }, findings: [] };
}
