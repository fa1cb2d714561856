import { montage } from '../image/montage.ts';
import type { Layer } from '../image/montage.ts';
import { orient } from '../image/orient.ts';
import { toGrey } from '../image/raster.ts';
import type { Picture, Raster } from '../image/raster.ts';
import { scale } from '../image/scale.ts';
import type { Box } from '../model/page.ts';
import { layOf } from './image-lay.ts';
import type { Lay } from './image-lay.ts';
import { pictureOf } from './image-picture.ts';
import type { DecodedPixels, PlacedImage } from './placed-images.ts';

/** What a page is to be drawn on. */
export interface Sheet {
  /** Points. */
  width: number;
  height: number;
  /** Pixels for 72 points. */
  dpi: number;
  grey: boolean;
}

/** An image with its pixels. */
export type ReadyImage = Omit<PlacedImage, 'pixels'> & { pixels: DecodedPixels };

/**
 * Draws a page that is nothing but images from their own pixels, as most scans are: faster than on a canvas, smooth at every size, and without any loss when
 * the sheet has about the resolution of the scan, which it then takes over. Undefined when an image does not lie straight, or a stencil is painted in a colour.
 */
export async function composePage(images: readonly ReadyImage[], sheet: Sheet): Promise<Raster | undefined> {
  const parts: Part[] = [];
  for (const image of images) {
    const lay = layOf(image);
    const ink = inkOf(image);
    if (lay === undefined || ink === 'coloured') return undefined;
    parts.push({ image, lay, ink });
  }
  const dpi = commonDpi(
    parts.map(({ lay }) => lay),
    sheet.dpi,
  );
  const layers: Layer[] = [];
  for (const part of parts) layers.push(await layerOf(part, dpi, sheet.grey));
  return { ...onSheet(pixels(sheet.width, dpi), pixels(sheet.height, dpi), layers, sheet.grey), dpi };
}

interface Part {
  image: ReadyImage;
  lay: Lay;
  /** The grey that a stencil is painted in. */
  ink: number | undefined;
}

function inkOf({ stencil }: ReadyImage): number | 'coloured' | undefined {
  if (stencil === undefined) return undefined;
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(stencil.slice(at, at + 2) || '0', 16));
  return red === green && green === blue ? red : 'coloured';
}

/** The resolution that all images have, when the wanted one is about that. */
function commonDpi(lays: readonly Lay[], wanted: number): number {
  const own = lays[0]?.across ?? wanted;
  const all = [wanted, ...lays.flatMap(({ across, down }) => [across, down])];
  return all.every((dpi) => Math.abs(dpi / own - 1) < sameResolution) ? own : wanted;
}

/** Not worth blurring every pixel for. */
const sameResolution = 0.005;

async function layerOf({ image, lay, ink }: Part, dpi: number, grey: boolean): Promise<Layer> {
  const upright = orient(pictureOf(image.pixels), lay.orientation);
  const picture = grey && upright.channels === 3 ? toGrey(upright) : upright;
  const [left, top, right, bottom] = inPixels(lay.box, dpi);
  const [width, height] = [Math.max(1, right - left), Math.max(1, bottom - top)];
  const fits = Math.abs(width - picture.width) <= 1 && Math.abs(height - picture.height) <= 1;
  return {
    picture: fits ? picture : await scale(picture, width, height),
    left,
    top,
    window: inPixels(image.clip, dpi),
    ...(ink !== undefined && { ink }),
  };
}

/** One picture that covers the sheet is the sheet. */
function onSheet(width: number, height: number, layers: readonly Layer[], grey: boolean): Picture {
  const colours = layers.some(({ picture }) => picture.channels !== 1);
  const [only] = layers;
  const whole = only !== undefined && layers.length === 1 && covers(only, width, height);
  if (whole && only.ink === undefined && only.picture.channels !== 4) return only.picture;
  const picture = montage(width, height, colours ? 3 : 1, layers);
  return grey ? toGrey(picture) : picture;
}

function covers({ picture, left, top, window }: Layer, width: number, height: number): boolean {
  const seesAll = window[0] <= 0 && window[1] <= 0 && window[2] >= width && window[3] >= height;
  return seesAll && left === 0 && top === 0 && picture.width === width && picture.height === height;
}

function inPixels(box: Box, dpi: number): [number, number, number, number] {
  return box.map((points) => pixels(points, dpi)) as [number, number, number, number];
}

function pixels(points: number, dpi: number): number {
  return Math.round((points * dpi) / 72);
}
