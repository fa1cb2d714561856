import { toGrey } from '../image/raster.ts';
import type { Raster } from '../image/raster.ts';
import { MillraceError } from '../model/errors.ts';
import { drawPage } from './draw.ts';
import { loadDocument } from './engine.ts';
import { largestImage } from './image-limits.ts';
import { picturesPdf, sampleSide, sampleSquares } from './sample-pictures.ts';

/**
 * Draws a page whose content is known, once in a process, before its first drawing is trusted. Throws `worker.self-test` when anything is missing from it: with a canvas that does not fit,
 * or files of the package missing, whole images are absent from a drawing, and every scan would come out empty.
 */
export function testRendering(): Promise<void> {
  return (tested ??= drawSample().then(checkSample));
}

let tested: Promise<void> | undefined;

/** Throws `worker.self-test`, naming what of the sample page is not there. */
export function checkSample(raster: Raster): void {
  const missing = sampleSquares.filter(({ left, top }) => inkOf(raster, left, top) < leastInk).map(({ content }) => content);
  if (missing.length > 0) throw new MillraceError('worker.self-test', `Of the sample page these were not drawn: ${missing.join(', ')}.`);
}

/** Share of black; the faintest, the letter, covers a third of its square. */
const leastInk = 0.15;

async function drawSample(): Promise<Raster> {
  const task = loadDocument(picturesPdf(), largestImage);
  try {
    const document = await task.promise;
    const page = await document.getPage(1);
    const { width, height } = page.getViewport({ scale: 1 });
    return (await drawPage(document, page, { width, height, dpi: 72, grey: true })).raster;
  } catch (error) {
    throw new MillraceError('worker.self-test', 'The reader cannot draw the sample page at all.', error);
  } finally {
    await task.destroy();
  }
}

function inkOf(raster: Raster, left: number, top: number): number {
  const { data, width } = toGrey(raster);
  let ink = 0;
  for (let y = top; y < top + sampleSide; y++) {
    for (let x = left; x < left + sampleSide; x++) ink += 255 - (data[y * width + x] ?? 255);
  }
  return ink / (255 * sampleSide ** 2);
}
