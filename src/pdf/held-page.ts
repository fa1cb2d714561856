import type { SourceFile } from '../model/document.ts';
import { MillraceError } from '../model/errors.ts';
import type { Box } from '../model/page.ts';
import type { ReadyImage } from './compose.ts';
import { openForRendering } from './open.ts';
import type { OpenPdf } from './open.ts';
import type { PdfPage } from './page.ts';
import { placedImages } from './placed-images.ts';
import type { DecodedPixels, PlacedImage } from './placed-images.ts';
import { hearWarnings } from './warnings.ts';
import type { ReaderWarnings } from './warnings.ts';

/** A page whose images are decoded. */
export interface HeldPage {
  images: ReadyImage[];
  /** Nothing else is seen on it. */
  alone: boolean;
  warnings: ReaderWarnings;
}

interface Held extends HeldPage {
  pdf: OpenPdf;
  page: PdfPage;
}

/** The page that was asked for last: whoever asks for its images asks for its pixels next. */
let held: Held | undefined;

/** Decodes the images of a page, and keeps them until `releasePage`, or until another page is asked for. Throws `document.damaged` when the page cannot be read. */
export async function holdPage(file: SourceFile, number: number): Promise<HeldPage> {
  const pdf = await openForRendering(file);
  if (held?.pdf === pdf && held.page.pageNumber === number) return held;
  releasePage();
  try {
    const page = await pdf.document.getPage(number);
    held = { pdf, page, ...(await readImages(page)) };
    return held;
  } catch (error) {
    throw new MillraceError('document.damaged', `Page ${number} cannot be read: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}

/** Lets go of decoded images, which may take hundreds of megabytes. */
export function releasePage(): void {
  held?.page.cleanup();
  held = undefined;
}

async function readImages(page: PdfPage): Promise<HeldPage> {
  const { value, warnings } = await hearWarnings(async () => {
    const operators = await page.getOperatorList();
    const { images, alone } = placedImages(
      { fnArray: operators.fnArray, argsArray: operators.argsArray as unknown[] },
      page.getViewport({ scale: 1 }),
    );
    const ready = await Promise.all(images.map(async (image) => ({ ...image, pixels: await pixelsOf(page, image) })));
    return { images: ready.filter(isReady), alone };
  });
  return { ...value, warnings };
}

/** Undefined when the image could not be decoded, which a warning tells. */
async function pixelsOf(page: PdfPage, { pixels, stencil }: PlacedImage): Promise<DecodedPixels | undefined> {
  if (typeof pixels !== 'string') return pixels;
  const objects = pixels.startsWith('g_') ? page.commonObjs : page.objs;
  const { promise, resolve } = Promise.withResolvers<DecodedPixels | null>();
  objects.get(pixels, resolve);
  const decoded = await promise;
  if (decoded?.data === undefined) return undefined;
  return stencil === undefined ? decoded : { width: decoded.width, height: decoded.height, data: decoded.data };
}

function isReady(image: Omit<ReadyImage, 'pixels'> & { pixels: DecodedPixels | undefined }): image is ReadyImage {
  return image.pixels !== undefined;
}

/** An image on a page, as far as it is seen. */
export interface PageImage {
  /** Points. */
  box: Box;
  /** Pixels of the whole image. */
  width: number;
  height: number;
  /** Pixels for 72 points; of the finer direction when they differ. */
  dpi: number;
}

/** The images of a page, in the order in which they are drawn. They are decoded for it and kept for the drawing of the page, which is expected next. */
export async function pageImagesOf(file: SourceFile, number: number): Promise<PageImage[]> {
  const { images } = await holdPage(file, number);
  return images.map(({ matrix, clip, width, height }) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix;
    const box: Box = [
      Math.max(clip[0], e + Math.min(0, a, c, a + c)),
      Math.max(clip[1], f + Math.min(0, b, d, b + d)),
      Math.min(clip[2], e + Math.max(0, a, c, a + c)),
      Math.min(clip[3], f + Math.max(0, b, d, b + d)),
    ];
    return { box, width, height, dpi: 72 * Math.max(width / Math.hypot(a, b), height / Math.hypot(c, d)) };
  });
}
