import { imageTypes } from '../../image/media-types.ts';
import { readImagePages } from '../../image/probe.ts';
import type { SourceFile } from '../../model/document.ts';

/** Pixels for 72 points at which a page is drawn to be recognised: `wanted`, but an image as it is, because its type is brought to the right size once it is known. */
export async function drawingDpi(file: SourceFile, mediaType: string, page: number, wanted: number): Promise<number> {
  if (!imageTypes.has(mediaType)) return wanted;
  const resolution = (await readImagePages(file, mediaType, page))[page - 1]?.resolution;
  return resolution === undefined ? wanted : Math.max(resolution.across, resolution.down);
}
