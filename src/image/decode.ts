import { readFileSync } from 'node:fs';
import type { SourceFile } from '../model/document.ts';
import { MillraceError } from '../model/errors.ts';
import { decodeBmp } from './bmp.ts';
import { readBmpHeader } from './bmp-header.ts';
import { imageError, readImagePages } from './probe.ts';
import type { ImagePage } from './probe.ts';
import type { Raster } from './raster.ts';
import { sharp } from './sharp.ts';

export interface DecodedImage {
  /** Grey or colour, without alpha. */
  raster: Raster;
  /** What is missing of it, as a sentence. */
  damage?: string;
}

/**
 * Decodes a page of an image document as displayed: turned as its EXIF says, transparent parts on white, eight bits a channel, in sRGB.
 * It comes at `dpi` pixels for 72 points, or as many as `maxPixels` allows; when that is what it has, to half a percent, its own pixels are handed out.
 * Throws `document.damaged` when nothing can be read of it.
 */
export async function decodeImagePage(file: SourceFile, mediaType: string, page: number, dpi: number, maxPixels: number): Promise<DecodedImage> {
  const found = (await readImagePages(file, mediaType, page))[page - 1];
  if (found === undefined) throw new MillraceError('document.damaged', `The image has no page ${page}.`);
  if (found.width * found.height > largestPicture)
    throw new MillraceError('document.damaged', `A picture of ${found.width} × ${found.height} pixels is not decoded.`);
  const target = targetOf(found, dpi, maxPixels);
  try {
    return mediaType === 'image/bmp' ? await decodeBitmap(file.path, target) : await decodeTolerantly(file.path, found.place, target);
  } catch (error) {
    throw imageError(file, error);
  }
}

/** Pixels that are decoded at the most: what the library itself takes. */
const largestPicture = 268_402_689;

interface Target {
  width: number;
  height: number;
  dpi: number;
  /** The picture has this size already. */
  asStored: boolean;
}

function targetOf({ width, height, resolution: { across, down } }: ImagePage, wanted: number, maxPixels: number): Target {
  const native = Math.max(across, down);
  const asStored = across === down && Math.abs(wanted / native - 1) < sameResolution && width * height <= maxPixels;
  if (asStored) return { width, height, dpi: native, asStored };
  const inches = { across: width / across, down: height / down };
  const dpi = Math.min(wanted, Math.sqrt(maxPixels / (inches.across * inches.down)));
  return { width: Math.max(1, Math.round(inches.across * dpi)), height: Math.max(1, Math.round(inches.down * dpi)), dpi, asStored };
}

/** Not worth blurring every pixel for. */
const sameResolution = 0.005;

async function decodeBitmap(path: string, target: Target): Promise<DecodedImage> {
  const bytes = readFileSync(path);
  const header = readBmpHeader(bytes);
  if (header === undefined) throw new MillraceError('document.damaged', 'The image is no BMP file that can be read.');
  const { data, truncated } = decodeBmp(bytes, header);
  const picture = sharp(data, { raw: { width: header.width, height: header.height, channels: 3 }, limitInputPixels: largestPicture });
  return { raster: await rasterOf(picture, target), ...(truncated && { damage: 'The file ends before its last pixel.' }) };
}

/** What cannot be decoded without a fault is decoded once more, as far as it goes. */
async function decodeTolerantly(path: string, place: number, target: Target): Promise<DecodedImage> {
  const options = { limitInputPixels: largestPicture, sequentialRead: true, page: place };
  try {
    return { raster: await rasterOf(sharp(path, { ...options, failOn: 'error' }), target) };
  } catch (error) {
    const raster = await rasterOf(sharp(path, { ...options, failOn: 'none' }), target);
    return { raster, damage: error instanceof Error ? error.message.replaceAll(path, '') : 'Part of it is missing.' };
  }
}

async function rasterOf(picture: ReturnType<typeof sharp>, { width, height, dpi, asStored }: Target): Promise<Raster> {
  picture.autoOrient().flatten({ background: '#ffffff' });
  if (!asStored) picture.resize(width, height, { fit: 'fill' });
  const { space } = await picture.metadata();
  const { data, info } = await picture
    .toColourspace(space === 'b-w' || space === 'grey16' ? 'b-w' : 'srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  if (info.channels === 2) throw new Error('a picture of two channels came out');
  return { width: info.width, height: info.height, channels: info.channels, data, dpi };
}
