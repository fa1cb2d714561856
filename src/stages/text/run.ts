import { imageTypes } from '../../image/media-types.ts';
import type { ConfigOf, StageRun } from '../../model/stage.ts';
import type { spec } from './spec.ts';

/** Reads one page. What reads a kind of document is loaded when the first of its kind comes. Throws `document.damaged` when the page cannot be found or read at all. */
export const run: StageRun<ConfigOf<typeof spec>> = async ({ file, document, page }) =>
  imageTypes.has(document.mediaType)
    ? (await import('./image-page.ts')).readImagePage(file, document.mediaType, page)
    : (await import('./pdf-page.ts')).readPdfPage(file, page);
