import type { Picture } from '../../image/raster.ts';
import type { SourceFile } from '../../model/document.ts';
import type { PackedImage } from '../../pdf/packed-images.ts';
import type { BarcodeFormat } from './formats.ts';
import { holdsCode } from './reader.ts';

/** Pixels. A scan is larger: it is looked at on its page. */
const mostPixels = 4_000_000;
/** Pixels of the longer side at which an image is looked at: a slip of A4 with a code of 46 mm has 3 of them for each module. */
const longest = 1000;
/** More on one page are not looked at one by one. */
const mostImages = 20;

/**
 * Whether it is worth drawing a page for its images: looked at one by one, most are logos and photos, the same ones on many pages. `images` are undefined when they
 * cannot be told.
 */
export async function imagesMayHoldCodes(
  { sha256 }: SourceFile,
  images: readonly PackedImage[] | undefined,
  formats: readonly BarcodeFormat[],
): Promise<boolean> {
  if (images === undefined || images.length > mostImages) return true;
  for (const image of images) {
    const key = [sha256, image.object, ...formats].join(' ');
    const known = looked.get(key) ?? (await mayHoldCode(image, formats));
    looked.delete(key);
    looked.set(key, known);
    for (const oldest of [...looked.keys()].slice(0, -mostKept)) looked.delete(oldest);
    if (known) return true;
  }
  return false;
}

/** What was found of images that were looked at last: a letterhead is on every page. */
const looked = new Map<string, boolean>();
const mostKept = 200;

async function mayHoldCode(image: PackedImage, formats: readonly BarcodeFormat[]): Promise<boolean> {
  const picture = await image.read(longest, mostPixels);
  return picture === undefined || holdsCode(framed(picture), formats);
}

/** Pixels to which small images are enlarged, since they may have one for each module, and thin ones, since bars may be stored as one row. */
const usefulSide = 400;
const leastSide = 30;
/** Part of the longer side. Images may leave the free space around a code to the page. */
const free = 0.1;

function framed({ width, height, data }: Picture): Picture {
  const enlarged = Math.max(1, Math.floor(usefulSide / Math.max(width, height)));
  const [across, down] = [width, height].map((side) => Math.max(enlarged, Math.ceil(leastSide / side))) as [number, number];
  const frame = Math.ceil(free * Math.max(width * across, height * down));
  const [outerWidth, outerHeight] = [width * across + 2 * frame, height * down + 2 * frame];
  const framed = new Uint8Array(outerWidth * outerHeight).fill(255);
  for (let y = 0; y < height * down; y++) {
    const row = Math.floor(y / down) * width;
    const start = (y + frame) * outerWidth + frame;
    for (let x = 0; x < width * across; x++) framed[start + x] = data[row + Math.floor(x / across)]!;
  }
  return { width: outerWidth, height: outerHeight, channels: 1, data: framed };
}
